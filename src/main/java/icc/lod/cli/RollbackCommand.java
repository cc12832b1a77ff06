package icc.lod.cli;

import icc.lod.app.Rollback;
import icc.lod.config.Config;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code icc rollback N}: makes an older release current again; a running server switches to it.
 */
@Command(
    name = "rollback",
    description =
        "Makes release NUMBER current again. The next publish of changed sources moves on.")
final class RollbackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NUMBER", description = "number of a release, see: icc releases")
  private int number;

  @Override
  public Integer call() {
    Config config = Flags.config(spec);
    if (config.endpoint().isPresent()) {
      throw new Refusal(
          "The triples are at an endpoint, which holds only the present ones; put the former ones"
              + " back there");
    }
    Releases releases = new Releases(config.state());
    Release release =
        releases.byNumber(number).orElseThrow(() -> ReleasesCommand.missing(number, releases));
    try {
      if (!Rollback.to(release, releases)) {
        throw new Refusal("Another process is publishing; wait until it has ended");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The pointer could not be moved; nothing was changed", e);
    }
    spec.commandLine().getErr().println("Release " + number + " is current.");
    return Pushing.push(config, spec.commandLine().getErr());
  }
}
