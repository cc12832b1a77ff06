package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.store.Release;
import icc.lod.view.States;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the list of a release's documents tells of a thing, found by halving the file: a few blocks
 * are read, whatever its size. Of things of others, which are not in it, it tells nothing.
 */
public final class EntityStates implements States {
  @Override
  public State of(Release release, EntityIri iri) {
    Path folder = ReleaseFiles.folder(release.folder());
    if (!new IriSpace(release.base()).covers(iri)) {
      return new Unknown();
    }
    try {
      for (String name : List.of(Entities.FILE, Entities.TERMS_FILE)) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
          return new Unknown();
        }
        Optional<String> line = line(file, iri.text());
        if (line.isPresent()) {
          return new Said(line.get().split("\t", -1)[2]);
        }
      }
      return new Nothing();
    } catch (NoSuchFileException e) {
      return new Unknown();
    } catch (IOException e) {
      throw new UncheckedIOException("The documents of release " + release.number(), e);
    }
  }

  private static Optional<String> line(Path file, String iri) throws IOException {
    byte[] wanted = key(iri);
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long low = 0;
      long high = in.length();
      while (low < high) {
        long middle = (low + high) >>> 1;
        long start = start(in, middle, low);
        in.seek(start);
        byte[] raw = raw(in);
        String line = new String(raw, StandardCharsets.UTF_8);
        int compared = Arrays.compareUnsigned(key(line.split("\t", 2)[0]), wanted);
        if (compared == 0) {
          return Optional.of(line);
        }
        if (compared < 0) {
          low = start + raw.length + 1;
        } else {
          high = start;
        }
      }
      return Optional.empty();
    }
  }

  /** As the lines are ordered, where an IRI ends in a bracket. */
  private static byte[] key(String iri) {
    return (iri + ">").getBytes(StandardCharsets.UTF_8);
  }

  /** Where the line begins that a position is in. */
  private static long start(RandomAccessFile in, long position, long low) throws IOException {
    byte[] block = new byte[BLOCK];
    long end = position;
    while (end > low) {
      int length = (int) Math.min(block.length, end - low);
      in.seek(end - length);
      in.readFully(block, 0, length);
      for (int i = length - 1; i >= 0; i--) {
        if (block[i] == '\n') {
          return end - length + i + 1;
        }
      }
      end -= length;
    }
    return low;
  }

  private static byte[] raw(RandomAccessFile in) throws IOException {
    byte[] line = new byte[0];
    byte[] block = new byte[BLOCK];
    while (true) {
      int length = in.read(block);
      if (length < 0) {
        return line;
      }
      int end = 0;
      while (end < length && block[end] != '\n') {
        end++;
      }
      byte[] more = Arrays.copyOf(line, line.length + end);
      System.arraycopy(block, 0, more, line.length, end);
      line = more;
      if (end < length) {
        return line;
      }
    }
  }

  private static final int BLOCK = 512;
}
