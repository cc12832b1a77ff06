package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What a release says about itself as a catalogue and data sets, in the words of DCAT: the
 * statements about those, and about the agents, periods, places and concepts they name.
 *
 * @param catalogue the catalogue's IRI: the data's own, or one we give
 * @param dataset the IRI of the whole, likewise
 * @param parts the named graphs, by IRI
 * @param graph the statements
 */
record Metadata(Node catalogue, Node dataset, List<Node> parts, Graph graph) {
  /** More named graphs than this are no parts that a portal would list. */
  private static final int MOST_PARTS = 50;

  private static final int MOST_STATEMENTS = 2_000;

  private static final List<String> SPACES =
      List.of(Rdf.DCAT, Rdf.DCT, Rdf.FOAF, Rdf.DCATAP, Rdf.ADMS, Rdf.VCARD, Rdf.OWL + "version");

  private static final Set<String> NEIGHBOUR_SPACES =
      Set.of(Rdf.DCT, Rdf.FOAF, Rdf.VCARD, Rdf.SKOS, Rdf.RDFS, Rdf.DCAT);

  /** What must not be taken over: the release itself tells these. */
  private static final Set<String> OURS =
      Set.of(
          Rdf.DCAT + "dataset",
          Rdf.DCAT + "distribution",
          Rdf.DCAT + "service",
          Rdf.DCAT + "inSeries",
          Rdf.DCT + "hasPart",
          Rdf.DCT + "source",
          Rdf.DCT + "identifier",
          Rdf.DCT + "subject",
          Rdf.FOAF + "primaryTopic");

  /** Finds it in the union of all graphs. */
  static Metadata of(Graph data, List<String> graphs, Names names) {
    IriSpace space = new IriSpace(names.base());
    Node catalogue = only(own(data, "Catalog", space)).orElse(names.catalogue());
    Set<Node> named = new LinkedHashSet<>(graphs.stream().sorted().map(Rdf::iri).toList());
    List<Node> listed =
        data.find(catalogue, Rdf.iri(Rdf.DCAT + "dataset"), Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(node -> node.isURI() && !named.contains(node))
            .toList();
    List<Node> loose =
        own(data, "Dataset", space).stream().filter(n -> !named.contains(n)).toList();
    Node dataset =
        listed.stream()
            .min(Comparator.comparing(Node::getURI))
            .or(() -> only(loose))
            .orElse(names.inCatalogue("dataset"));
    List<Node> parts = named.size() > MOST_PARTS ? List.of() : List.copyOf(named);
    Metadata metadata = new Metadata(catalogue, dataset, parts, GraphFactory.createDefaultGraph());
    List<Node> subjects = new ArrayList<>(List.of(catalogue, dataset));
    subjects.addAll(parts);
    subjects.forEach(subject -> metadata.take(subject, data));
    return metadata;
  }

  /** Back from the graph that {@link #of} made. */
  static Metadata read(Graph graph, Node catalogue, Node dataset, List<Node> parts) {
    return new Metadata(catalogue, dataset, parts, graph);
  }

  private static List<Node> own(Graph data, String type, IriSpace space) {
    return data.find(Node.ANY, RDF.Nodes.type, Rdf.iri(Rdf.DCAT + type))
        .mapWith(Triple::getSubject)
        .filterKeep(node -> EntityIri.of(node).filter(space::covers).isPresent())
        .toList();
  }

  private static Optional<Node> only(List<Node> nodes) {
    return nodes.size() == 1 ? Optional.of(nodes.get(0)) : Optional.empty();
  }

  private void take(Node subject, Graph data) {
    for (Triple triple : about(subject, data)) {
      String property = triple.getPredicate().getURI();
      if (SPACES.stream().anyMatch(property::startsWith) && !OURS.contains(property)) {
        graph.add(triple);
        if (triple.getObject().isURI() && !parts.contains(triple.getObject())) {
          neighbour(triple.getObject(), data);
        }
      }
    }
  }

  private void neighbour(Node node, Graph data) {
    for (Triple triple : about(node, data)) {
      String property = triple.getPredicate().getURI();
      boolean known = NEIGHBOUR_SPACES.stream().anyMatch(property::startsWith);
      if (triple.getPredicate().equals(RDF.Nodes.type)
          || (known
              && (triple.getObject().isLiteral()
                  || property.startsWith(Rdf.VCARD)
                  || property.equals(Rdf.FOAF + "homepage")))) {
        graph.add(triple);
      }
    }
  }

  private static List<Triple> about(Node subject, Graph data) {
    List<Triple> triples = new ArrayList<>();
    var found = data.find(subject, Node.ANY, Node.ANY);
    while (found.hasNext() && triples.size() < MOST_STATEMENTS) {
      Triple triple = found.next();
      if (!triple.getObject().isBlank()) {
        triples.add(triple);
      }
    }
    found.close();
    return triples;
  }

  /** The values of a property. */
  List<Node> values(Node subject, String property) {
    return graph.find(subject, Rdf.iri(property), Node.ANY).mapWith(Triple::getObject).toList();
  }
}
