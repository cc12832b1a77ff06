package icc.lod.store;

/** The store could not be read: a fault of ours, answered by 503, never taken for "no data". */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean expected;
  private final boolean gone;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
    this.expected = false;
    this.gone = false;
  }

  private StoreUnavailableException(String message, boolean gone) {
    super(message);
    this.expected = !gone;
    this.gone = gone;
  }

  /** The triples are not anywhere any more. */
  static StoreUnavailableException gone(String message) {
    return new StoreUnavailableException(message, true);
  }

  /** There is no release yet, as in every new state folder. */
  static StoreUnavailableException nothingPublished() {
    return new StoreUnavailableException(
        "Nothing is published yet; the first release may be in the making", false);
  }

  /** All places for past releases are taken by readers. */
  static StoreUnavailableException tooManyReleases() {
    return new StoreUnavailableException(
        "Too many past releases are being read at once; try again in a moment",
        new IllegalStateException("no place"));
  }

  /** Whether it will never be otherwise. */
  public boolean gone() {
    return gone;
  }

  /** Whether this is how things begin, and no fault. */
  public boolean expected() {
    return expected;
  }
}
