package icc.lod.cli;

import icc.lod.app.Buckets;
import icc.lod.config.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** What follows a command that changed which release is current, if a bucket is to know of it. */
final class Pushing {
  /** As long as somebody else may take to push. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private Pushing() {}

  /** Pushes; what was done before stays done when that fails. */
  static int push(Config config, PrintWriter out) {
    try {
      String done = Buckets.push(config, LONGEST_WAIT);
      if (!done.isEmpty()) {
        out.println(done);
      }
      return Main.DONE;
    } catch (IOException e) {
      throw new Refusal(
          "Done here, but not pushed: "
              + e.getMessage()
              + "; run icc publish again, which pushes"
              + " what is lacking");
    }
  }
}
