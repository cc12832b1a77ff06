package icc.lod.store;

import icc.lod.rdf.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a release consists of, each with its size and SHA-256: a line each, written before
 * the manifest. What readers leave beside them, such as lock files, is not listed.
 *
 * <p>Databases are files of some megabytes of which the end is zeros: the digest is of what comes
 * before these (of the whole file, where it does not end in blocks of zeros), and the list says how
 * much that is.
 *
 * <p>No file is forced to disk for the list, which would take longer than all else. What a power
 * cut takes away of a new release is seen by the sizes, and the release before has long been
 * written.
 *
 * @param entries sorted by path
 */
public record FileList(List<Entry> entries) {
  static final String FILE = "files";

  private static final Set<String> UNLISTED = Set.of(FILE, Manifest.FILE);

  /** How lock files end, which belong to processes. */
  static final String LOCK = ".lock";

  private static final int BLOCK = 1 << 16;

  /**
   * A file.
   *
   * @param path in the release, with slashes
   * @param size in bytes
   * @param content how many of them come before the zeros at the end
   */
  public record Entry(String path, long size, Content content) {
    /** What all files alike have in common. */
    public Entry unnamed() {
      return new Entry("", size, content);
    }
  }

  /** What a file holds before the zeros at its end, by length and digest. */
  public record Content(long length, String sha256) {}

  /** Copies. */
  private static final Pattern LINE = Pattern.compile("[0-9a-f]{64} \\d{1,18} \\d{1,18} .+");

  public FileList {
    entries = List.copyOf(entries);
  }

  /** Lists a folder, every byte read. */
  static FileList of(Path folder) throws IOException {
    List<Path> files = files(folder);
    try {
      return new FileList(
          files.parallelStream()
              .map(file -> entry(folder, file))
              .sorted(Comparator.comparing(Entry::path))
              .toList());
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  private static Entry entry(Path folder, Path file) {
    try {
      return new Entry(name(folder, file), Files.size(file), content(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> listed(file.getFileName().toString()))
          .toList();
    }
  }

  private static boolean listed(String name) {
    return !UNLISTED.contains(name) && !name.endsWith(LOCK);
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append(entry.content().sha256()).append(' ').append(entry.content().length());
      text.append(' ').append(entry.size()).append(' ').append(entry.path()).append('\n');
    }
    return text.toString();
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException when it is none
   */
  static FileList parse(String text) {
    List<Entry> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!LINE.matcher(line).matches()) {
        throw new IllegalArgumentException("no line of a list of files: " + line);
      }
      String[] cells = line.split(" ", 4);
      Content content = new Content(Long.parseLong(cells[1]), cells[0]);
      entries.add(new Entry(cells[3], Long.parseLong(cells[2]), content));
    }
    return new FileList(entries);
  }

  /** Whether a folder has every file in its size, which is cheap to see; else what is wrong. */
  Optional<String> misfit(Path folder) {
    for (Entry entry : entries) {
      Optional<String> fault = misfit(folder, entry);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> misfit(Path folder, Entry entry) {
    Path file = folder.resolve(entry.path());
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.of("its file " + entry.path() + " is missing");
      }
      long size = Files.size(file);
      return size == entry.size()
          ? Optional.empty()
          : Optional.of(
              "its file %s has %d bytes instead of %d".formatted(entry.path(), size, entry.size()));
    } catch (IOException e) {
      return Optional.of("its file " + entry.path() + " cannot be read: " + e.getMessage());
    }
  }

  /** All that is wrong in a folder, every byte read. */
  List<String> faults(Path folder) {
    return entries.parallelStream()
        .flatMap(
            entry ->
                misfit(folder, entry)
                    .or(() -> changed(folder.resolve(entry.path()), entry))
                    .stream())
        .toList();
  }

  private static Optional<String> changed(Path file, Entry entry) {
    try {
      return content(file).equals(entry.content())
          ? Optional.empty()
          : Optional.of("the bytes of its file " + entry.path() + " have changed");
    } catch (IOException e) {
      return Optional.of("its file " + entry.path() + " cannot be read: " + e.getMessage());
    }
  }

  static Content content(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] zeros = new byte[BLOCK];
    byte[] block = new byte[BLOCK];
    long length = 0;
    long skipped = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(block, 0, BLOCK);
          read > 0;
          read = in.readNBytes(block, 0, BLOCK)) {
        if (read == BLOCK && Arrays.equals(block, zeros)) {
          skipped += read;
        } else {
          for (; skipped > 0; skipped -= BLOCK) {
            digest.update(zeros);
            length += BLOCK;
          }
          digest.update(block, 0, read);
          length += read;
        }
      }
    }
    return new Content(length, Digests.hex(digest));
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
  }
}
