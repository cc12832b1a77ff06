package icc.lod.web;

import java.util.Optional;

/** Tells which exceptions of other packages are problems with a status of their own. */
@FunctionalInterface
public interface Faults {
  /** The problem an exception stands for; empty when it is unexpected, which is answered by 500. */
  Optional<Problem> problem(Exception fault);

  /** No exception is expected. */
  static Faults none() {
    return fault -> Optional.empty();
  }
}
