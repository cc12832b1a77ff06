package icc.lod.operations;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the holder of a token may do. */
public enum Scope {
  /** Publish the sources. */
  PUBLISH,
  /** Make an older release current. */
  ROLLBACK,
  /** See the queries at work, with their text, and end them. */
  QUERIES,
  /** Read the figures from anywhere. */
  METRICS,
  /** Ask queries on an account of its own, with more in it than those of addresses. */
  QUERY;

  /** The scope of this name. */
  public static Optional<Scope> of(String name) {
    return Arrays.stream(values()).filter(scope -> scope.toString().equals(name)).findFirst();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
