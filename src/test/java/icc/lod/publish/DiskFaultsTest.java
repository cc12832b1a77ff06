package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import icc.lod.publish.SourceFile.Part;
import icc.lod.rdf.RdfFormat;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of disks. */
final class DiskFaultsTest {
  @TempDir Path dir;

  @Test
  void room_tooLittle_isSaidBeforeAnythingIsWritten() throws Exception {
    Path file = dir.resolve("huge.nt");
    long more = Files.getFileStore(dir).getUsableSpace() / 4;
    try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
      hole.setLength(more);
    }
    assertThatThrownBy(() -> DiskFaults.room(dir, List.of(source(file))))
        .hasMessageContaining(dir + " has")
        .hasMessageContaining("may take");
  }

  @Test
  void reason_isWhatTheFileSystemSays() {
    assertThat(DiskFaults.reason(new FileSystemException("/x", null, "Read-only file system"), dir))
        .isEqualTo("/x: Read-only file system");
  }

  private static SourceFile source(Path file) {
    return new SourceFile(file, file.toString(), Part.DATA, RdfFormat.N_TRIPLES, Optional.empty());
  }
}
