package icc.lod.sparql;

import java.time.Duration;

/**
 * The limits of the query endpoint.
 *
 * @param queryTimeout the longest a query may work; {@code timeout=} of a request can only lower it
 * @param bufferBytes how much of an answer is held back, so that a failure until then is still an
 *     error status
 * @param maxQueryBytes the longest query text in UTF-8
 */
public record SparqlSettings(Duration queryTimeout, int bufferBytes, int maxQueryBytes) {

  private static final int BUFFER_BYTES = 4 << 20;
  private static final int QUERY_BYTES = 1 << 20;

  /** A time limit, and for the rest the defaults: 4 MiB held back, queries up to 1 MiB. */
  public SparqlSettings(Duration queryTimeout) {
    this(queryTimeout, BUFFER_BYTES, QUERY_BYTES);
  }

  public SparqlSettings {
    if (queryTimeout.isNegative() || queryTimeout.isZero()) {
      throw new IllegalArgumentException("A query timeout is longer than " + queryTimeout);
    }
    if (bufferBytes < 0 || maxQueryBytes < 1) {
      throw new IllegalArgumentException(
          "Not sizes in bytes: buffer " + bufferBytes + ", query " + maxQueryBytes);
    }
  }
}
