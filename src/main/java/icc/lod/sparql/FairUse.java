package icc.lod.sparql;

import java.time.Duration;

/**
 * The terms under which clients share the endpoint.
 *
 * @param budget processor time a client may use in each {@link #WINDOW}; zero for no limit
 * @param holderBudget the same for the holder of a token, who has an account of its own
 * @param clientHeader the request field in which a trusted proxy names the client, empty where the
 *     address of the connection is the client's
 */
public record FairUse(Duration budget, Duration holderBudget, String clientHeader) {
  /** What a budget is for. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  /** Half of what two processors can do. */
  public static final Duration BUDGET = Duration.ofSeconds(60);

  /** All that five processors can do. */
  public static final Duration HOLDER_BUDGET = Duration.ofMinutes(5);

  /** Anybody may use anything. */
  public static final FairUse UNLIMITED = new FairUse(Duration.ZERO, "");

  /** A budget for each address. */
  public static final FairUse DEFAULT = new FairUse(BUDGET, "");

  public FairUse {
    if (budget.isNegative() || holderBudget.isNegative()) {
      throw new IllegalArgumentException("Not a budget: " + budget + ", " + holderBudget);
    }
  }

  /** Terms under which tokens give what is usual. */
  public FairUse(Duration budget, String clientHeader) {
    this(budget, HOLDER_BUDGET, clientHeader);
  }

  /** The terms for the holder of a token: no less than anybody has. */
  FairUse held() {
    boolean more = holderBudget.compareTo(budget) > 0;
    return unlimited() || !more ? this : new FairUse(holderBudget, holderBudget, clientHeader);
  }

  /** Whether nothing is counted. */
  public boolean unlimited() {
    return budget.isZero();
  }
}
