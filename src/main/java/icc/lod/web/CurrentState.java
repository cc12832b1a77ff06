package icc.lod.web;

import java.time.Instant;
import java.util.Optional;

/** What the server knows of the state that answers are made from. Asked often: must be quick. */
public interface CurrentState {
  /** When answers last changed, as far as that state and the settings decide them. */
  Optional<Instant> modified();

  /**
   * What tells the current state from all others, as the first part of entity tags does; empty
   * while there is none.
   */
  Optional<String> tag();

  /** Nothing is known. */
  static CurrentState unknown() {
    return new CurrentState() {
      @Override
      public Optional<Instant> modified() {
        return Optional.empty();
      }

      @Override
      public Optional<String> tag() {
        return Optional.empty();
      }
    };
  }
}
