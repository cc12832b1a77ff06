package icc.lod.reconcile;

/** A table that cannot be linked; the message says why and how to mend it. */
public final class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TableException(String message) {
    super(message, null, false, false);
  }
}
