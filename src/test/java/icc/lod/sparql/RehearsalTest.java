package icc.lod.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.TestStores;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
  /** Shapes of queries. */
  private static final int SHAPES = 13;

  @TempDir Path state;

  private int rehearsed(String data) throws Exception {
    return rehearsed(data, () -> true);
  }

  private int rehearsed(String data, BooleanSupplier wanted) throws Exception {
    TestStores.publish(state, SparqlSite.BASE, data);
    try (CurrentStore store = TestStores.open(state, opened -> {});
        Lease lease = store.lease()) {
      return new Rehearsal(lease).run(wanted);
    }
  }

  @Test
  void everyShape_isAnswered() throws Exception {
    assertThat(rehearsed(SparqlSite.DATA))
        .isGreaterThanOrEqualTo(SHAPES)
        .satisfies(answered -> assertThat(answered % SHAPES).as("in every round").isZero());
  }

  @Test
  void nothingToAskAbout_nothingIsAsked() throws Exception {
    assertThat(rehearsed("<http://x/a> <http://x/p> \"only words\" .")).isZero();
  }

  @Test
  void notWantedAnyMore_ends() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    assertThat(rehearsed(SparqlSite.DATA, () -> asked.incrementAndGet() <= 3)).isEqualTo(3);
  }
}
