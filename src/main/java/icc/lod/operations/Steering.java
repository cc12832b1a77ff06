package icc.lod.operations;

import java.util.List;

/** What operators may do with a service beyond its queries; made by who knows how. */
public interface Steering {
  /**
   * How it ended.
   *
   * @param outcome in one word
   * @param release the number of the release that is current now; 0 for none
   * @param findings what is wrong with the sources, a line each
   */
  record Result(String outcome, int release, List<String> findings) {
    public Result {
      findings = List.copyOf(findings);
    }

    /** Whether nothing was changed because something has to be mended. */
    boolean refused() {
      return outcome.equals("refused");
    }
  }

  /**
   * Publishes the sources, if they changed.
   *
   * @param force makes a release even when nothing changed
   */
  Result publish(boolean force);

  /** Makes an older release current. */
  Result rollback(int number);
}
