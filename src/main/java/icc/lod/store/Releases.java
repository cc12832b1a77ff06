package icc.lod.store;

import icc.lod.store.Manifest.Damaged;
import icc.lod.store.Wholeness.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final int NO_NUMBER = 0;

  private final Path state;
  private final Wholeness wholeness = new Wholeness();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  public Releases(Path state) {
    this.state = state;
  }

  /** The state folder. */
  public Path state() {
    return state;
  }

  /** All whole releases, oldest first. */
  public List<Release> all() {
    return numbers().stream()
        .map(number -> look(folder(number)))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(Release::number))
        .toList();
  }

  /** The release of this number, if it is whole. */
  public Optional<Release> byNumber(int number) {
    return look(folder(number));
  }

  /** What is there and no whole release: by its number, what is wrong with it. */
  public Map<Integer, String> damaged() {
    Map<Integer, String> damaged = new TreeMap<>();
    for (int number : numbers()) {
      String fault = wholeness.of(folder(number)).fault();
      if (!fault.isEmpty()) {
        damaged.put(number, fault);
      }
    }
    return damaged;
  }

  /** All that is wrong with the release of a number, every byte of its files read. */
  public List<String> faults(int number) {
    return Wholeness.faults(folder(number));
  }

  /** The newest release, current or not, if it has this base: under another all is another. */
  public Optional<Release> newest(String base) {
    return all().reversed().stream().findFirst().filter(release -> release.base().equals(base));
  }

  /** The release that is to be served, see {@link #standing}. */
  public Optional<Release> current() {
    return standing().release();
  }

  /**
   * Which release is to be served. A pointer that cannot be read, or that names a release that is
   * not whole, is answered with the last whole release before, else the newest one, and a warning.
   */
  public Standing standing() {
    Optional<Integer> number = pointer();
    if (number.isEmpty()) {
      return all().isEmpty() ? new Standing(Optional.empty(), "") : instead(Integer.MAX_VALUE);
    }
    Optional<Release> release = byNumber(number.get());
    return release.isPresent() ? new Standing(release, "") : instead(number.get());
  }

  private Standing instead(int named) {
    List<Release> whole = all();
    Optional<Release> best =
        whole.stream()
            .filter(release -> release.number() < named)
            .reduce((older, newer) -> newer)
            .or(() -> whole.stream().reduce((older, newer) -> newer));
    String note =
        "%s; %s"
            .formatted(
                Files.notExists(pointerFile())
                    ? "The pointer to the current release is missing"
                    : named == NO_NUMBER
                        ? "The pointer to the current release holds no number"
                        : "The pointer names release " + named + ", " + why(named),
                best.map(release -> "release " + release.number() + " is served")
                    .orElse("no whole release is left: publish, or restore a backup"));
    warn(note);
    return new Standing(best, note);
  }

  private String why(int number) {
    return Files.isDirectory(folder(number))
        ? "which is damaged: " + wholeness.of(folder(number)).fault()
        : "which is not there";
  }

  /** Follows what was found out about the pointer. Only for the holder of {@link PublishLock}. */
  public void mendPointer() throws IOException {
    Standing standing = standing();
    if (!standing.note().isEmpty() && standing.release().isPresent()) {
      point(standing.release().get());
      LOG.warn("The pointer names release {} now", standing.release().get().number());
    }
  }

  /** The numbers of all folders that are called like releases. */
  private List<Integer> numbers() {
    Path folder = state.resolve("releases");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d{6,9}"))
          .map(Integer::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The releases in " + folder + " cannot be listed", e);
    }
  }

  /** A release, or a warning why it is none. */
  private Optional<Release> look(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Verdict verdict = wholeness.of(folder);
    if (!verdict.fault().isEmpty()) {
      warn("%s is no whole release: %s".formatted(folder, verdict.fault()));
    }
    return verdict.release();
  }

  /** Says the same once: the pointer is looked at all the time. */
  private void warn(String text) {
    if (told.add(text)) {
      LOG.warn("{}", text);
    }
  }

  /**
   * Makes a whole release the current one: one atomic rename. The pointer's time is a whole second
   * later than it ever was, so that what was current before can be told from what is by {@link
   * #since} alone.
   */
  public void point(Release release) throws IOException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Instant since = since().map(before -> before.plusSeconds(1)).filter(now::isBefore).orElse(now);
    Durably.replace(pointerFile(), release.number() + "\n", since);
    Durably.force(state);
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

  /** The instant of the next release: whole seconds, and no two releases have the same. */
  public Instant nextInstant(Clock clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return all().stream()
        .map(release -> release.created().plusSeconds(1))
        .filter(now::isBefore)
        .max(Instant::compareTo)
        .orElse(now);
  }

  /** The number the next release gets: one above every number ever given. */
  public int nextNumber() {
    // Damaged ones count too: their folders lie where a new one would go.
    int highest = Math.max(pointer().orElse(0), RemovedReleases.highest(ledger()));
    return Math.max(highest, numbers().stream().mapToInt(Integer::intValue).max().orElse(0)) + 1;
  }

  /** Whether a release of this number was made once: if it is not there, it was removed. */
  public boolean wasMade(int number) {
    return number >= 1 && number < nextNumber();
  }

  /** When a release was removed, if that is known. */
  public Optional<Instant> removed(int number) {
    return RemovedReleases.instant(ledger(), number);
  }

  /** The list of releases that were removed, as it is written. */
  public String ledgerText() throws IOException {
    return Files.exists(ledger()) ? Files.readString(ledger()) : "";
  }

  /**
   * Removes a release for good, unless a citation keeps it: it disappears by one rename, its number
   * is noted, its files are deleted. What a kill leaves half removed is finished by {@link
   * #finishRemovals}.
   *
   * @return whether it is gone
   */
  boolean remove(int number, Citations citations, Instant now) throws IOException {
    Path leaving = leaving(number);
    Files.move(folder(number), leaving, StandardCopyOption.ATOMIC_MOVE);
    return leave(number, leaving, citations, now);
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
    boolean whole = wholeness.of(leaving).release().isPresent();
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
   * Turns a finished building into a whole release: the list of its files, the manifest that seals
   * the list, then the folder gets its name.
   */
  public Release finish(Path building, Release release) throws IOException {
    return finish(building, release, FileList.of(building));
  }

  /**
   * Turns a copy of a release into one of these: its own list says what it must consist of.
   *
   * @throws IOException when the copy is not that
   */
  public Release adopt(Path building, Release release) throws IOException {
    FileList files;
    try {
      Optional<FileList> own = Manifest.files(building, Manifest.read(building));
      files = own.isPresent() ? own.get() : FileList.of(building);
    } catch (Damaged e) {
      throw new IOException("the copy of a release: " + e.getMessage());
    }
    Optional<String> misfit = files.misfit(building);
    if (misfit.isPresent()) {
      throw new IOException("the copy of a release: " + misfit.get());
    }
    return finish(building, release, files);
  }

  private Release finish(Path building, Release release, FileList files) throws IOException {
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
    Durably.write(building.resolve(FileList.FILE), files.text());
    Durably.write(building.resolve(Manifest.FILE), Manifest.text(whole, files));
    Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
    Durably.force(state.resolve("releases"));
    return whole;
  }

  /** The release in a folder, if it is whole. */
  public static Optional<Release> in(Path folder) {
    return new Wholeness().of(folder).release();
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
      return Optional.of(NO_NUMBER);
    }
  }

  private Path folder(int number) {
    return state.resolve("releases").resolve(Release.folderName(number));
  }

  private Path pointerFile() {
    return state.resolve("current");
  }
}
