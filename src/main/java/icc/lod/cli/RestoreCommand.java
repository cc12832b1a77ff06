package icc.lod.cli;

import icc.lod.config.Config;
import icc.lod.store.PublishLock;
import icc.lod.store.Releases;
import icc.lod.store.Restoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icc restore BACKUP}: back to what a backup holds. */
@Command(
    name = "restore",
    description = {
      "Puts what icc backup wrote into the state folder, after every byte of it was checked.",
      "Restart servers of that state folder afterwards, so that they forget its former releases."
    })
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "BACKUP", description = "the file or folder of a backup")
  private Path backup = Path.of("");

  @Option(
      names = "--force",
      description = "even if the state folder holds releases: they are given up for those here")
  private boolean force;

  @Override
  public Integer call() {
    Config config = Flags.config(spec);
    if (!Files.exists(backup)) {
      throw new Refusal("There is no backup " + backup);
    }
    List<String> faults = restore(config.state());
    if (!faults.isEmpty()) {
      faults.forEach(fault -> spec.commandLine().getErr().println("icc: " + fault));
      throw new Refusal("The backup is damaged; nothing was changed");
    }
    Releases releases = new Releases(config.state());
    spec.commandLine()
        .getErr()
        .printf(
            "Restored %d releases; release %d is current.%n",
            releases.all().size(), releases.current().orElseThrow().number());
    return Main.DONE;
  }

  @SuppressWarnings("try") // the lock is held, not used
  private List<String> restore(Path state) {
    try {
      Optional<PublishLock> lock = PublishLock.tryTake(state);
      if (lock.isEmpty()) {
        throw new Refusal("Another process is publishing; wait until it has ended");
      }
      try (PublishLock held = lock.get()) {
        Restoration restoration = new Restoration(state);
        if (!force && restoration.wouldReplace()) {
          throw new Refusal(
              state
                  + " holds releases; choose another folder (--state), or give them up (--force)");
        }
        return restoration.from(backup);
      }
    } catch (IOException e) {
      throw new Refusal(
          "The backup %s cannot be restored, nothing was changed: %s"
              .formatted(backup, e.getMessage()));
    }
  }
}
