package icc.lod.store;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A backup as a tar archive (POSIX.1-2001) packed by Zstandard (RFC 8878), with its checksum. */
final class TarTarget implements Backup.Target {
  private static final int LEVEL = 3;
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final TarArchiveOutputStream tar;

  TarTarget(Path file) throws IOException {
    this.file = file;
    ZstdOutputStream packed =
        new ZstdOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), LEVEL);
    packed.setChecksum(true);
    this.tar = new TarArchiveOutputStream(packed, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  @Override
  public void file(String name, Path from) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name);
    entry.setSize(Files.size(from));
    entry.setModTime(Files.getLastModifiedTime(from));
    tar.putArchiveEntry(entry);
    Files.copy(from, tar);
    tar.closeArchiveEntry();
  }

  @Override
  public void link(String name, String before) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_LINK);
    entry.setLinkName(before);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  @Override
  public void close() throws IOException {
    tar.close();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
