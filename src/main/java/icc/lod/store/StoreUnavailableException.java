package icc.lod.store;

/** The store could not be read: a fault of ours, answered by 503, never taken for "no data". */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
