package icc.lod.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import icc.lod.store.Citations;
import icc.lod.store.Inventory;
import icc.lod.store.PublishLock;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Retention;
import icc.lod.store.StateLock;
import icc.lod.store.TestStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** From a state folder to another one by way of a bucket. */
final class ReleasesOverBucketTest {
  private static S3Server server;

  @TempDir Path dir;
  private Path source;
  private Path target;
  private Releases releases;
  private BucketSettings bucket;
  private String prefix;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server();
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
  }

  @BeforeEach
  void folders(TestInfo test) {
    source = dir.resolve("source");
    target = dir.resolve("target");
    releases = new Releases(source);
    prefix = test.getTestMethod().orElseThrow().getName() + "/";
    bucket = server.settings(prefix);
  }

  private int push() throws IOException {
    return push(Duration.ZERO);
  }

  private int push(Duration lead) throws IOException {
    try (Push push = new Push(source, new PushSettings(bucket, lead))) {
      return push.run(Duration.ZERO);
    }
  }

  /** Looks until there is nothing more to do. */
  private void pull() throws IOException {
    try (Pull pull = new Pull(target, bucket)) {
      for (int look = 0; look < 50 && !pull.idle(); look++) {
        pull.look();
      }
    }
  }

  private static Map<String, Long> content(Path state) throws IOException {
    Map<String, Long> content = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(state)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        String name = state.relativize(path).toString();
        if (!name.endsWith(".lock")) {
          content.put(name, Files.size(path));
        }
      }
    }
    content.putIfAbsent("releases/removed", 0L);
    return content;
  }

  private static Optional<Integer> current(Path state) {
    return new Releases(state).current().map(Release::number);
  }

  private String file(Release release, String path) throws IOException {
    return Inventory.of(release).orElseThrow().files().stream()
        .filter(entry -> entry.path().endsWith(path))
        .map(entry -> prefix + "files/" + entry.content().sha256())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void replica_isTheSameToTheByte() throws Exception {
    TestStores.bare(source, "one");
    Release second = TestStores.bare(source, "two");
    releases.point(releases.byNumber(1).orElseThrow());
    push();
    pull();

    assertThat(content(target)).isEqualTo(content(source));
    Releases there = new Releases(target);
    assertThat(there.faults(1)).isEmpty();
    assertThat(there.faults(2)).isEmpty();
    assertThat(there.current()).map(Release::number).contains(1);
    assertThat(there.since()).isEqualTo(releases.since());
    // Of a file that ends in zeros only the beginning travels.
    assertThat(server.names(prefix)).containsEntry(file(second, "POS.dat"), 65_536L);
  }

  @Test
  void push_sendsOnlyWhatIsLacking() throws Exception {
    TestStores.bare(source, "one");
    int first = push();
    assertThat(first).isEqualTo(4);
    assertThat(push()).isZero();
    // The same two files, in a release with another manifest, of which the list is the same, too.
    TestStores.bare(source, "one");
    assertThat(push()).isEqualTo(1);
    releases.point(releases.byNumber(1).orElseThrow());
    assertThat(push()).isZero();
    pull();
    assertThat(current(target)).contains(1);
  }

  @Test
  void replica_linksFilesThatItHas() throws Exception {
    TestStores.bare(source, "one");
    push();
    pull();
    Release again = TestStores.bare(source, "one");
    push();
    // Not there any more, so that it can only come from here.
    server.remove(file(again, "SPO.dat"));
    pull();
    assertThat(current(target)).contains(2);
    Path linked =
        new Releases(target).byNumber(2).orElseThrow().folder().resolve("tdb2/Data-0001/SPO.dat");
    assertThat(Files.getAttribute(linked, "unix:nlink")).isEqualTo(2);
  }

  @Test
  void halfPushed_isNeverSeen() throws Exception {
    TestStores.bare(source, "one");
    push();
    String pointer = server.get(prefix + "current");
    Release second = TestStores.bare(source, "two");
    push();
    // Killed before the pointer: all the objects, and the pointer of before.
    server.put(prefix + "current", pointer);
    pull();
    assertThat(current(target)).contains(1);
    assertThat(new Releases(target).byNumber(2)).isEmpty();
    // Killed between files: the next push sends the rest.
    server.remove(file(second, "SPO.dat"));
    assertThat(push()).isEqualTo(1);
    pull();
    assertThat(current(target)).contains(2);
    assertThat(new Releases(target).faults(2)).isEmpty();
  }

  @Test
  void corruptObject_isRefused_andFetchedAgain() throws Exception {
    TestStores.bare(source, "one");
    push();
    pull();
    Release second = TestStores.bare(source, "two");
    push();
    String name = file(second, "SPO.dat");
    server.put(name, "owt");
    assertThatThrownBy(this::pull)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(name.substring(prefix.length()))
        .hasMessageContaining("is corrupt");
    assertThat(current(target)).contains(1);
    assertThat(new Releases(target).byNumber(2)).isEmpty();

    server.remove(name);
    push();
    pull();
    assertThat(current(target)).contains(2);
    assertThat(new Releases(target).faults(2)).isEmpty();
    assertThat(content(target)).isEqualTo(content(source));
  }

  @Test
  void corruptPointerOrManifest_isRefused() throws Exception {
    TestStores.bare(source, "one");
    push();
    String pointer = server.get(prefix + "current");
    for (String bad :
        List.of("noise", "{}", pointer.replace("\"current\" : 1", "\"current\" : 9"))) {
      server.put(prefix + "current", bad);
      assertThatThrownBy(this::pull)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("pointer");
    }
    server.put(prefix + "current", pointer);
    String manifest = Pointer.parse(pointer).manifest();
    String name = prefix + Pointer.file(manifest);
    server.put(name, server.get(name).replace("one", "two"));
    assertThatThrownBy(this::pull).isInstanceOf(IOException.class).hasMessageContaining("corrupt");
    assertThat(current(target)).isEmpty();
  }

  @Test
  void removedReleases_goFromReplica_butNotThoseCitedThere() throws Exception {
    for (String content : List.of("one", "two", "three", "four")) {
      TestStores.bare(source, content);
    }
    push();
    pull();
    new Citations(target).cite(2, "0123456789abcdef", new Releases(target));
    new Retention(1).apply(releases, Instant.parse("2026-02-01T00:00:00Z"));
    push();
    pull();
    Releases there = new Releases(target);
    assertThat(there.all()).extracting(Release::number).containsExactly(2, 4);
    assertThat(there.removed(1)).contains(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(there.nextNumber()).isEqualTo(5);
  }

  @Test
  void sweep_deletesWhatNoReleaseNeeds_onceItIsOld() throws Exception {
    Release first = TestStores.bare(source, "one");
    String own = file(first, "SPO.dat");
    Inventory gone = Inventory.of(first).orElseThrow();
    Release second = TestStores.bare(source, "two");
    push();
    server.put(prefix + Pointer.file("left-by-a-kill"), "x");
    new Retention(1).apply(releases, Instant.now());
    push();
    assertThat(server.names(prefix)).containsKey(own);

    try (Bucket there = new Bucket(bucket)) {
      Sweep sweep = new Sweep(there);
      List<Inventory> kept = List.of(Inventory.of(second).orElseThrow());
      Pointer.Left left = new Pointer.Left(Inventory.digest(gone.manifest()), Instant.now());
      Instant later = Instant.now().plus(Sweep.GRACE).plusSeconds(60);
      assertThat(sweep.run(kept, List.of(), Instant.now())).isZero();
      assertThat(sweep.run(kept, List.of(left), later)).isEqualTo(1);
      assertThat(server.names(prefix)).containsKey(own);
      assertThat(sweep.run(kept, List.of(), later)).isEqualTo(4);
    }
    pull();
    assertThat(current(target)).contains(2);
    assertThat(server.names(prefix)).doesNotContainKey(own).hasSize(5);
  }

  @Test
  void wrongCredentials_areToldFrom_noBucket_andFromNobodyThere() throws Exception {
    TestStores.bare(source, "one");
    S3Server.credentials("icc-test-key", "not-the-secret");
    try {
      assertThatThrownBy(this::push).hasMessageContaining("refuses these credentials");
      assertThatThrownBy(this::pull)
          .hasMessageContaining("refuses these credentials")
          .hasMessageContaining("AWS_ACCESS_KEY_ID")
          .hasMessageNotContaining("not-the-secret");
    } finally {
      S3Server.credentials("icc-test-key", "icc-test-secret");
    }
    bucket =
        BucketSettings.parse(
            "s3://elsewhere/x", Optional.of(server.address()), Optional.of("eu-west-1"));
    assertThatThrownBy(this::pull).hasMessageContaining("There is no bucket elsewhere");
    server.down(
        () ->
            assertThatThrownBy(this::pull)
                .hasMessageContaining("s3://elsewhere/x/ cannot be reached"));
  }

  @Test
  void emptyBucket_isNoFault() throws Exception {
    try (Pull pull = new Pull(target, bucket)) {
      assertThat(pull.look()).isFalse();
    }
    assertThat(current(target)).isEmpty();
  }

  @Test
  void stateFolderThatWasLost_doesNotSweepAway() throws Exception {
    TestStores.bare(source, "one");
    TestStores.bare(source, "two");
    push();
    source = dir.resolve("anew");
    TestStores.bare(source, "other");
    SortedMap<String, Long> before = server.names(prefix);
    assertThatThrownBy(this::push)
        .hasMessageContaining("has release 2")
        .hasMessageContaining("--follow");
    assertThat(server.names(prefix)).isEqualTo(before);
  }

  @Test
  void otherRelease_byTheSameNumber_takesItsPlace() throws Exception {
    TestStores.bare(source, "one");
    push();
    pull();
    source = dir.resolve("anew");
    TestStores.bare(source, "other");
    push();
    pull();
    assertThat(content(target)).isEqualTo(content(source));
    assertThat(new Releases(target).current().orElseThrow().sources()).isEqualTo("other");
  }

  @Test
  void lead_letsFollowersFetchBeforeItIsCurrent() throws Exception {
    TestStores.bare(source, "one");
    push();
    pull();
    TestStores.bare(source, "two");
    Thread pushing =
        Thread.startVirtualThread(
            () -> assertThat(catching(() -> push(Duration.ofSeconds(2)))).isTrue());
    try (Pull pull = new Pull(target, bucket)) {
      while (new Releases(target).byNumber(2).isEmpty()) {
        pull.look();
      }
      assertThat(current(target)).contains(1);
    }
    pushing.join();
    pull();
    assertThat(current(target)).contains(2);
  }

  private interface Action {
    void run() throws IOException;
  }

  private static boolean catching(Action action) {
    try {
      action.run();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  @SuppressWarnings("try") // the locks are held, not used
  void whoHoldsTheLock_isNotDisturbed() throws Exception {
    TestStores.bare(source, "one");
    try (StateLock held = StateLock.tryTake(source, "push").orElseThrow()) {
      assertThatThrownBy(this::push).hasMessageContaining("still pushing");
    }
    push();
    try (PublishLock held = PublishLock.tryTake(target).orElseThrow();
        Pull pull = new Pull(target, bucket)) {
      assertThat(pull.look()).isFalse();
      assertThat(current(target)).isEmpty();
    }
    pull();
    assertThat(current(target)).contains(1);
  }

  @Test
  void placeOutsideOfTheRelease_isRefused() throws Exception {
    TestStores.bare(source, "one");
    push();
    String pointer = server.get(prefix + "current");
    String manifest = Pointer.parse(pointer).manifest();
    String text = server.get(prefix + Pointer.file(manifest));
    String list = server.get(prefix + Pointer.file(Inventory.seal(text)));
    String evilList = list.replace("tdb2/Data-0001/SPO.dat", "../../../evil/x.dat...");
    String evil = text.replace(Inventory.seal(text), Inventory.digest(evilList));
    server.put(prefix + Pointer.file(Inventory.digest(evilList)), evilList);
    server.put(prefix + Pointer.file(Inventory.digest(evil)), evil);
    server.put(prefix + "current", pointer.replace(manifest, Inventory.digest(evil)));
    assertThatThrownBy(this::pull).hasMessageContaining("outside of the release");
    assertThat(dir.resolve("evil")).doesNotExist();
  }
}
