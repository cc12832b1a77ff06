package icc.lod.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check gave.
 *
 * @param check its name
 * @param required whether the release would not have been published had it failed
 * @param figures what was counted, by name, in the order in which it is told
 * @param total how much is wrong, also beyond what is told
 * @param findings what is wrong, the first of it; or why nothing was tested
 */
record Result(
    String check,
    boolean required,
    Verdict verdict,
    Map<String, Long> figures,
    long total,
    List<String> findings) {

  Result {
    figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    findings = List.copyOf(findings);
  }

  boolean refuses() {
    return required && verdict == Verdict.FAILED;
  }
}
