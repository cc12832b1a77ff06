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
 * @param queryMemory how many bytes a query may ask for in all, given back or not; what lives at a
 *     time is watched besides
 * @param fairUse how clients share the endpoint
 * @param resultBytes memory for whole answers, to give them again; none are kept if 0
 */
public record SparqlSettings(
    Duration queryTimeout,
    int bufferBytes,
    int maxQueryBytes,
    int citedReleases,
    long queryMemory,
    FairUse fairUse,
    long resultBytes) {
  /** Enough for years of honest use. */
  public static final int CITED_RELEASES = 100;

  /** Beyond this an answer is sent as it comes. */
  public static final int BUFFER_BYTES = 4 << 20;

  /** What an evaluation asks for in some ten seconds on one processor. */
  public static final long QUERY_MEMORY = 16L << 30;

  /** Some thousand small answers. */
  public static final long RESULT_BYTES = 32L << 20;

  private static final int QUERY_BYTES = 1 << 20;

  /**
   * A time limit, and for the rest the defaults, with nobody counted and no answer kept: 4 MiB held
   * back, queries up to 1 MiB.
   */
  public SparqlSettings(Duration queryTimeout) {
    this(queryTimeout, BUFFER_BYTES, QUERY_BYTES);
  }

  /** The limits of queries, and the defaults for the rest. */
  public SparqlSettings(Duration queryTimeout, int bufferBytes, int maxQueryBytes) {
    this(
        queryTimeout,
        bufferBytes,
        maxQueryBytes,
        CITED_RELEASES,
        QUERY_MEMORY,
        FairUse.UNLIMITED,
        0);
  }

  /** The same with another number of releases that visitors may keep. */
  public SparqlSettings citing(int releases) {
    return new SparqlSettings(
        queryTimeout, bufferBytes, maxQueryBytes, releases, queryMemory, fairUse, resultBytes);
  }

  /** The same with another size of answers that are held back. */
  public SparqlSettings holding(int bytes) {
    return new SparqlSettings(
        queryTimeout, bytes, maxQueryBytes, citedReleases, queryMemory, fairUse, resultBytes);
  }

  /** The same under other terms for clients. */
  public SparqlSettings shared(FairUse terms) {
    return new SparqlSettings(
        queryTimeout, bufferBytes, maxQueryBytes, citedReleases, queryMemory, terms, resultBytes);
  }

  /** The same with another bound of memory. */
  public SparqlSettings allotting(long bytes) {
    return new SparqlSettings(
        queryTimeout, bufferBytes, maxQueryBytes, citedReleases, bytes, fairUse, resultBytes);
  }

  /** The same with memory for answers that are given again. */
  public SparqlSettings keeping(long bytes) {
    return new SparqlSettings(
        queryTimeout, bufferBytes, maxQueryBytes, citedReleases, queryMemory, fairUse, bytes);
  }

  public SparqlSettings {
    if (queryTimeout.isNegative() || queryTimeout.isZero()) {
      throw new IllegalArgumentException("A query timeout is longer than " + queryTimeout);
    }
    if (citedReleases < 0) {
      throw new IllegalArgumentException("Not a number of releases: " + citedReleases);
    }
    if (bufferBytes < 0 || maxQueryBytes < 1 || queryMemory < 1 || resultBytes < 0) {
      throw new IllegalArgumentException(
          "Not sizes in bytes: buffer " + bufferBytes + ", query " + maxQueryBytes);
    }
  }
}
