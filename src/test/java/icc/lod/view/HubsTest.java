package icc.lod.view;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.TestStores;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is linked most. */
final class HubsTest {
  @TempDir Path dir;

  private static Node iri(String name) {
    return NodeFactory.createURI("http://e.org/" + name);
  }

  @Test
  void incoming_isKnownOfWhatIsLinkedMost() throws Exception {
    StringBuilder data = new StringBuilder("PREFIX : <http://e.org/> ");
    for (int thing = 0; thing < 700; thing++) {
      data.append(":t%d :in :hub ; :near :hub, :rare ; :says \"hub\" .\n".formatted(thing));
    }
    TestStores.publish(dir, "http://e.org/", data.toString());
    try (CurrentStore store = TestStores.open(dir);
        Lease lease = store.lease()) {
      Hubs hubs = Hubs.of(new Reading(lease.store()));
      Map<Node, Long> expected = Map.of(iri("in"), 700L, iri("near"), 700L);
      assertThat(hubs.incoming(iri("hub"))).contains(expected);
      assertThat(hubs.incoming(iri("rare"))).isEmpty();
    }
  }
}
