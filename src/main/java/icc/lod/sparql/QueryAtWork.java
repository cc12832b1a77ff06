package icc.lod.sparql;

import java.time.Duration;
import java.time.Instant;

/**
 * A query at work, as the operator sees it.
 *
 * @param id by which it is ended
 * @param cpu processor time it has used
 * @param bytes memory it has asked for in all
 * @param ending whether it has been told to end
 */
public record QueryAtWork(
    long id, Instant started, Duration cpu, long bytes, boolean ending, String query) {
  static QueryAtWork of(RunningQuery query) {
    RunningQuery.Usage usage = query.usage();
    return new QueryAtWork(
        query.id(),
        query.started(),
        usage.cpu(),
        usage.bytes(),
        query.stopped().isPresent(),
        query.text());
  }
}
