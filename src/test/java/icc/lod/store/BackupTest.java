package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** There and back again. */
final class BackupTest {
  private static final String BASE = "http://example.org/";

  @TempDir Path dir;
  private Path state;
  private Releases releases;

  @BeforeEach
  void twoReleasesOfWhichOneIsCited() throws Exception {
    state = dir.resolve("state");
    releases = new Releases(state);
    Release first = TestStores.bare(state, "one");
    TestStores.bare(state, "two");
    releases.point(first);
    new Citations(state).cite(2, "0123456789abcdef", releases);
    Files.createDirectories(state.resolve("queries"));
    Files.writeString(state.resolve("queries/saved"), "ASK {}");
    Files.createDirectory(state.resolve("releases/.building-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"backup.tar.zst", "backup"})
  void restored_isTheSame(String name) throws Exception {
    Path backup = dir.resolve(name);
    Backup made = Backup.write(releases, backup);
    assertThat(made.releases()).isEqualTo(2);

    Path other = dir.resolve("other/state");
    assertThat(restore(backup, other)).isEmpty();

    assertThat(content(other))
        .isEqualTo(content(state))
        .containsKey("cited/000002/0123456789abcdef");
    Releases restored = new Releases(other);
    assertThat(restored.current()).map(Release::number).contains(1);
    assertThat(restored.faults(2)).isEmpty();
  }

  @Test
  void restored_database_isRead() throws Exception {
    Path real = dir.resolve("real");
    TestStores.publish(real, BASE, "<a> <b> 1, 2 .");
    Path backup = dir.resolve("backup.tar.zst");
    Backup made = Backup.write(new Releases(real), backup);
    assertThat(Files.size(backup)).isLessThan(made.bytes() / 100);
    Path other = dir.resolve("other");
    assertThat(restore(backup, other)).isEmpty();
    try (CurrentStore store = TestStores.open(other);
        Lease lease = store.lease()) {
      assertThat(lease.store().<Integer>read(data -> data.getDefaultGraph().size())).isEqualTo(2);
    }
  }

  @Test
  void files_thatReleasesShare_areKeptOnce() throws Exception {
    Path shared = releases.byNumber(1).orElseThrow().folder().resolve("files");
    Files.createLink(state.resolve("queries/again"), shared);
    Path backup = dir.resolve("backup.tar.zst");
    Backup.write(releases, backup);
    Path other = dir.resolve("other");
    assertThat(restore(backup, other)).isEmpty();
    assertThat(Files.getAttribute(other.resolve("queries/again"), "unix:nlink")).isEqualTo(2);
  }

  @Test
  void backup_isNeverWrittenOver() throws Exception {
    Path backup = dir.resolve("backup.tar.zst");
    Files.writeString(backup, "precious");
    assertThatThrownBy(() -> Backup.write(releases, backup))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(backup).hasContent("precious");
  }

  @Test
  void restore_changedByte_changesNothing() throws Exception {
    Path backup = dir.resolve("backup");
    Backup.write(releases, backup);
    Files.writeString(backup.resolve("releases/000002/tdb2/Data-0001/SPO.dat"), "x");
    Map<String, Long> before = content(state);

    assertThat(restore(backup, state)).singleElement().asString().contains("release 2: its file");
    assertThat(content(state)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "cut", "noise"})
  void restore_whatIsNoBackup_changesNothing(String kind) throws Exception {
    Path good = dir.resolve("good.tar.zst");
    Backup.write(releases, good);
    byte[] bytes = Files.readAllBytes(good);
    Path bad = dir.resolve("bad.tar.zst");
    switch (kind) {
      case "empty" -> Files.createDirectory(bad);
      case "cut" -> Files.write(bad, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      default -> Files.writeString(bad, "noise");
    }
    Map<String, Long> before = content(state);
    if (kind.equals("empty")) {
      assertThat(restore(bad, state)).containsExactly("it holds no release");
    } else {
      assertThatThrownBy(() -> restore(bad, state)).isInstanceOf(IOException.class);
    }
    assertThat(content(state)).isEqualTo(before);
  }

  /** A kill between any two renames of a restoration is ended by whoever takes the lock next. */
  @Test
  void restore_killed_isEndedByTheNext() throws Exception {
    Path backup = dir.resolve("backup");
    Backup.write(releases, backup);
    Map<String, Long> wanted = content(state);
    for (int renames = 0; renames < 4; renames++) {
      Path other = dir.resolve("other" + renames);
      TestStores.bare(other, "other");
      new Unpacking(Files.createDirectories(other.resolve(".restored"))).unpack(backup);
      if (renames > 0) {
        Path old = Files.createDirectories(other.resolve(".replaced"));
        Files.move(other.resolve("current"), old.resolve("current"));
        Files.move(other.resolve("releases"), old.resolve("releases"));
      }
      if (renames > 1) {
        Files.move(other.resolve(".restored"), other.resolve(".restored-now"));
      }
      if (renames > 2) {
        Files.move(other.resolve(".restored-now/releases"), other.resolve("releases"));
      }
      PublishLock.mend(other);
      assertThat(content(other)).as(renames + " renames").isEqualTo(wanted);
      assertThat(new Releases(other).standing().note()).isEmpty();
    }
  }

  private static List<String> restore(Path backup, Path state) throws IOException {
    try (PublishLock lock = PublishLock.tryTake(state).orElseThrow()) {
      assertThat(lock).isNotNull();
      return new Restoration(state).from(backup);
    }
  }

  /** Every file that is not a process's own, with its size. */
  private static Map<String, Long> content(Path state) throws IOException {
    Map<String, Long> content = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(state)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        if (!path.toString().endsWith(".lock")) {
          content.put(state.relativize(path).toString(), Files.size(path));
        }
      }
    }
    return content;
  }
}
