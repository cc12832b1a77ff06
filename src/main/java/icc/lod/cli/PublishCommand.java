package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.publish.Outcome;
import icc.lod.publish.Report;
import icc.lod.store.Release;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icc publish}: makes a release of the sources; a running server switches to it. */
@Command(name = "publish", description = "Makes a release of the sources, if they changed.")
final class PublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--force",
      description = "make a release even when nothing changed, all of it anew")
  private boolean force;

  @Override
  public Integer call() {
    Config config = Flags.config(spec);
    PrintWriter out = spec.commandLine().getErr();
    int code = report(Service.publishing(config).publish(force), out);
    return code == Main.DONE ? Pushing.push(config, out) : code;
  }

  /** Says how a publish ended and gives the exit code. */
  static int report(Outcome outcome, PrintWriter out) {
    switch (outcome) {
      case Outcome.Published published -> {
        warn(published.warnings(), out);
        Release release = published.release();
        out.printf(
            "Release %d is current: %,d triples, %d named graphs.%n",
            release.number(), release.triples(), release.graphs());
      }
      case Outcome.Unchanged unchanged ->
          out.printf("Nothing changed since release %d.%n", unchanged.release().number());
      case Outcome.Valid valid -> {
        warn(valid.warnings(), out);
        out.printf("The sources are valid: %,d triples.%n", valid.triples());
      }
      case Outcome.Refused refused -> {
        out.print(refused.report().text());
        out.printf(
            "Refused: %s. Nothing was changed; mend what is said above and publish again.%n",
            refused.report().total() == 1 ? "1 fault" : refused.report().total() + " faults");
      }
    }
    out.flush();
    return outcome instanceof Outcome.Refused ? Main.FAILED : Main.DONE;
  }

  private static void warn(Report warnings, PrintWriter out) {
    if (!warnings.isEmpty()) {
      out.print(warnings.text().indent(0).replaceAll("(?m)^(?=.)", "warning: "));
    }
  }
}
