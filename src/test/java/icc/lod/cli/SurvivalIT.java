package icc.lod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of {@link KillRun} and {@link SwitchRun}; long runs are begun by hand. */
final class SurvivalIT {
  @TempDir Path dir;

  @Test
  void killed_whateverItDoes_thereIsOneWholeRelease() throws Exception {
    KillRun run = new KillRun(dir);
    run.rounds(KillRun.Phase.BUILD, 1);
    run.rounds(KillRun.Phase.SWAP, 2);
    run.rounds(KillRun.Phase.SERVE, 1);
    run.end();
    assertThat(run.faults()).isEmpty();
  }

  @Test
  void switched_underRequests_noAnswerMixesReleases() throws Exception {
    SwitchRun run = new SwitchRun(dir);
    run.run(4, 500);
    assertThat(run.faults()).isEmpty();
  }
}
