package icc.lod.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result in the making, for one thread. */
final class Tally {
  /** More findings than these are counted, not told. */
  private static final int TOLD = 10;

  private final String check;
  private final Map<String, Long> figures = new LinkedHashMap<>();
  private final List<String> findings = new ArrayList<>();
  private long total;

  Tally(String check) {
    this.check = check;
  }

  Tally figure(String name, long value) {
    figures.put(name, value);
    return this;
  }

  Tally finding(String text) {
    total++;
    if (findings.size() < TOLD) {
      findings.add(text);
    }
    return this;
  }

  Tally findings(Findings others) {
    total += others.total() - others.told().size();
    others.told().forEach(this::finding);
    return this;
  }

  /** Notes a difference between two counts that must be the same. */
  Tally same(String one, long first, String other, long second) {
    figure(one, first).figure(other, second);
    return first == second ? this : finding(one + " " + first + ", " + other + " " + second);
  }

  Result required() {
    return result(true);
  }

  /** A result that refuses nothing when it is bad, unless the sources ask to be checked. */
  Result required(boolean asked) {
    return result(asked);
  }

  Result inapplicable() {
    return new Result(check, false, Verdict.INAPPLICABLE, figures, 0, List.of());
  }

  Result untested(String why) {
    return new Result(check, false, Verdict.UNTESTED, figures, 0, List.of(why));
  }

  private Result result(boolean required) {
    Verdict verdict = total == 0 ? Verdict.PASSED : Verdict.FAILED;
    return new Result(check, required, verdict, figures, total, findings);
  }
}
