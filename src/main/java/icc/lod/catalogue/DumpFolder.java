package icc.lod.catalogue;

import com.github.luben.zstd.ZstdOutputStream;
import icc.lod.rdf.Digests;
import icc.lod.store.HardLinks;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The folder of a release's dumps: every file plain, by gzip and by zstd, each with its digest
 * beside it. Thread-safe: files may be written side by side.
 */
final class DumpFolder {
  private static final String LIST = "dumps.tsv";

  /** Beyond this, the last percents of size would take longer than all else; zstd has them. */
  static final int GZIP_LEVEL = 3;

  private static final int ZSTD_LEVEL = 3;
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final List<Dump> dumps = new ArrayList<>();

  DumpFolder(Path folder) {
    this.folder = folder;
  }

  /** What is written into a file. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Writes a file in all its codings in one go. */
  void write(String name, Dump.Content content, String about, Writing writing) throws IOException {
    try (Measured plain = new Measured(folder.resolve(name));
        Measured gzip = new Measured(folder.resolve(name + ".gz"));
        Measured zstd = new Measured(folder.resolve(name + ".zst"))) {
      writeAll(plain, gzip, zstd, writing);
      add(plain.close(name, content, about, ""));
      add(gzip.close(name + ".gz", content, about, Dump.GZIP));
      add(zstd.close(name + ".zst", content, about, Dump.ZSTD));
    }
  }

  /** Writes a small file, or one that nothing makes smaller. */
  void writeOnce(String name, Dump.Content content, String about, Writing writing)
      throws IOException {
    try (Measured plain = new Measured(folder.resolve(name))) {
      writing.to(plain);
      add(plain.close(name, content, about, ""));
    }
  }

  /** Gives a file that was written a second name, as another syntax that it is in. */
  void same(String name, String other, Dump.Content content) throws IOException {
    for (Dump dump : written(name)) {
      String second = other + dump.name().substring(name.length());
      HardLinks.link(folder.resolve(dump.name()), folder.resolve(second));
      add(new Dump(second, content, dump.about(), dump.coding(), dump.bytes(), dump.sha256()));
    }
  }

  private synchronized List<Dump> written(String name) {
    return dumps.stream()
        .filter(dump -> dump.name().equals(name) || dump.name().startsWith(name + "."))
        .toList();
  }

  private static void writeAll(Measured plain, Measured gzip, Measured zstd, Writing writing)
      throws IOException {
    OutputStream packedByGzip = new Gzip(gzip);
    ZstdOutputStream packedByZstd = new ZstdOutputStream(zstd, ZSTD_LEVEL);
    OutputStream all = new BufferedOutputStream(new Fan(plain, packedByGzip, packedByZstd), BUFFER);
    writing.to(all);
    all.flush();
    packedByGzip.close();
    packedByZstd.close();
  }

  private synchronized void add(Dump dump) throws IOException {
    dumps.add(dump);
    Files.writeString(
        folder.resolve(dump.name() + ".sha256"), dump.sha256() + "  " + dump.name() + "\n");
  }

  /** Writes the list of what was written. */
  synchronized List<Dump> finish() throws IOException {
    dumps.sort(
        Comparator.comparing(Dump::content).thenComparing(Dump::about).thenComparing(Dump::name));
    Files.write(folder.resolve(LIST), dumps.stream().map(Dump::line).toList());
    return List.copyOf(dumps);
  }

  /** What a finished folder holds; nothing when a release was made without dumps. */
  static List<Dump> list(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    return Files.isRegularFile(list)
        ? Files.readAllLines(list, StandardCharsets.UTF_8).stream().map(Dump::parse).toList()
        : List.of();
  }

  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(GZIP_LEVEL);
    }
  }

  /** One stream into three. */
  private static final class Fan extends OutputStream {
    private final OutputStream[] outs;

    Fan(OutputStream... outs) {
      this.outs = outs;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (OutputStream out : outs) {
        out.write(bytes, offset, length);
      }
    }
  }

  /** A file whose size and digest are known once it is closed. */
  private static final class Measured extends FilterOutputStream {
    private final MessageDigest digest = Digests.sha256();
    private long bytes;

    Measured(Path file) throws IOException {
      super(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] part, int offset, int length) throws IOException {
      out.write(part, offset, length);
      digest.update(part, offset, length);
      bytes += length;
    }

    Dump close(String name, Dump.Content content, String about, String coding) throws IOException {
      close();
      return new Dump(name, content, about, coding, bytes, Digests.hex(digest));
    }
  }
}
