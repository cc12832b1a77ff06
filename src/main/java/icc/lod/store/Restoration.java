package icc.lod.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back from a backup. It is taken out beside the state and every byte is compared with the
 * lists of files before anything is changed; then it takes the place of the state by renames. A
 * kill before the first rename changes nothing; one after it is ended by whoever publishes or
 * serves next.
 */
public final class Restoration {
  private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

  /** A backup that is being taken out. */
  private static final String UNPACKED = ".restoring";

  /** A backup that is whole and to take the state's place. */
  private static final String READY = ".restored";

  /** The same once the state's old content is out of the way. */
  private static final String COMING = ".restored-now";

  private static final String OLD = ".replaced";
  private static final String POINTER = "current";
  private static final String LOCK = "publish.lock";

  private final Path state;

  /** The restoration of a state folder. */
  public Restoration(Path state) {
    this.state = state;
  }

  /** Whether the state folder holds releases already. */
  public boolean wouldReplace() {
    Releases releases = new Releases(state);
    return !releases.all().isEmpty() || !releases.damaged().isEmpty();
  }

  /**
   * Puts a backup in the place of what the state folder holds. Only for the holder of {@link
   * PublishLock}.
   *
   * @return what is wrong with the backup; nothing was changed then
   * @throws IOException when it cannot be read, or the disk fails
   */
  public List<String> from(Path backup) throws IOException {
    Path unpacked = state.resolve(UNPACKED);
    Releases.delete(unpacked);
    Files.createDirectories(unpacked);
    try {
      new Unpacking(unpacked.toAbsolutePath().normalize()).unpack(backup);
      List<String> faults = faults(unpacked);
      if (!faults.isEmpty()) {
        return faults;
      }
      Files.move(unpacked, state.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Releases.delete(unpacked);
    }
    finish(state);
    return List.of();
  }

  private static List<String> faults(Path unpacked) {
    Releases releases = new Releases(unpacked);
    List<String> faults = new ArrayList<>();
    releases.damaged().forEach((number, fault) -> faults.add(fault(number, fault)));
    for (Release release : releases.all()) {
      releases.faults(release.number()).stream()
          .filter(fault -> !fault.equals(Wholeness.UNLISTED))
          .forEach(fault -> faults.add(fault(release.number(), fault)));
    }
    if (releases.all().isEmpty()) {
      faults.add("it holds no release");
    } else if (!releases.standing().note().isEmpty()) {
      faults.add(releases.standing().note());
    }
    return faults;
  }

  private static String fault(int number, String fault) {
    return "release " + number + ": " + fault;
  }

  /** Whether a restoration was broken off after its first rename. */
  static boolean unfinished(Path state) {
    return Files.isDirectory(state.resolve(READY)) || Files.isDirectory(state.resolve(COMING));
  }

  /** Ends a restoration that was broken off. Only for the holder of {@link PublishLock}. */
  static void finish(Path state) throws IOException {
    Path ready = state.resolve(READY);
    Path coming = state.resolve(COMING);
    Path old = state.resolve(OLD);
    if (Files.isDirectory(ready)) {
      Files.createDirectories(old);
      for (Path path : list(state)) {
        String name = path.getFileName().toString();
        if (!name.startsWith(".") && !name.equals(LOCK)) {
          Files.move(path, old.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      Files.move(ready, coming, StandardCopyOption.ATOMIC_MOVE);
    }
    if (Files.isDirectory(coming)) {
      for (Path path : list(coming)) {
        if (!path.getFileName().toString().equals(POINTER)) {
          move(path, state);
        }
      }
      if (Files.exists(coming.resolve(POINTER))) {
        move(coming.resolve(POINTER), state);
      }
      Durably.force(state);
      Releases.delete(coming);
      LOG.info("the state folder {} holds what the backup held", state);
    }
    Releases.delete(old);
  }

  private static void move(Path path, Path folder) throws IOException {
    Files.move(path, folder.resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
