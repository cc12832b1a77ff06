package icc.lod.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which releases somebody cites, so that they are kept: a folder each in the state folder's {@code
 * cited/}, with an empty file for each citation. Thread-safe, and safe beside other processes.
 *
 * <p>No lock: who cites leaves the mark and then looks whether the release is still there; who
 * removes moves the release away and then looks for marks.
 */
public final class Citations {
  /** The mark of a release that the operator keeps. */
  public static final String OPERATOR = "operator";

  /** What a file is called that is being written. */
  public static final String UNFINISHED = ".next";

  private final Path folder;

  /** The citations of a state folder. */
  public Citations(Path state) {
    this.folder = state.resolve("cited");
  }

  /** The numbers of all releases cited, whether they are still there or not. */
  public Set<Integer> releases() {
    Set<Integer> cited = new TreeSet<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .map(path -> path.getFileName().toString())
            .filter(name -> name.matches("\\d{6,9}"))
            .map(Integer::valueOf)
            .filter(this::cited)
            .forEach(cited::add);
      } catch (IOException e) {
        throw new UncheckedIOException("The citations in " + folder + " cannot be listed", e);
      }
    }
    return cited;
  }

  /** How many releases are kept for visitors, not counting those that the operator keeps. */
  public int ofVisitors() {
    return (int) releases().stream().filter(release -> !has(release, OPERATOR)).count();
  }

  /** Whether anybody cites a release. */
  public boolean cited(int release) {
    return count(release) > 0;
  }

  /** How many citations a release has. */
  public int count(int release) {
    Path marks = folder(release);
    if (!Files.isDirectory(marks)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(marks)) {
      return (int) entries.filter(path -> !path.getFileName().toString().contains(".")).count();
    } catch (IOException e) {
      throw new UncheckedIOException("The citations in " + marks + " cannot be read", e);
    }
  }

  /** Whether a release has just this citation. */
  public boolean has(int release, String name) {
    return Files.exists(folder(release).resolve(name));
  }

  /** Where all citations lie. */
  public Path folder() {
    return folder;
  }

  /** Where the citations of a release lie, and what belongs to them. */
  public Path folder(int release) {
    return folder.resolve(Release.folderName(release));
  }

  /**
   * Cites a release.
   *
   * @return whether the release is there; else nothing was changed
   */
  public boolean cite(int release, String name, Releases releases) throws IOException {
    Path marks = Files.createDirectories(folder(release));
    Files.write(
        marks.resolve(name), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (releases.byNumber(release).isPresent()) {
      return true;
    }
    uncite(release, name);
    return false;
  }

  /** Takes a citation back. */
  public void uncite(int release, String name) throws IOException {
    Files.deleteIfExists(folder(release).resolve(name));
    deleteIfEmpty(release);
  }

  /** Takes all citations of a release back, with what belongs to them. */
  public void unciteAll(int release) throws IOException {
    Releases.delete(folder(release));
  }

  private void deleteIfEmpty(int release) throws IOException {
    if (Files.isDirectory(folder(release)) && !cited(release)) {
      try {
        Files.deleteIfExists(folder(release));
      } catch (java.nio.file.DirectoryNotEmptyException e) {
        // Somebody cites it just now.
      }
    }
  }
}
