package icc.lod.catalogue;

import icc.lod.web.Visitor;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The counts of a release as people read them. Public, for the template engine reads it.
 *
 * @param totals by the keys of their names in the messages
 */
public record VoidPage(
    List<Row> totals,
    List<Row> classes,
    List<Row> properties,
    List<Row> linked,
    List<Row> languages) {
  /** Longer lists are for machines. */
  private static final int MOST = 100;

  public VoidPage {
    totals = List.copyOf(totals);
    classes = List.copyOf(classes);
    properties = List.copyOf(properties);
    linked = List.copyOf(linked);
    languages = List.copyOf(languages);
  }

  /** A name and how many there are of it. */
  public record Row(String name, String count, long value) {}

  static VoidPage of(Holdings holdings, Visitor visitor) {
    NumberFormat format =
        NumberFormat.getIntegerInstance(Locale.forLanguageTag(visitor.language()));
    Graph graph = holdings.statistics();
    Node dataset = holdings.metadata().dataset();
    List<Row> totals = new ArrayList<>();
    for (String name :
        List.of(
            "triples",
            "entities",
            "distinctSubjects",
            "distinctObjects",
            "classes",
            "properties")) {
      long count = holdings.count(name);
      totals.add(new Row("catalogue.void." + name, format.format(count), count));
    }
    return new VoidPage(
        totals,
        rows(graph, dataset, "classPartition", Rdf.VOID + "class", "entities", format),
        rows(graph, dataset, "propertyPartition", Rdf.VOID + "property", "triples", format),
        linked(graph, format),
        languages(graph, format));
  }

  private static List<Row> rows(
      Graph graph, Node subject, String partition, String says, String count, NumberFormat format) {
    return graph
        .find(subject, Rdf.iri(Rdf.VOID + partition), Node.ANY)
        .mapWith(Triple::getObject)
        .mapWith(part -> row(text(graph, part, says), count(graph, part, count), format))
        .toList()
        .stream()
        .sorted(Comparator.comparingLong((Row row) -> -row.value()).thenComparing(Row::name))
        .limit(MOST)
        .toList();
  }

  private static List<Row> linked(Graph graph, NumberFormat format) {
    return graph
        .find(Node.ANY, Rdf.iri(Rdf.VOID + "objectsTarget"), Node.ANY)
        .mapWith(
            triple ->
                row(
                    text(graph, triple.getObject(), Rdf.DCT + "title")
                        + " ("
                        + Table.slug(text(graph, triple.getSubject(), Rdf.VOID + "linkPredicate"))
                        + ")",
                    count(graph, triple.getSubject(), "triples"),
                    format))
        .toList()
        .stream()
        .sorted(Comparator.comparingLong((Row row) -> -row.value()).thenComparing(Row::name))
        .limit(MOST)
        .toList();
  }

  private static List<Row> languages(Graph graph, NumberFormat format) {
    return graph
        .find(Node.ANY, Rdf.iri(Rdf.VOID_EXT + "language"), Node.ANY)
        .mapWith(
            triple ->
                row(
                    triple.getObject().getLiteralLexicalForm(),
                    count(graph, triple.getSubject(), "triples"),
                    format))
        .toList()
        .stream()
        .sorted(Comparator.comparingLong((Row row) -> -row.value()).thenComparing(Row::name))
        .toList();
  }

  private static Row row(String name, long count, NumberFormat format) {
    return new Row(name, format.format(count), count);
  }

  private static String text(Graph graph, Node subject, String property) {
    return graph
        .find(subject, Rdf.iri(property), Node.ANY)
        .nextOptional()
        .map(Triple::getObject)
        .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
        .orElse("");
  }

  private static long count(Graph graph, Node subject, String property) {
    String text = text(graph, subject, Rdf.VOID + property);
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
