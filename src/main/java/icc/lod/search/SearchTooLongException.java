package icc.lod.search;

/** A search was stopped since it took too long. */
final class SearchTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SearchTooLongException() {
    super("The search took too long");
  }
}
