package icc.lod.publish;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the sources, in full up to a limit. Written by one thread, the publisher's.
 */
public final class Report {
  /** More findings than this are counted, not kept: nobody reads them and memory is finite. */
  static final int LIMIT = 1_000;

  private final List<Finding> findings = new ArrayList<>();
  private int total;

  void add(Finding finding) {
    total++;
    if (findings.size() < LIMIT) {
      findings.add(finding);
    }
  }

  /** Adds all that is wrong by another report, also what that one has only counted. */
  void addAll(Report other) {
    other.findings.forEach(this::add);
    total += other.total - other.findings.size();
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return total == 0;
  }

  /** How much is wrong, also beyond what is kept. */
  public int total() {
    return total;
  }

  /** The findings, in the order they were made. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Looks up where the entities of the findings stand in the sources. */
  void place(Places places) {
    findings.replaceAll(finding -> finding.entity().isEmpty() ? finding : places.find(finding));
  }

  /** The report as lines of text for a terminal. */
  public String text() {
    StringBuilder text = new StringBuilder();
    findings.forEach(finding -> text.append(finding).append('\n'));
    if (total > findings.size()) {
      text.append("… and ").append(total - findings.size()).append(" more\n");
    }
    return text.toString();
  }
}
