package icc.lod.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * An example query in the form of SIB's sparql-examples: a {@code sh:SPARQLExecutable} with {@code
 * sh:select}, {@code sh:ask}, {@code sh:construct} or {@code spex:describe}.
 *
 * @param iri its IRI
 * @param text the whole query; prefixes that {@code sh:prefixes} declares and the query uses
 *     without declaring them are put before it
 * @param minimum how many results it gives at least (rows, triples; a true ASK counts one)
 * @param keywords literals, in whatever languages
 * @param themes the IRIs of what it is about ({@code dct:subject})
 */
public record Example(
    String iri, String text, int minimum, List<Node> keywords, List<Node> themes) {
  private static final String SH = "http://www.w3.org/ns/shacl#";
  private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";

  /** How many results an example promises; the one term of the service's own. */
  private static final Node MINIMUM =
      NodeFactory.createURI("https://w3id.org/intelligent-cities/ontology#minimumResults");

  private static final List<Node> KEYWORDS =
      List.of(
          term("https://schema.org/", "keywords"),
          term("http://schema.org/", "keywords"),
          term("http://www.w3.org/ns/dcat#", "keyword"));

  private static final List<Node> SUBJECT = List.of(term("http://purl.org/dc/terms/", "subject"));

  private static final List<Node> QUERIES =
      List.of(term(SH, "select"), term(SH, "ask"), term(SH, "construct"), term(SPEX, "describe"));

  public Example {
    keywords = List.copyOf(keywords);
    themes = List.copyOf(themes);
  }

  /** All examples of a graph, by IRI. */
  public static List<Example> all(Graph graph) {
    List<Example> examples = new ArrayList<>();
    graph
        .find(Node.ANY, RDF.type.asNode(), term(SH, "SPARQLExecutable"))
        .forEachRemaining(type -> read(graph, type.getSubject()).ifPresent(examples::add));
    examples.sort(Comparator.comparing(Example::iri));
    return examples;
  }

  private static Optional<Example> read(Graph graph, Node example) {
    for (Node property : QUERIES) {
      Optional<Node> query = value(graph, example, property);
      if (example.isURI() && query.isPresent() && query.get().isLiteral()) {
        return Optional.of(
            new Example(
                example.getURI(),
                withPrefixes(graph, example, query.get().getLiteralLexicalForm()),
                minimum(graph, example),
                values(graph, example, KEYWORDS).stream().filter(Node::isLiteral).toList(),
                values(graph, example, SUBJECT).stream().filter(Node::isURI).toList()));
      }
    }
    return Optional.empty();
  }

  private static int minimum(Graph graph, Node example) {
    Optional<Node> promised = value(graph, example, MINIMUM);
    return promised
        .filter(node -> node.isLiteral() && node.getLiteralLexicalForm().matches("\\d{1,9}"))
        .map(node -> Integer.parseInt(node.getLiteralLexicalForm()))
        .orElse(1);
  }

  private static String withPrefixes(Graph graph, Node example, String query) {
    Map<String, String> prefixes = new TreeMap<>();
    graph
        .find(example, term(SH, "prefixes"), Node.ANY)
        .forEachRemaining(t -> collect(graph, t.getObject(), prefixes));
    StringBuilder text = new StringBuilder();
    prefixes.forEach(
        (prefix, namespace) -> {
          if (needs(query, prefix)) {
            text.append("PREFIX ").append(prefix).append(": <").append(namespace).append(">\n");
          }
        });
    return text.append(query).toString();
  }

  /** Whether a query uses a prefix, or seems to, and does not declare it. */
  private static boolean needs(String query, String prefix) {
    if (!query.contains(prefix + ":")) {
      return false;
    }
    String name = Pattern.quote(prefix) + ":";
    return Pattern.compile("(?<![\\w.-])" + name).matcher(query).find()
        && !Pattern.compile("(?i)\\bPREFIX\\s+" + name).matcher(query).find();
  }

  private static void collect(Graph graph, Node ontology, Map<String, String> prefixes) {
    graph
        .find(ontology, term(SH, "declare"), Node.ANY)
        .forEachRemaining(
            t -> {
              Optional<Node> prefix = value(graph, t.getObject(), term(SH, "prefix"));
              Optional<Node> namespace = value(graph, t.getObject(), term(SH, "namespace"));
              if (prefix.isPresent() && namespace.isPresent()) {
                prefixes.put(
                    prefix.get().getLiteralLexicalForm(), namespace.get().getLiteralLexicalForm());
              }
            });
  }

  private static Optional<Node> value(Graph graph, Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).nextOptional().map(t -> t.getObject());
  }

  /** In an order that does not depend on the store. */
  private static List<Node> values(Graph graph, Node subject, Collection<Node> properties) {
    List<Node> values = new ArrayList<>();
    for (Node property : properties) {
      graph.find(subject, property, Node.ANY).forEachRemaining(t -> values.add(t.getObject()));
    }
    return values.stream().distinct().sorted(Comparator.comparing(Node::toString)).toList();
  }

  private static Node term(String namespace, String name) {
    return NodeFactory.createURI(namespace + name);
  }
}
