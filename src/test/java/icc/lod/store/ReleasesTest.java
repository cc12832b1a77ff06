package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleasesTest {
  private static final String BASE = "http://example.org/";

  @TempDir Path state;

  @Test
  void current_nothingPublished_isEmpty() {
    assertThat(new Releases(state).current()).isEmpty();
    assertThat(new Releases(state.resolve("nowhere")).all()).isEmpty();
  }

  @Test
  void current_followsThePointer() throws Exception {
    Release first = TestStores.publish(state, BASE, "<a> <b> 1 .");
    Release second = TestStores.publish(state, BASE, "<a> <b> 2 .");
    Releases releases = new Releases(state);

    assertThat(releases.all()).containsExactly(first, second);
    assertThat(releases.current()).contains(second);
    releases.point(first);
    assertThat(releases.current()).contains(first);
    assertThat(releases.nextNumber()).isEqualTo(3);
  }

  @Test
  void since_growsWithEachMoveOfThePointer() throws Exception {
    Release first = TestStores.publish(state, BASE, "<a> <b> 1 .");
    Releases releases = new Releases(state);
    Instant before = releases.since().orElseThrow();
    TestStores.publish(state, BASE, "<a> <b> 2 .");
    Instant after = releases.since().orElseThrow();
    releases.point(first);

    assertThat(after).isAfter(before);
    assertThat(releases.since().orElseThrow()).isAfter(after);
    assertThat(new Releases(state.resolve("nowhere")).since()).isEmpty();
    try (CurrentStore store = TestStores.open(state)) {
      assertThat(store.since()).isEqualTo(releases.since());
    }
  }

  @Test
  void current_corruptPointer_isTheNewestWholeRelease() throws Exception {
    TestStores.publish(state, BASE, "<a> <b> 1 .");
    Release second = TestStores.publish(state, BASE, "<a> <b> 2 .");

    Files.writeString(state.resolve("current"), "nonsense");
    assertThat(new Releases(state).current()).contains(second);
    Files.writeString(state.resolve("current"), "99");
    assertThat(new Releases(state).current()).contains(second);
  }

  @Test
  void current_halfDeletedRelease_isNotServed() throws Exception {
    Release first = TestStores.publish(state, BASE, "<a> <b> 1 .");
    Release second = TestStores.publish(state, BASE, "<a> <b> 2 .");
    Files.delete(second.folder().resolve("release.json"));

    assertThat(new Releases(state).current()).contains(first);
  }

  @Test
  void store_readBySeveral_eachWithItsOwnView() throws Exception {
    Release release = TestStores.publish(state, BASE, "<a> <b> 1 .");
    try (Tdb2Store one = Tdb2Store.open(release.database());
        Tdb2Store two = Tdb2Store.open(release.database())) {
      one.check();
      two.check();
      assertThat(size(one)).isEqualTo(size(two)).isEqualTo(1);
    }
  }

  @Test
  void store_missing_isUnavailableNotEmpty() {
    assertThatThrownBy(() -> Tdb2Store.open(state.resolve("tdb2")))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("tdb2");
  }

  @Test
  void lease_nothingPublished_isUnavailable() {
    try (CurrentStore store = TestStores.open(state)) {
      assertThatThrownBy(store::lease).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void lease_outlivesTheSwitch() throws Exception {
    TestStores.publish(state, BASE, "<a> <b> 1 .");
    try (CurrentStore store = TestStores.open(state)) {
      try (Lease old = store.lease()) {
        TestStores.publish(state, BASE, "<a> <b> 1, 2 .");
        assertThat(store.refresh()).isTrue();
        assertThat(CompletableFuture.supplyAsync(() -> size(store)).join()).isEqualTo(2);
        assertThat(size(old.store())).isEqualTo(1);
      }
      assertThat(store.refresh()).isFalse();
    }
  }

  @Test
  void lease_takenWhileOneIsHeld_isOnTheSameRelease() throws Exception {
    TestStores.publish(state, BASE, "<a> <b> 1 .");
    try (CurrentStore store = TestStores.open(state)) {
      Lease first = store.lease();
      TestStores.publish(state, BASE, "<a> <b> 1, 2 .");
      assertThat(store.refresh()).isTrue();
      assertThat(size(store)).as("what the thread reads").isEqualTo(1);
      try (Lease around = store.lease()) {
        first.handOver();
        assertThat(size(store)).as("the second is still held").isEqualTo(1);
        assertThat(around.release()).isEqualTo(first.release());
      }
      assertThat(size(store)).as("the first is another thread's to close").isEqualTo(2);
      assertThat(size(first.store())).isEqualTo(1);
      first.close();
    }
  }

  @Test
  void store_afterAnErrorOfTheMachine_isOpenedAnew() throws Exception {
    TestStores.publish(state, BASE, "<a> <b> 1 .");
    try (CurrentStore store = TestStores.open(state)) {
      Lease before = store.lease();
      Store struck = before.store();
      assertThatThrownBy(
              () ->
                  struck.read(
                      dataset -> {
                        throw new StackOverflowError();
                      }))
          .isInstanceOf(StackOverflowError.class);
      try (Lease lease = store.lease()) {
        assertThat(lease.store()).isNotSameAs(struck);
        assertThat(lease.release().number()).isEqualTo(before.release().number());
        lease.store().check();
      }
      // Who reads there still may finish, or is told that it was not their fault.
      struck.check();
      assertThatThrownBy(() -> struck.read(ReleasesTest::beyondTheBuffer))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("try again");
      before.close();
    }
  }

  @Test
  void publishLock_isHeldByOne() throws Exception {
    try (PublishLock held = PublishLock.tryTake(state).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(PublishLock.tryTake(state)).isEmpty();
    }
    assertThat(PublishLock.tryTake(state)).isPresent();
  }

  /** What TDB2's access to blocks throws where the buffer's end was not put back. */
  private static boolean beyondTheBuffer(DatasetGraph dataset) {
    throw new IllegalArgumentException("newPosition > limit: (24576 > 16384)");
  }

  private static int size(CurrentStore store) {
    try (Lease lease = store.lease()) {
      return size(lease.store());
    }
  }

  private static int size(Store store) {
    return store.read(
        dataset -> dataset.getDefaultGraph().find(Node.ANY, Node.ANY, Node.ANY).toList().size());
  }
}
