package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.publish.Publisher;
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
    Publisher publisher = Service.publisher(Flags.config(spec));
    return PublishCommand.report(publisher.validate(), spec.commandLine().getErr());
  }
}
