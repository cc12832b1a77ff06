package icc.lod.publish;

import java.util.List;

/** A projection found that the candidate must not be published; nobody's disk is at fault. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never written anywhere
  private final List<Finding> findings;

  /** Refuses for these reasons. */
  public RefusedException(List<Finding> findings) {
    super(findings.size() + " findings");
    this.findings = List.copyOf(findings);
  }

  /** Why. */
  public List<Finding> findings() {
    return findings;
  }
}
