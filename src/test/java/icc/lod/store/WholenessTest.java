package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a disk can do to releases, and what is served then. */
final class WholenessTest {
  private static final String BASE = "http://example.org/";

  @TempDir Path state;

  @Test
  void release_listsAllItsFiles_andIsTheSameAfterItWasRead() throws Exception {
    Release release = TestStores.publish(state, BASE, "<a> <b> 1 .");
    try (Tdb2Store store = Tdb2Store.open(release.database())) {
      store.read(data -> data.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).hasNext());
    }
    FileList listed = FileList.parse(Files.readString(release.folder().resolve(FileList.FILE)));
    assertThat(listed.entries())
        .extracting(FileList.Entry::path)
        .contains("tdb2/Data-0001/SPO.dat");
    assertThat(listed.entries().size()).isGreaterThan(30);
    assertThat(new Releases(state).faults(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pointer empty",
        "pointer nonsense",
        "pointer to nowhere",
        "pointer gone",
        "folder gone",
        "manifest gone",
        "manifest empty",
        "manifest cut",
        "format unknown",
        "list gone",
        "list changed",
        "file gone",
        "file empty",
        "file longer",
        "half deleted"
      })
  void current_afterHarm_isTheLastWholeRelease(String harm) throws Exception {
    publish(1);
    Release second = publish(2);
    Release third = publish(3);
    harm(harm, third.folder());
    boolean pointer = harm.startsWith("pointer");

    Releases releases = new Releases(state);
    Standing standing = releases.standing();

    assertThat(standing.release().map(Release::number)).contains(pointer ? 3 : 2);
    assertThat(standing.note()).contains(pointer ? "release 3 is served" : "release 2 is served");
    // What comes next gets a number and a folder of its own, and the pointer is as it should be.
    assertThat(releases.nextNumber()).isGreaterThanOrEqualTo(harm.equals("folder gone") ? 3 : 4);
    releases.mendPointer();
    assertThat(new Releases(state).standing().note()).isEmpty();
    Release fourth = publish(4);
    assertThat(new Releases(state).current()).contains(fourth);
    assertThat(second.folder()).exists();
  }

  @Test
  void start_afterHarm_servesAndSaysWhy() throws Exception {
    TestStores.publish(state, BASE, "<a> <b> 1 .");
    Path second = publish(2).folder();
    Files.delete(second.resolve("tdb2/Data-0001/POS.dat"));
    try (CurrentStore store = TestStores.open(state);
        Lease lease = store.lease()) {
      lease.store().check();
      assertThat(lease.release().number()).isEqualTo(1);
      assertThat(store.incidents())
          .extracting(Incident::text)
          .containsExactly(
              "The pointer names release 2, which is damaged: its file tdb2/Data-0001/POS.dat is"
                  + " missing; release 1 is served");
    }
  }

  private void harm(String harm, Path third) throws IOException {
    Path current = state.resolve("current");
    Path manifest = third.resolve("release.json");
    Path file = third.resolve("tdb2/Data-0001/SPO.dat");
    switch (harm) {
      case "pointer empty" -> Files.writeString(current, "");
      case "pointer nonsense" -> Files.write(current, new byte[] {0, 0, 0, 0});
      case "pointer to nowhere" -> Files.writeString(current, "99\n");
      case "pointer gone" -> Files.delete(current);
      case "folder gone" -> Releases.delete(third);
      case "manifest gone" -> Files.delete(manifest);
      case "manifest empty" -> Files.writeString(manifest, "");
      case "manifest cut" -> Files.writeString(manifest, Files.readString(manifest).substring(9));
      case "format unknown" -> replace(manifest, "\"format\" : 1", "\"format\" : 2");
      case "list gone" -> Files.delete(third.resolve("files"));
      case "list changed" -> replace(third.resolve("files"), "SPO.dat", "SPO.did");
      case "file gone" -> Files.delete(file);
      case "file empty" -> Files.write(file, new byte[0]);
      case "file longer" -> Files.write(file, new byte[9 << 20]);
      case "half deleted" -> Releases.delete(third.resolve("tdb2"));
      default -> throw new IllegalArgumentException(harm);
    }
  }

  private static void replace(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(what);
    Files.writeString(file, text.replace(what, by));
  }

  @Test
  void verify_findsWhatOnlyTheBytesTell() throws Exception {
    Release release = publish(1);
    Path file = release.folder().resolve("tdb2/Data-0001/SPO.dat");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(2);
      bytes.write(1);
    }
    assertThat(new Releases(state).byNumber(1)).isPresent();
    assertThat(new Releases(state).faults(1))
        .containsExactly("the bytes of its file tdb2/Data-0001/SPO.dat have changed");
  }

  @Test
  void release_ofAnOlderProgram_isServed() throws Exception {
    Release release = publish(1);
    Path manifest = release.folder().resolve("release.json");
    replace(manifest, "\"format\" : 1 ,", "");
    Files.writeString(
        manifest, Files.readString(manifest).replaceAll(",\\s*\"files\" : \"\\w+\"", ""));
    assertThat(new Releases(state).current()).contains(release);
    assertThat(new Releases(state).faults(1)).containsExactly(Wholeness.UNLISTED);
  }

  @Test
  void start_whatCannotBeOpened_isPassedOver() throws Exception {
    TestStores.publish(state, BASE, "<a> <b> 1 .");
    publish(2);
    Release third = publish(3);
    CurrentStore store =
        new CurrentStore(
            new Releases(state),
            release -> {
              if (release.number() > 1) {
                throw new StoreUnavailableException("no database", new IOException("struck"));
              }
              return Tdb2Store.open(release.database());
            });
    try (store) {
      assertThat(store.refresh()).isTrue();
      try (Lease lease = store.lease()) {
        assertThat(lease.release().number()).isEqualTo(1);
      }
      assertThat(store.incidents().get(0).text())
          .isEqualTo("Release 3 cannot be opened (no database); release 1 is served");
      assertThat(store.refresh()).as("is not tried at every look").isFalse();
      assertThat(new Releases(state).current()).contains(third);
    }
  }

  @Test
  void damaged_goesWithTheReleasesOfItsAge() throws Exception {
    publish(1);
    Release second = publish(2);
    publish(3);
    publish(4);
    Files.delete(second.folder().resolve("files"));
    Releases releases = new Releases(state);
    assertThat(releases.damaged()).containsOnlyKeys(2);
    new Retention(3).apply(releases, Instant.EPOCH);
    assertThat(second.folder()).exists();
    publish(5);
    assertThat(new Retention(2).apply(releases, Instant.EPOCH)).containsExactly(1, 3);
    assertThat(second.folder()).doesNotExist();
    try (Stream<Path> left = Files.list(state.resolve("releases"))) {
      assertThat(left.map(path -> path.getFileName().toString()).sorted().toList())
          .isEqualTo(List.of("000004", "000005", "removed"));
    }
  }

  @Test
  void adopted_incompleteCopy_isNone() throws Exception {
    Release release = publish(1);
    Releases other = new Releases(state.resolve("other"));
    Path building = other.newBuilding();
    Releases.copy(release.folder(), building);
    Files.delete(building.resolve("tdb2/Data-0001/SPO.dat"));
    assertThatThrownBy(() -> other.adopt(building, release))
        .hasMessageContaining("SPO.dat is missing");
    assertThat(other.all()).isEmpty();
  }

  private Release publish(int number) throws Exception {
    return TestStores.bare(state, "release " + number);
  }
}
