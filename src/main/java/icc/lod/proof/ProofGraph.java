package icc.lod.proof;

import icc.lod.store.Release;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * A proof as RDF: an assertion for each check (EARL 1.0 Schema, section 2), a measurement for each
 * figure (Data Quality Vocabulary, section 4). Names are hash IRIs of the document.
 */
final class ProofGraph {
  private static final String EARL = "http://www.w3.org/ns/earl#";
  private static final String DQV = "http://www.w3.org/ns/dqv#";
  private static final String DCT = "http://purl.org/dc/terms/";
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String FOAF = "http://xmlns.com/foaf/0.1/";
  private static final Map<String, String> PREFIXES =
      Map.of("earl", EARL, "dqv", DQV, "dct", DCT, "skos", SKOS, "foaf", FOAF);

  private final Graph graph = GraphFactory.createDefaultGraph();
  private final Release release;
  private final String document;
  private final List<String> languages;
  private final BinaryOperator<String> texts;

  private ProofGraph(Release release, List<String> languages, BinaryOperator<String> texts) {
    this.release = release;
    this.document = root(release.base()) + ProofRoutes.path(release.number());
    this.languages = languages;
    this.texts = texts;
    graph.getPrefixMapping().setNsPrefixes(PREFIXES);
  }

  /**
   * Writes a proof.
   *
   * @param texts what a message says, by language and key
   */
  static Graph of(
      Release release, Proof proof, List<String> languages, BinaryOperator<String> texts) {
    ProofGraph made = new ProofGraph(release, languages, texts);
    made.document();
    proof.results().forEach(made::result);
    return made.graph;
  }

  private void document() {
    Node page = iri(document);
    type(page, FOAF + "Document");
    type(page, DQV + "QualityMetadata");
    add(page, FOAF + "primaryTopic", subject());
    add(page, DCT + "created", date());
    add(subject(), DQV + "hasQualityMetadata", page);
    text(page, DCT + "title", "proof.title.plain");
    Node program = part("program");
    type(program, EARL + "Assertor");
    type(program, EARL + "Software");
    text(program, DCT + "title", "proof.program");
  }

  private void result(Result result) {
    String check = result.check();
    Node test = part("test-" + check);
    type(test, EARL + "TestCriterion");
    type(test, result.required() ? EARL + "TestRequirement" : EARL + "TestCriterion");
    text(test, DCT + "title", "proof.check." + check);
    text(test, DCT + "description", "proof.about." + check);
    Node outcome = part("result-" + check);
    type(outcome, EARL + "TestResult");
    add(outcome, EARL + "outcome", iri(EARL + result.verdict().word()));
    add(outcome, DCT + "date", date());
    result
        .findings()
        .forEach(
            text -> add(outcome, DCT + "description", NodeFactory.createLiteralLang(text, "en")));
    Node assertion = part("assertion-" + check);
    type(assertion, EARL + "Assertion");
    add(assertion, EARL + "assertedBy", part("program"));
    add(assertion, EARL + "subject", subject());
    add(assertion, EARL + "test", test);
    add(assertion, EARL + "mode", iri(EARL + "automatic"));
    add(assertion, EARL + "result", outcome);
    add(iri(document), DCT + "hasPart", assertion);
    result.figures().forEach((name, value) -> figure(check, name, value));
  }

  private void figure(String check, String name, long value) {
    Node metric = part("metric-" + check + "-" + name);
    type(metric, DQV + "Metric");
    text(metric, SKOS + "prefLabel", "proof.figure." + name);
    text(metric, SKOS + "definition", "proof.about." + check);
    add(metric, DQV + "expectedDataType", iri(XSDDatatype.XSDinteger.getURI()));
    Node figure = part("figure-" + check + "-" + name);
    type(figure, DQV + "QualityMeasurement");
    add(figure, DQV + "computedOn", subject());
    add(figure, DQV + "isMeasurementOf", metric);
    add(
        figure,
        DQV + "value",
        NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger));
    add(subject(), DQV + "hasQualityMeasurement", figure);
  }

  private Node subject() {
    return iri(root(release.base()) + "/id/release/" + release.number());
  }

  private Node date() {
    return NodeFactory.createLiteralDT(release.created().toString(), XSDDatatype.XSDdateTime);
  }

  private Node part(String name) {
    return iri(document + "#" + name);
  }

  private void text(Node subject, String property, String key) {
    for (String language : languages) {
      add(subject, property, NodeFactory.createLiteralLang(texts.apply(language, key), language));
    }
  }

  private void type(Node subject, String type) {
    graph.add(subject, RDF.Nodes.type, iri(type));
  }

  private void add(Node subject, String property, Node object) {
    graph.add(subject, iri(property), object);
  }

  private static String root(String base) {
    int hash = base.indexOf('#');
    return (hash < 0 ? base : base.substring(0, hash)).replaceAll("/+$", "");
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
