package icc.lod.store;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Takes a backup out into a folder. */
final class Unpacking {
  private static final int BLOCK = 1 << 16;

  private final Path into;

  Unpacking(Path into) {
    this.into = into;
  }

  /**
   * Takes everything out.
   *
   * @throws IOException when it is no backup, or an incomplete one
   */
  void unpack(Path backup) throws IOException {
    if (Files.isDirectory(backup)) {
      folder(backup);
    } else {
      archive(backup);
    }
  }

  private void folder(Path backup) throws IOException {
    try (Stream<Path> walk = Files.walk(backup)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          write(in, target(backup.relativize(file).toString()));
        }
      }
    }
  }

  private void archive(Path backup) throws IOException {
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(backup), BLOCK);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new ZstdInputStream(packed), "UTF-8")) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isLink()) {
          HardLinks.link(target(entry.getLinkName()), target(entry.getName()));
        } else if (entry.isFile()) {
          write(tar, target(entry.getName()));
        }
      }
    }
  }

  /** An archive names whatever it likes; only what stays below the folder is taken. */
  private Path target(String name) throws IOException {
    Path target = into.resolve(name).normalize();
    if (!target.startsWith(into) || target.equals(into)) {
      throw new IOException("it names a file outside: " + name);
    }
    Files.createDirectories(target.getParent());
    return target;
  }

  /** Databases are mostly holes; where there is nothing but zeros nothing is written. */
  private static void write(InputStream in, Path target) throws IOException {
    byte[] zeros = new byte[BLOCK];
    try (FileChannel out =
        FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long size = 0;
      byte[] block = in.readNBytes(BLOCK);
      boolean hole = false;
      while (block.length > 0) {
        hole = block.length == BLOCK && Arrays.equals(block, zeros);
        size += block.length;
        byte[] next = in.readNBytes(BLOCK);
        if (!hole || next.length == 0) {
          writeAt(out, block, size - block.length);
        }
        block = next;
      }
    }
  }

  private static void writeAt(FileChannel out, byte[] block, long at) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    long position = at;
    while (buffer.hasRemaining()) {
      position += out.write(buffer, position);
    }
  }
}
