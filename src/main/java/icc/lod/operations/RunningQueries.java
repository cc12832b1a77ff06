package icc.lod.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The queries at work in a service. */
public interface RunningQueries {
  /**
   * One of them.
   *
   * @param id by which it is ended
   * @param cpu processor time it has used
   * @param bytes memory it has asked for in all
   * @param ending whether it has been told to end
   */
  record Running(
      long id, Instant started, Duration cpu, long bytes, boolean ending, String query) {}

  /** All of them, the oldest first. */
  List<Running> running();

  /**
   * Ends one.
   *
   * @return whether there was one of this id
   */
  boolean end(long id);
}
