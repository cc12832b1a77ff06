package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store at a Fuseki in this process. */
final class SparqlStoreTest extends StoreContract {
  private final Collection<AutoCloseable> opened = new ArrayList<>();

  @Override
  Store open(Release release) {
    return SparqlStore.at(serve(release).endpoint());
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void prefixes_areTheUsualAndThoseThatVocabulariesName() throws Exception {
    String data =
        """
        <http://e.org/o> <http://purl.org/vocab/vann/preferredNamespacePrefix> "ex" ;
          <http://purl.org/vocab/vann/preferredNamespaceUri> "http://e.org/" .
        <http://e.org/s> <http://www.w3.org/ns/shacl#declare> [
          <http://www.w3.org/ns/shacl#prefix> "sp" ;
          <http://www.w3.org/ns/shacl#namespace>
            "http://e.org/sp#"^^<http://www.w3.org/2001/XMLSchema#anyURI> ] .
        """;
    try (Store store = open(TestStores.publish(state, "http://e.org/", data))) {
      assertThat(store.<Map<String, String>>read(set -> set.prefixes().getMapping()))
          .containsEntry("ex", "http://e.org/")
          .containsEntry("sp", "http://e.org/sp#")
          .containsKey("rdfs");
    }
  }

  @Test
  void blankNodeOfAnotherAnswer_matchesNothing() throws Exception {
    String data = "<http://e.org/a> <http://e.org/p> [ <http://e.org/q> 1 ] .";
    try (Store store = open(TestStores.publish(state, "http://e.org/", data))) {
      Quad pattern = Quad.create(Quad.defaultGraphIRI, Node.ANY, iri("p"), Node.ANY);
      Node blank = store.slice(pattern, 0, 1).getFirst().getObject();
      assertThat(blank.isBlank()).isTrue();
      assertThat(
              store.<Boolean>read(set -> set.find(Node.ANY, blank, Node.ANY, Node.ANY).hasNext()))
          .isFalse();
      assertThat(store.describing(List.of(iri("a"))))
          .extracting(Triple::getPredicate)
          .containsExactly(iri("p"), iri("q"));
    }
  }

  @Test
  void service_isRefusedWhereverItStands() throws Exception {
    try (Store store = open(TestStores.publish(state, "http://e.org/", ""))) {
      for (String query :
          List.of(
              "ASK { ?s ?p ?o FILTER EXISTS { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } } }",
              "ASK { { SELECT ?s { OPTIONAL { SERVICE SILENT ?s { ?s ?p ?o } } } } }")) {
        assertThatThrownBy(() -> store.query(QueryFactory.create(query), QueryExec::ask))
            .isInstanceOf(EndpointRefusedException.class);
      }
      String word = "ASK { ?s ?p 'SERVICE, http://jena.apache.org/text#query' }";
      store.query(QueryFactory.create(word), exec -> assertThat(exec.ask()).isFalse());
    }
  }

  @Test
  void endpoint_goesAndComesBack() throws Exception {
    FusekiServer fuseki =
        serve(TestStores.publish(state, "http://e.org/", "<http://e.org/a> <http://e.org/p> 1 ."));
    try (Store store = SparqlStore.at(fuseki.endpoint())) {
      store.check();
      fuseki.stop();
      assertThatThrownBy(store::check)
          .isInstanceOf(StoreUnavailableException.class)
          .message()
          .doesNotContain(Integer.toString(fuseki.address().getPort()));
      assertThatThrownBy(() -> store.count(Quad.ANY)).isInstanceOf(StoreUnavailableException.class);
      fuseki.start();
      store.check();
    }
  }

  private FusekiServer serve(Release release) {
    Tdb2View.Opened view = Tdb2View.open(release.database());
    FusekiServer fuseki = FusekiServer.serving(view.dataset());
    opened.add(fuseki);
    opened.add(view);
    return fuseki;
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://e.org/" + name);
  }
}
