package icc.lod.web;

/** Is told of every request when its answer has ended, on the thread that ended it. */
@FunctionalInterface
public interface Traffic {
  void ended(Exchange exchange);

  /** Nobody is told. */
  static Traffic unwatched() {
    return exchange -> {};
  }
}
