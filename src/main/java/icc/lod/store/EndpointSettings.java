package icc.lod.store;

/**
 * An endpoint that holds the triples instead of us.
 *
 * @param endpoint where it is
 * @param indexLimit the most triples of which search, dumps and the like are made; these need one
 *     reading of all, and room on disk
 */
public record EndpointSettings(Endpoint endpoint, long indexLimit) {
  /** Read in a minute or so. */
  public static final long INDEX_LIMIT = 1_000_000;
}
