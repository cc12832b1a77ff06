package icc.lod.publish;

/** Publishing could not be done at all: a disk, a lock. What was current still is. */
public final class PublishingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PublishingException(String message) {
    super(message);
  }

  public PublishingException(String message, Throwable cause) {
    super(message, cause);
  }
}
