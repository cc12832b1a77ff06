package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  static {
    JenaSystem.init();
  }

  private final AtomicLong nanos = new AtomicLong();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  @Test
  void phase_isToldWithRateAndWhatIsLeft() {
    try (Progress progress = progress(false)) {
      Progress.Phase reading = progress.begin("reading", 400);
      pass(2);
      reading.read(3000);
      reading.did(100);
      assertThat(progress.text()).isEqualTo("reading 3,000 triples, 1,500/s, 25 %, 6 s left");
    }
  }

  @Test
  void phases_sideBySide_areToldUntilTheyEnd() {
    try (Progress progress = progress(false);
        Progress.Phase one = progress.begin("one", 0)) {
      pass(61);
      try (Progress.Phase other = progress.begin("other", 10)) {
        other.did(10);
        assertThat(progress.text()).isEqualTo("one, 61 s; other, 0 s");
      }
      one.did(1);
      assertThat(progress.text()).isEqualTo("one, 61 s");
    }
  }

  @Test
  void log_getsPlainLines() throws InterruptedException {
    try (Progress progress = progress(false);
        Progress.Phase phase = progress.begin("indexing", 0)) {
      assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("indexing, 0 s");
      phase.did(0);
    }
  }

  @Test
  void terminal_getsOneLineWrittenOver() throws InterruptedException {
    try (Progress progress = progress(true);
        Progress.Phase phase = progress.begin("x".repeat(200), 0)) {
      assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo("\r\u001b[K" + "x".repeat(110) + "\r");
      phase.did(0);
    }
  }

  @Test
  void graph_readWhole_isCounted() {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.add(SSE.parseTriple("(<urn:a> <urn:p> 1)"));
    graph.add(SSE.parseTriple("(<urn:a> <urn:p> 2)"));
    graph.add(SSE.parseTriple("(<urn:b> <urn:p> 3)"));
    try (Progress progress = progress(false)) {
      Graph watched = new WatchedGraph(graph, progress.begin("text", 3));
      pass(1);
      assertThat(watched.find(SSE.parseNode("<urn:a>"), Node.ANY, Node.ANY).toList()).hasSize(2);
      assertThat(progress.text()).isEqualTo("text, 1 s");
      assertThat(watched.find().toList()).hasSize(3);
      assertThat(progress.text()).isEqualTo("text 3 triples, 3/s, 1 s");
    }
  }

  private Progress progress(boolean terminal) {
    return new Progress(terminal, told::add, Duration.ofMillis(20), nanos::get);
  }

  private void pass(long seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }
}
