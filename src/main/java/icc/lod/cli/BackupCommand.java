package icc.lod.cli;

import icc.lod.config.Config;
import icc.lod.store.Backup;
import icc.lod.store.PublishLock;
import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icc backup TARGET}: all that cannot be made again from the sources, in one file. */
@Command(
    name = "backup",
    description = {
      "Copies all releases, the pointer, citations and saved queries to TARGET.",
      "A server may go on serving; a publish is waited for. See also: icc restore."
    })
final class BackupCommand implements Callable<Integer> {
  /** As long as a large publish may take. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TARGET",
      description = "one file if it ends in .tar.zst (tar, Zstandard), else a folder; made anew")
  private Path target = Path.of("");

  @Override
  @SuppressWarnings("try") // the lock is held, not used
  public Integer call() {
    Config config = Flags.config(spec);
    Releases releases = new Releases(config.state());
    if (releases.all().isEmpty()) {
      throw new Refusal("No releases in " + config.state() + " to back up; run: icc publish");
    }
    try {
      Optional<PublishLock> lock = PublishLock.take(config.state(), LONGEST_WAIT);
      if (lock.isEmpty()) {
        throw new Refusal("Another process is still publishing; try again when it has ended");
      }
      try (PublishLock held = lock.get()) {
        Backup made = Backup.write(releases, target);
        spec.commandLine()
            .getErr()
            .printf(
                "Backed up %d releases, %,d files, %,d bytes, to %s%n",
                made.releases(), made.files(), made.bytes(), target);
      }
    } catch (FileAlreadyExistsException e) {
      throw new Refusal(target + " is there already; choose another name, or delete it first");
    } catch (IOException e) {
      throw new Refusal(
          "The backup was not made: " + e.getMessage() + "; check space and rights there");
    }
    return Main.DONE;
  }
}
