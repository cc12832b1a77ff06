package icc.lod.cli;

import icc.lod.config.Config;
import icc.lod.publish.Publisher;
import icc.lod.store.Releases;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code icc validate}: all checks of a publish, and no release. */
@Command(
    name = "validate",
    description = "Checks the sources as publish would, and changes nothing.")
final class ValidateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Config config = Flags.config(spec);
    Publisher publisher =
        new Publisher(config.sources(), new Releases(config.state()), Clock.systemUTC());
    return PublishCommand.report(publisher.validate(), spec.commandLine().getErr());
  }
}
