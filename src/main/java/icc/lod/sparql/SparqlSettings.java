package icc.lod.sparql;

import java.time.Duration;

/**
 * Limits of the query endpoint.
 *
 * @param queryTimeout longest time a query may take; a request can only ask for less
 * @param bufferBytes results up to this size are held back until they are whole
 * @param queryBytes longest query taken
 */
public record SparqlSettings(Duration queryTimeout, int bufferBytes, int queryBytes) {
  private static final int BUFFER_BYTES = 4 << 20;
  private static final int QUERY_BYTES = 1 << 20;

  /** A time limit, and for the rest the defaults: 4 MiB held back, queries up to 1 MiB. */
  public SparqlSettings(Duration queryTimeout) {
    this(queryTimeout, BUFFER_BYTES, QUERY_BYTES);
  }
}
