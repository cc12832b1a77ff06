package icc.lod.fragments;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What a fragment says of itself (Triple Pattern Fragments, sections 4.2 and 4.3): its count, the
 * pages beside it, and the form by which to ask for any other.
 *
 * <p>A client finds them by the graph that is the {@code foaf:primaryTopic} of what has the address
 * it asked for, to the letter, as a {@code void:subset}; Comunica takes the first count it meets,
 * so the data set as a whole has none here.
 */
final class FragmentControls {
  private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FOAF = "http://xmlns.com/foaf/0.1/";
  private static final String DCT = "http://purl.org/dc/terms/";

  /** Of the terms in use; the data's own come from the release. */
  static final List<String> PREFIXES =
      List.of("hydra", HYDRA, "void", VOID, "sd", SD, "foaf", FOAF);

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final String base;
  private final String asked;

  private FragmentControls(String base, String asked) {
    this.base = base;
    this.asked = asked;
  }

  /** The graph in which the controls of a page stand. */
  static Node graph(String asked) {
    return iri(asked + "#metadata");
  }

  /**
   * The controls of a page.
   *
   * @param base the absolute address of all fragments
   * @param asked the address that was asked for, as it was written
   */
  static Graph of(Fragment fragment, String base, String asked) {
    FragmentControls controls = new FragmentControls(base, asked);
    controls.page(fragment);
    controls.form();
    return controls.graph;
  }

  private void page(Fragment fragment) {
    FragmentRequest request = fragment.request();
    Node dataset = iri(base + "#dataset");
    Node whole = iri(address(request.page(1)));
    Node page = iri(asked);
    add(graph(asked), FOAF + "primaryTopic", dataset);
    add(dataset, RDF.type.getURI(), iri(VOID + "Dataset"));
    add(dataset, RDF.type.getURI(), iri(HYDRA + "Collection"));
    add(dataset, VOID + "subset", page);
    add(dataset, VOID + "subset", whole);
    add(dataset, SD + "defaultGraph", FragmentRequest.DEFAULT_GRAPH);
    for (Node of : List.of(whole, page)) {
      add(of, RDF.type.getURI(), iri(HYDRA + "Collection"));
      add(of, VOID + "triples", number(fragment.total()));
      add(of, HYDRA + "totalItems", number(fragment.total()));
    }
    long last = FragmentRequest.pages(fragment.total());
    add(whole, HYDRA + "view", page);
    add(page, RDF.type.getURI(), iri(HYDRA + "PartialCollectionView"));
    add(page, DCT + "source", dataset);
    add(page, HYDRA + "itemsPerPage", number(FragmentRequest.PAGE_SIZE));
    add(page, HYDRA + "first", iri(address(request.page(1))));
    add(page, HYDRA + "last", iri(address(request.page(last))));
    if (request.page() > 1) {
      add(page, HYDRA + "previous", iri(address(request.page(request.page() - 1))));
    }
    if (request.page() < last) {
      add(page, HYDRA + "next", iri(address(request.page(request.page() + 1))));
    }
  }

  private void form() {
    Node form = iri(base + "#form");
    add(iri(base + "#dataset"), HYDRA + "search", form);
    add(form, RDF.type.getURI(), iri(HYDRA + "IriTemplate"));
    add(
        form,
        HYDRA + "template",
        NodeFactory.createLiteralString(base + "{?subject,predicate,object,graph}"));
    add(form, HYDRA + "variableRepresentation", iri(HYDRA + "ExplicitRepresentation"));
    mapping(form, "subject", RDF.subject.getURI());
    mapping(form, "predicate", RDF.predicate.getURI());
    mapping(form, "object", RDF.object.getURI());
    mapping(form, "graph", SD + "graph");
  }

  private void mapping(Node form, String variable, String property) {
    Node mapping = iri(base + "#" + variable);
    add(form, HYDRA + "mapping", mapping);
    add(mapping, RDF.type.getURI(), iri(HYDRA + "IriTemplateMapping"));
    add(mapping, HYDRA + "variable", NodeFactory.createLiteralString(variable));
    add(mapping, HYDRA + "property", iri(property));
  }

  private String address(FragmentRequest request) {
    return base + (request.query().isEmpty() ? "" : "?" + request.query());
  }

  private void add(Node subject, String property, Node value) {
    graph.add(subject, iri(property), value);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }
}
