package icc.lod.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What descriptions of data name and harvesters look up: concepts of the EU's authority tables, the
 * standards that files conform to, and the sentences of our own descriptions in every language.
 */
final class Concepts {
  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  private static final Graph KNOWN = read();

  private Concepts() {}

  private static Graph read() {
    Graph graph = GraphFactory.createDefaultGraph();
    try (InputStream in =
        Objects.requireNonNull(Concepts.class.getResourceAsStream("/catalogue/concepts.ttl"))) {
      RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return graph;
  }

  /** A concept of an authority table. */
  static Node authority(String table, String code) {
    return Rdf.iri(AUTHORITY + table + "/" + code);
  }

  /** An authority table as a whole. */
  static Node scheme(String table) {
    return Rdf.iri(AUTHORITY + table);
  }

  /** What is known of a node. */
  static List<Triple> about(Node node) {
    return KNOWN.find(node, Node.ANY, Node.ANY).toList();
  }

  /** The concept that means the same as an IRI; that IRI itself when there is none. */
  static Node same(Node node) {
    return KNOWN
        .find(Node.ANY, Rdf.iri(Rdf.SKOS + "exactMatch"), node)
        .nextOptional()
        .map(Triple::getSubject)
        .orElse(node);
  }

  /** The EU's concept of a language. */
  static Optional<Node> language(String tag) {
    String code = tag.replaceAll("-.*", "");
    return KNOWN
        .find(Node.ANY, Rdf.iri(Rdf.SKOS + "notation"), Rdf.string(code))
        .nextOptional()
        .map(Triple::getSubject);
  }

  /** A sentence in each language, about something. */
  static List<Node> text(String name, String property, String about) {
    List<Node> texts = new ArrayList<>();
    KNOWN
        .find(Rdf.iri("urn:icc:text:" + name), Rdf.iri(property), Node.ANY)
        .mapWith(Triple::getObject)
        .forEach(
            text ->
                texts.add(
                    NodeFactory.createLiteralLang(
                        text.getLiteralLexicalForm().replace("%s", about),
                        text.getLiteralLanguage())));
    return texts;
  }
}
