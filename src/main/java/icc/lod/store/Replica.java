package icc.lod.store;

import icc.lod.store.FileList.Entry;
import icc.lod.store.Manifest.Damaged;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The receiving end of a state folder: takes in releases that were made elsewhere, to the byte and
 * under their own numbers. Only the holder of {@link PublishLock} may write.
 */
public final class Replica {
  private static final String COPYING = ".copying-";

  private final Path state;
  private final Releases releases;

  /** What takes releases into a state folder. */
  public Replica(Path state) {
    this.state = state;
    this.releases = new Releases(state);
  }

  /** The digests of the manifests of all whole releases, by number. */
  public Map<Integer, String> held() throws IOException {
    Map<Integer, String> held = new TreeMap<>();
    for (Release release : releases.all()) {
      String manifest = Files.readString(release.folder().resolve(Manifest.FILE));
      held.put(release.number(), Inventory.digest(manifest));
    }
    return held;
  }

  /** Where files of whole releases are, by what they hold and without names. */
  public Map<Entry, Path> files() throws IOException {
    Map<Entry, Path> files = new HashMap<>();
    for (Release release : releases.all()) {
      Optional<Inventory> inventory = Inventory.of(release);
      if (inventory.isPresent()) {
        for (Entry entry : inventory.get().files()) {
          files.put(entry.unnamed(), release.folder().resolve(entry.path()));
        }
      }
    }
    return files;
  }

  /** The folder in which the release with this manifest is put together, kept until it is taken. */
  public Path copying(String manifest) throws IOException {
    return Files.createDirectories(state.resolve("releases").resolve(COPYING + manifest));
  }

  /**
   * Where a file of a release goes.
   *
   * @throws IOException when that is outside of it
   */
  public static Path place(Path copying, Entry entry) throws IOException {
    Path place = copying.resolve(entry.path()).normalize();
    if (!place.startsWith(copying)) {
      throw new IOException("The list of files names a place outside of the release: " + place);
    }
    Files.createDirectories(place.getParent());
    return place;
  }

  /**
   * Puts a file in its place that holds what comes before the zeros at its end.
   *
   * @throws IOException when it holds something else
   */
  public static void put(Path content, Path place, Entry entry) throws IOException {
    if (!FileList.content(content).equals(entry.content())) {
      throw new IOException("its content has not the SHA-256 " + entry.content().sha256());
    }
    try (RandomAccessFile file = new RandomAccessFile(content.toFile(), "rw")) {
      file.setLength(entry.size());
    }
    Files.move(content, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether a file is in its place, every byte read. */
  public static boolean isThere(Path place, Entry entry) throws IOException {
    return Files.isRegularFile(place)
        && Files.size(place) == entry.size()
        && FileList.content(place).equals(entry.content());
  }

  /** Gives a file a second place, or copies it where files have one only. */
  public static void link(Path file, Path place) throws IOException {
    Files.deleteIfExists(place);
    HardLinks.link(file, place);
  }

  /**
   * Makes a whole release of a copy; one by the same number that is another goes.
   *
   * @throws IOException when the copy is not whole
   */
  public Release take(Path copying, Inventory inventory) throws IOException {
    Durably.write(copying.resolve(FileList.FILE), inventory.list());
    Durably.write(copying.resolve(Manifest.FILE), inventory.manifest());
    Release release;
    try {
      release = Manifest.release(copying, inventory.manifest());
    } catch (Damaged e) {
      throw new IOException("A release that was fetched is none: " + e.getMessage(), e);
    }
    Optional<String> misfit = FileList.parse(inventory.list()).misfit(copying);
    if (misfit.isPresent()) {
      throw new IOException("A release that was fetched is not whole: " + misfit.get());
    }
    Path folder = copying.resolveSibling(Release.folderName(release.number()));
    if (Files.exists(folder)) {
      Path old = copying.resolveSibling(COPYING + "old");
      Releases.delete(old);
      Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(copying, folder, StandardCopyOption.ATOMIC_MOVE);
    Durably.force(state.resolve("releases"));
    return releases.byNumber(release.number()).orElseThrow();
  }

  /** Makes a release current since an instant; tells whether it was not. */
  public boolean point(int number, Instant since) throws IOException {
    Path pointer = state.resolve("current");
    String text = number + "\n";
    if (Files.exists(pointer)
        && Files.readString(pointer).equals(text)
        && releases.since().equals(Optional.of(since))) {
      return false;
    }
    Durably.replace(pointer, text, since);
    Durably.force(state);
    return true;
  }

  /**
   * Lets go of everything but some releases and those cited here.
   *
   * @param manifests of the releases wanted
   * @param removed the list of those that were ever removed
   */
  public void keepOnly(Map<Integer, String> manifests, String removed) throws IOException {
    Citations citations = new Citations(state);
    for (int number : held().keySet()) {
      if (!manifests.containsKey(number) && !citations.cited(number)) {
        releases.remove(number, citations, Instant.now());
      }
    }
    Set<String> copies =
        manifests.values().stream().map(COPYING::concat).collect(Collectors.toSet());
    Path folder = state.resolve("releases");
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path path : entries.toList()) {
        String name = path.getFileName().toString();
        if (name.startsWith(COPYING) && !copies.contains(name)) {
          Releases.delete(path);
        }
      }
    }
    Durably.replace(folder.resolve(RemovedReleases.FILE), removed);
  }
}
