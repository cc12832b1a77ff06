package icc.lod.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases of a state folder and the pointer to the current one.
 *
 * <p>{@code releases/000007/} is a whole release (its manifest is written last), {@code
 * releases/.building-*} one that was never finished, {@code releases/.removed-000007} one on its
 * way out, {@code releases/removed} the list of those gone, {@code current} the pointer: a file
 * with the number, replaced by an atomic rename. Reading is thread-safe; only the holder of {@link
 * PublishLock} may write.
 */
public final class Releases {
  private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
  private static final String BUILDING = ".building-";
  private static final String REMOVED = ".removed-";

  private final Path state;

  public Releases(Path state) {
    this.state = state;
  }

  /** The state folder. */
  public Path state() {
    return state;
  }

  /** All whole releases, oldest first. */
  public List<Release> all() {
    Path folder = state.resolve("releases");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(path -> path.getFileName().toString().matches("\\d{6,}"))
          .map(Manifest::read)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparingInt(Release::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The releases in " + folder + " cannot be listed", e);
    }
  }

  /** The release of this number, if it is whole. */
  public Optional<Release> byNumber(int number) {
    return Manifest.read(folder(number));
  }

  /**
   * The current release. A pointer that cannot be read, or that names a release that is gone, is
   * answered with the newest whole release and a warning.
   */
  public Optional<Release> current() {
    Optional<Integer> number = pointer();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Optional<Release> release = byNumber(number.get());
    if (release.isPresent()) {
      return release;
    }
    Optional<Release> newest = all().stream().reduce((older, newer) -> newer);
    LOG.warn(
        "The pointer names release {}, which is not there; using {}",
        number.get(),
        newest.map(r -> "release " + r.number()).orElse("none"));
    return newest;
  }

  /**
   * Makes a whole release the current one: one atomic rename. The pointer's time is a whole second
   * later than it ever was, so that what was current before can be told from what is by {@link
   * #since} alone.
   */
  public void point(Release release) throws IOException {
    Path next = state.resolve("current.next");
    write(next, release.number() + "\n");
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant since = since().map(before -> before.plusSeconds(1)).filter(now::isBefore).orElse(now);
    Files.setLastModifiedTime(next, FileTime.from(since));
    Files.move(next, pointerFile(), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Since when the pointer names what it names, in whole seconds; empty while there is none. */
  public Optional<Instant> since() throws IOException {
    try {
      Instant written = Files.getLastModifiedTime(pointerFile()).toInstant();
      return Optional.of(written.truncatedTo(ChronoUnit.SECONDS));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** A new, empty folder to build a release in; what is unfinished there is never served. */
  public Path newBuilding() throws IOException {
    Path folder = Files.createDirectories(state.resolve("releases"));
    discardUnfinished(folder);
    return Files.createTempDirectory(folder, BUILDING);
  }

  /** The number the next release gets: one above every number ever given. */
  public int nextNumber() {
    int highest = Math.max(pointer().orElse(0), RemovedReleases.highest(ledger()));
    for (Release release : all()) {
      highest = Math.max(highest, release.number());
    }
    return highest + 1;
  }

  /** Whether a release of this number was made once: if it is not there, it was removed. */
  public boolean wasMade(int number) {
    return number >= 1 && number < nextNumber();
  }

  /** When a release was removed, if that is known. */
  public Optional<Instant> removed(int number) {
    return RemovedReleases.instant(ledger(), number);
  }

  /**
   * Removes a release for good, unless a citation keeps it: it disappears by one rename, its number
   * is noted, its files are deleted. What a kill leaves half removed is finished by {@link
   * #finishRemovals}.
   *
   * @return whether it is gone
   */
  boolean remove(Release release, Citations citations, Instant now) throws IOException {
    Path leaving = leaving(release.number());
    Files.move(release.folder(), leaving, StandardCopyOption.ATOMIC_MOVE);
    return leave(release.number(), leaving, citations, now);
  }

  /** Ends the removals that were interrupted. */
  void finishRemovals(Citations citations, Instant now) throws IOException {
    Path folder = state.resolve("releases");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path path : entries.toList()) {
        String name = path.getFileName().toString();
        if (name.matches("\\.removed-\\d{6,}")) {
          leave(Integer.parseInt(name.substring(REMOVED.length())), path, citations, now);
        }
      }
    }
  }

  /** Who cites marks first and looks after; we move first and look after: nobody is deceived. */
  private boolean leave(int number, Path leaving, Citations citations, Instant now)
      throws IOException {
    boolean whole = Manifest.read(leaving).isPresent();
    if (whole && citations.cited(number) && !RemovedReleases.has(ledger(), number)) {
      Files.move(leaving, folder(number), StandardCopyOption.ATOMIC_MOVE);
      return false;
    }
    RemovedReleases.note(ledger(), number, now);
    delete(leaving);
    return true;
  }

  private Path leaving(int number) {
    return state.resolve("releases").resolve(REMOVED + Release.folderName(number));
  }

  private Path ledger() {
    return state.resolve("releases").resolve(RemovedReleases.FILE);
  }

  /**
   * Turns a finished building into a whole release: manifest last, then the folder gets its name.
   */
  public Release finish(Path building, Release release) throws IOException {
    Path folder = folder(release.number());
    Release whole =
        new Release(
            release.number(),
            release.created(),
            folder,
            release.sources(),
            release.triples(),
            release.graphs(),
            release.base());
    write(building.resolve(Manifest.FILE), Manifest.text(whole));
    Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
    return whole;
  }

  /** The release in a folder, if it is whole. */
  public static Optional<Release> in(Path folder) {
    return Manifest.read(folder);
  }

  /** Copies all files of a release into a building. */
  public static void copy(Path release, Path building) throws IOException {
    try (Stream<Path> walk = Files.walk(release)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        Path target = building.resolve(release.relativize(path));
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }

  /** Deletes a folder and all in it. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static void discardUnfinished(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path path : entries.toList()) {
        if (path.getFileName().toString().startsWith(BUILDING)) {
          LOG.info("Removing what an unfinished publish left: {}", path.getFileName());
          delete(path);
        }
      }
    }
  }

  private Optional<Integer> pointer() {
    try {
      return Optional.of(Integer.valueOf(Files.readString(pointerFile()).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      String why =
          Files.isDirectory(state)
              ? "The pointer " + pointerFile() + " cannot be read; mend its rights"
              : "The state folder " + state + " is a file; choose a folder (--state)";
      throw new UncheckedIOException(why, e);
    } catch (NumberFormatException e) {
      LOG.warn("The pointer {} holds no number", pointerFile());
      return Optional.of(0);
    }
  }

  private Path folder(int number) {
    return state.resolve("releases").resolve(Release.folderName(number));
  }

  private Path pointerFile() {
    return state.resolve("current");
  }

  /** Writes and forces to disk: a pointer must never name what a power cut took away. */
  static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
