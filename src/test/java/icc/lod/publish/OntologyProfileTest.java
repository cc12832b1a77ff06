package icc.lod.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;

/**
 * The bundled ontology stays within OWL 2 RL (OWL 2 Profiles §4), so that rule engines can use it.
 */
final class OntologyProfileTest {

  @Test
  void ontology_isInOwl2Rl() throws Exception {
    Graph graph = GraphFactory.createDefaultGraph();
    for (String file : List.of("icc.ttl", "reused-terms.ttl", "schemes.ttl")) {
      RDFDataMgr.read(graph, "ontology/" + file);
    }
    // Not Turtle: its parser in the OWL API does not know the PREFIX lines that Jena writes.
    String text = RDFWriter.source(graph).lang(Lang.RDFXML).asString();
    OWLOntology ontology =
        OWLManager.createOWLOntologyManager()
            .loadOntologyFromOntologyDocument(new StringDocumentSource(text));

    assertThat(ontology.getAxiomCount()).isGreaterThan(1_000);
    assertThat(new OWL2RLProfile().checkOntology(ontology).getViolations()).isEmpty();
  }
}
