package icc.lod.web;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A state that a test decides. */
record TestState(Supplier<Optional<Instant>> since, Supplier<Optional<String>> current)
    implements CurrentState {
  static TestState since(Supplier<Optional<Instant>> since) {
    return new TestState(since, Optional::empty);
  }

  static TestState of(Supplier<Optional<String>> current) {
    return new TestState(Optional::empty, current);
  }

  @Override
  public Optional<Instant> modified() {
    return since.get();
  }

  @Override
  public Optional<String> tag() {
    return current.get();
  }
}
