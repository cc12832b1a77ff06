package icc.lod.cli;

/** A command cannot do what is asked; the message says why and what to do instead. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message);
  }
}
