package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PastReleasesTest {
  private static final String BASE = "https://example.org/";
  private static final int MOST = 3;

  @TempDir Path state;
  private final AtomicInteger opened = new AtomicInteger();
  private PastReleases past;
  private Releases releases;

  @BeforeEach
  void open() {
    releases = new Releases(state);
    past =
        new PastReleases(
            releases,
            release -> {
              opened.incrementAndGet();
              return Tdb2Store.open(release.database());
            },
            MOST);
  }

  @AfterEach
  void close() {
    past.close();
  }

  private void publish(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      TestStores.publish(state, BASE, "<x> <y> " + releases.nextNumber() + " .");
    }
  }

  private static String value(Lease lease) {
    return lease
        .store()
        .read(
            data ->
                data.getDefaultGraph()
                    .find(Node.ANY, Node.ANY, Node.ANY)
                    .next()
                    .getObject()
                    .getLiteralLexicalForm());
  }

  private void remove(int number) throws Exception {
    Release release = releases.byNumber(number).orElseThrow();
    assertThat(releases.remove(release.number(), new Citations(state), Instant.EPOCH)).isTrue();
  }

  @Test
  void eachReleaseGivesItsOwnState_andFewAreOpen() throws Exception {
    publish(8);
    for (int round = 0; round < 2; round++) {
      for (int number = 1; number <= 8; number++) {
        try (Lease lease = past.lease(number).orElseThrow()) {
          assertThat(value(lease)).isEqualTo(Integer.toString(number));
        }
        assertThat(past.openNow()).isLessThanOrEqualTo(MOST);
      }
    }
    opened.set(0);
    past.lease(8).orElseThrow().close();
    past.lease(8).orElseThrow().close();
    assertThat(opened).hasValue(0);
    past.lease(1).orElseThrow().close();
    past.lease(8).orElseThrow().close();
    assertThat(opened).as("the one asked for longest ago is closed").hasValue(1);
  }

  @Test
  void whatWasMade_isKeptAsLongAsItIsOpen() throws Exception {
    publish(5);
    Object key = new Object();
    AtomicInteger made = new AtomicInteger();
    for (int i = 0; i < 3; i++) {
      try (Lease lease = past.lease(1).orElseThrow()) {
        assertThat(lease.values().<Integer>make(key, made::incrementAndGet)).isEqualTo(1);
      }
    }
    for (int number = 2; number <= 4; number++) {
      past.lease(number).orElseThrow().close();
    }
    try (Lease lease = past.lease(1).orElseThrow()) {
      assertThat(lease.values().find(key)).isEmpty();
    }
  }

  @Test
  void removedWhileItIsRead_isReadToTheEnd() throws Exception {
    publish(3);
    try (Lease lease = past.lease(1).orElseThrow()) {
      remove(1);
      assertThat(value(lease)).isEqualTo("1");
      assertThat(past.lease(1)).isEmpty();
      assertThat(value(lease)).isEqualTo("1");
    }
    assertThat(past.openNow()).isZero();
    assertThat(past.named(1)).isEmpty();
    assertThat(past.kept()).extracting(Release::number).containsExactly(2, 3);
  }

  @Test
  void tidy_closesWhatIsGone() throws Exception {
    publish(2);
    past.lease(1).orElseThrow().close();
    past.tidy();
    assertThat(past.openNow()).isEqualTo(1);
    remove(1);
    past.tidy();
    assertThat(past.openNow()).isZero();
  }

  @Test
  void allPlacesTaken_waitsForOne() throws Exception {
    publish(MOST + 1);
    List<Lease> taken = new ArrayList<>();
    for (int number = 1; number <= MOST; number++) {
      taken.add(past.lease(number).orElseThrow());
    }
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<String> waiting =
          other.submit(
              () -> {
                try (Lease lease = past.lease(MOST + 1).orElseThrow()) {
                  return value(lease);
                }
              });
      Thread.sleep(200);
      assertThat(waiting.isDone()).isFalse();
      taken.remove(0).close();
      assertThat(waiting.get()).isEqualTo(Integer.toString(MOST + 1));
    }
    taken.forEach(Lease::close);
  }

  @Test
  void readers_goOn_whileReleasesComeAndGo() throws Exception {
    publish(6);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger read = new AtomicInteger();
    Callable<Integer> reader =
        () -> {
          while (!stop.get()) {
            List<Release> kept = past.kept();
            Release one = kept.get(ThreadLocalRandom.current().nextInt(kept.size()));
            var leased = past.lease(one.number());
            if (leased.isPresent()) {
              try (Lease lease = leased.get()) {
                assertThat(value(lease)).isEqualTo(Integer.toString(one.number()));
                read.incrementAndGet();
              }
            } else {
              assertThat(releases.byNumber(one.number())).isEmpty();
            }
          }
          return 1;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        readers.add(threads.submit(reader));
      }
      for (int i = 0; i < 10; i++) {
        publish(1);
        new Retention(6).apply(releases, Instant.EPOCH);
      }
      stop.set(true);
      for (Future<Integer> one : readers) {
        assertThat(one.get()).isEqualTo(1);
      }
    }
    assertThat(read.get()).isGreaterThan(20);
    assertThat(releases.all()).hasSize(6);
  }
}
