package icc.lod.sparql;

import java.time.Duration;

/**
 * The terms under which clients share the endpoint.
 *
 * @param budget processor time a client may use in each {@link #WINDOW}; zero for no limit
 * @param clientHeader the request field in which a trusted proxy names the client, empty where the
 *     address of the connection is the client's
 */
public record FairUse(Duration budget, String clientHeader) {
  /** What a budget is for. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  /** Half of what two processors can do. */
  public static final Duration BUDGET = Duration.ofSeconds(60);

  /** Anybody may use anything. */
  public static final FairUse UNLIMITED = new FairUse(Duration.ZERO, "");

  /** A budget for each address. */
  public static final FairUse DEFAULT = new FairUse(BUDGET, "");

  public FairUse {
    if (budget.isNegative()) {
      throw new IllegalArgumentException("Not a budget: " + budget);
    }
  }

  /** Whether nothing is counted. */
  public boolean unlimited() {
    return budget.isZero();
  }
}
