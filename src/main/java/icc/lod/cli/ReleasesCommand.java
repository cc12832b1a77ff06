package icc.lod.cli;

import icc.lod.config.Config;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code icc releases}: the releases there are, the current one marked. */
@Command(name = "releases", description = "Lists the releases; the current one has a star.")
final class ReleasesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Config config = Flags.config(spec);
    Releases releases = new Releases(config.state());
    List<Release> all = releases.all();
    PrintWriter out = spec.commandLine().getOut();
    if (all.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("No releases in " + config.state() + " yet; run: icc publish");
      return Main.DONE;
    }
    Optional<Integer> current = releases.current().map(Release::number);
    for (Release release : all) {
      out.printf(
          "%s %6d  %s  %,12d triples  %4d graphs  %s%n",
          current.equals(Optional.of(release.number())) ? "*" : " ",
          release.number(),
          release.created(),
          release.triples(),
          release.graphs(),
          release.sources().substring(0, 12));
    }
    if (current.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("None is current; run: icc publish, or icc rollback NUMBER");
    }
    return Main.DONE;
  }
}
