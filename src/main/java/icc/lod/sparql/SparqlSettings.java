package icc.lod.sparql;

import java.time.Duration;

/**
 * The limits of the query endpoint.
 *
 * @param queryTimeout the longest a query may work; {@code timeout=} of a request can only lower it
 * @param bufferBytes how much of an answer is held back, so that a failure until then is still an
 *     error status
 * @param maxQueryBytes the longest query text in UTF-8
 * @param citedReleases how many releases visitors may keep by citing answers of them; those that
 *     the operator keeps do not count
 */
public record SparqlSettings(
    Duration queryTimeout, int bufferBytes, int maxQueryBytes, int citedReleases) {
  /** Enough for years of honest use. */
  public static final int CITED_RELEASES = 100;

  private static final int BUFFER_BYTES = 4 << 20;
  private static final int QUERY_BYTES = 1 << 20;

  /** A time limit, and for the rest the defaults: 4 MiB held back, queries up to 1 MiB. */
  public SparqlSettings(Duration queryTimeout) {
    this(queryTimeout, CITED_RELEASES);
  }

  /** Those and how many releases visitors may keep. */
  public SparqlSettings(Duration queryTimeout, int citedReleases) {
    this(queryTimeout, BUFFER_BYTES, QUERY_BYTES, citedReleases);
  }

  /** The limits of queries, and the default for releases. */
  public SparqlSettings(Duration queryTimeout, int bufferBytes, int maxQueryBytes) {
    this(queryTimeout, bufferBytes, maxQueryBytes, CITED_RELEASES);
  }

  public SparqlSettings {
    if (queryTimeout.isNegative() || queryTimeout.isZero()) {
      throw new IllegalArgumentException("A query timeout is longer than " + queryTimeout);
    }
    if (citedReleases < 0) {
      throw new IllegalArgumentException("Not a number of releases: " + citedReleases);
    }
    if (bufferBytes < 0 || maxQueryBytes < 1) {
      throw new IllegalArgumentException(
          "Not sizes in bytes: buffer " + bufferBytes + ", query " + maxQueryBytes);
    }
  }
}
