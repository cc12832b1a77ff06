package icc.lod.cli;

import icc.lod.config.Config;
import icc.lod.store.Citations;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icc releases}: the releases there are, and which are kept because they are cited. */
@Command(
    name = "releases",
    description = {
      "Lists the releases; the current one has a star, those kept because they are cited say so.",
      "Of the others the newest are kept (--keep-releases of icc publish and icc serve)."
    })
final class ReleasesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--cite",
      paramLabel = "NUMBER",
      description = "keep this release until --uncite, however many come")
  private Optional<Integer> cite = Optional.empty();

  @Option(
      names = "--uncite",
      paramLabel = "NUMBER",
      description = "keep it no longer: links that visitors made to its answers end with it")
  private Optional<Integer> uncite = Optional.empty();

  @Option(
      names = "--verify",
      arity = "0..1",
      fallbackValue = "0",
      paramLabel = "NUMBER",
      description =
          "read every byte of this release, or of all, and say what is not as it was made")
  private Optional<Integer> verify = Optional.empty();

  @Override
  public Integer call() {
    Config config = Flags.config(spec);
    Releases releases = new Releases(config.state());
    if (verify.isPresent()) {
      return verify(verify.get(), releases);
    }
    Citations citations = new Citations(config.state());
    try {
      if (cite.isPresent() && !citations.cite(cite.get(), Citations.OPERATOR, releases)) {
        throw missing(cite.get(), releases);
      }
      if (uncite.isPresent()) {
        uncite(uncite.get(), releases, citations);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The citations in " + citations.folder() + " cannot be written; mend the rights", e);
    }
    list(config, releases, citations);
    return Main.DONE;
  }

  /** Zero stands for all: no release has that number. */
  private int verify(int wanted, Releases releases) {
    Set<Integer> numbers = new TreeSet<>(releases.damaged().keySet());
    releases.all().forEach(release -> numbers.add(release.number()));
    if (wanted != 0 && !numbers.contains(wanted)) {
      throw missing(wanted, releases);
    }
    numbers.removeIf(number -> wanted != 0 && number != wanted);
    PrintWriter out = spec.commandLine().getOut();
    int damaged = 0;
    for (int number : numbers) {
      List<String> faults = releases.faults(number);
      damaged += faults.isEmpty() ? 0 : 1;
      out.printf("%6d  %s%n", number, faults.isEmpty() ? "whole" : String.join("; ", faults));
    }
    if (damaged > 0) {
      throw new Refusal(
          damaged
              + " of "
              + numbers.size()
              + " releases are not as they were made; restore a backup, or publish anew");
    }
    return Main.DONE;
  }

  private static void uncite(int number, Releases releases, Citations citations)
      throws IOException {
    if (!citations.cited(number)) {
      if (releases.byNumber(number).isEmpty()) {
        throw missing(number, releases);
      }
      throw new Refusal("Nobody cites release " + number + "; see: icc releases");
    }
    citations.unciteAll(number);
  }

  /** Why there is no release of a number. */
  static Refusal missing(int number, Releases releases) {
    if (!releases.wasMade(number)) {
      return new Refusal("There is no release " + number + "; see: icc releases");
    }
    String when =
        releases.removed(number).map(at -> " on " + at.toString().substring(0, 10)).orElse("");
    return new Refusal(
        "Release "
            + number
            + " was removed"
            + when
            + ", for only the newest and those cited are kept; see: icc releases");
  }

  private void list(Config config, Releases releases, Citations citations) {
    List<Release> all = releases.all();
    PrintWriter out = spec.commandLine().getOut();
    releases
        .damaged()
        .forEach((number, fault) -> out.printf("! %6d  damaged: %s%n", number, fault));
    if (all.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("No releases in " + config.state() + " yet; run: icc publish");
      return;
    }
    Optional<Integer> current = releases.current().map(Release::number);
    for (Release release : all) {
      out.printf(
          "%s %6d  %s  %,12d triples  %4d graphs  %s%s%n",
          current.equals(Optional.of(release.number())) ? "*" : " ",
          release.number(),
          release.created(),
          release.triples(),
          release.graphs(),
          release.sources().substring(0, 12),
          cited(release.number(), citations));
    }
    if (current.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("None is current; run: icc publish, or icc rollback NUMBER");
    }
  }

  private static String cited(int number, Citations citations) {
    if (citations.has(number, Citations.OPERATOR)) {
      return "  kept by the operator";
    }
    return citations.cited(number) ? "  cited" : "";
  }
}
