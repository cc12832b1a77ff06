package icc.lod.catalogue;

import icc.lod.catalogue.Counts.Kind;
import icc.lod.catalogue.Counts.Property;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The counts of a release as VoID (W3C Note 2011-03-03, sections 4 and 5) with the extensions of
 * {@code http://ldf.fi/void-ext#}, as query editors read them: class partitions, in them property
 * partitions, in those the classes and datatypes of the values.
 */
final class VoidStatistics {
  private static final int MOST_CLASSES = 5_000;
  private static final int MOST_JOINS = 50_000;
  private static final int MOST_GRAPHS = 500;
  private static final int EXAMPLES = 10;

  private final Rdf rdf = new Rdf().prefix("void-ext", Rdf.VOID_EXT);
  private final Names names;
  private final Node dataset;
  private final Map<String, String> parts = new HashMap<>();
  private int joins;

  private VoidStatistics(Names names, Node dataset) {
    this.names = names;
    this.dataset = dataset;
  }

  /** The counts of a data set, its named graphs and its links to others. */
  static Graph of(Names names, Node dataset, Counts counts, Map<String, Long> graphs, Links links) {
    VoidStatistics made = new VoidStatistics(names, dataset);
    made.whole(counts);
    made.classes(counts);
    made.properties(counts);
    made.languages(counts);
    made.graphs(graphs);
    links.told().forEach(made::linkset);
    return made.rdf.graph();
  }

  private void whole(Counts counts) {
    rdf.type(dataset, Rdf.VOID + "Dataset")
        .count(dataset, Rdf.VOID + "triples", counts.triples)
        .count(dataset, Rdf.VOID + "entities", counts.entities)
        .count(dataset, Rdf.VOID + "distinctSubjects", counts.subjects)
        .count(dataset, Rdf.VOID + "distinctObjects", counts.objects)
        .count(dataset, Rdf.VOID + "classes", counts.classes.size())
        .count(dataset, Rdf.VOID + "properties", counts.properties.size())
        .add(dataset, Rdf.VOID + "uriSpace", Rdf.string(names.base()));
    counts.largest(counts.classes.size()).stream()
        .map(entry -> entry.getValue().example)
        .filter(example -> !example.isEmpty())
        .distinct()
        .limit(EXAMPLES)
        .forEach(example -> rdf.add(dataset, Rdf.VOID + "exampleResource", Rdf.iri(example)));
  }

  private String part(String iri) {
    return parts.computeIfAbsent(iri, Names::part);
  }

  private void classes(Counts counts) {
    for (Map.Entry<String, Kind> entry : counts.largest(MOST_CLASSES)) {
      Kind kind = entry.getValue();
      String name = "class-" + part(entry.getKey());
      Node partition = names.inVoid(name);
      rdf.add(dataset, Rdf.VOID + "classPartition", partition)
          .add(partition, Rdf.VOID + "class", Rdf.iri(entry.getKey()))
          .count(partition, Rdf.VOID + "entities", kind.entities)
          .count(partition, Rdf.VOID + "triples", kind.triples);
      new TreeMap<>(kind.properties)
          .forEach((property, count) -> property(partition, name, property, count));
    }
  }

  private void property(Node partition, String name, String property, Property count) {
    String own = name + "." + part(property);
    Node node = names.inVoid(own);
    rdf.add(partition, Rdf.VOID + "propertyPartition", node)
        .add(node, Rdf.VOID + "property", Rdf.iri(property))
        .count(node, Rdf.VOID + "triples", count.triples)
        .count(node, Rdf.VOID + "distinctSubjects", count.subjects);
    Counts.ordered(count.classes)
        .forEach(
            (type, triples) ->
                join(node, own, "classPartition", Rdf.VOID + "class", type, triples));
    Counts.ordered(count.datatypes).forEach((type, triples) -> datatype(node, own, type, triples));
  }

  private void datatype(Node property, String name, String type, long triples) {
    Node node = names.inVoid(name + ".datatype-" + part(type));
    rdf.add(property, Rdf.VOID_EXT + "datatypePartition", node)
        .add(node, Rdf.VOID_EXT + "datatype", Rdf.iri(type))
        .count(node, Rdf.VOID + "triples", triples);
  }

  private void join(
      Node property, String name, String link, String says, String type, long triples) {
    if (joins++ < MOST_JOINS) {
      Node node = names.inVoid(name + "." + part(type));
      rdf.add(property, Rdf.VOID + link, node)
          .add(node, says, Rdf.iri(type))
          .count(node, Rdf.VOID + "triples", triples);
    }
  }

  private void properties(Counts counts) {
    counts.properties.forEach(
        (property, count) -> {
          String name = "property-" + part(property);
          Node node = names.inVoid(name);
          rdf.add(dataset, Rdf.VOID + "propertyPartition", node)
              .add(node, Rdf.VOID + "property", Rdf.iri(property))
              .count(node, Rdf.VOID + "triples", count.triples)
              .count(node, Rdf.VOID + "distinctSubjects", count.subjects)
              .count(node, Rdf.VOID + "distinctObjects", count.objects);
          count.datatypes.forEach((type, triples) -> datatype(node, name, type, triples));
        });
  }

  private void languages(Counts counts) {
    counts.languages.forEach(
        (language, triples) -> {
          if (!language.isEmpty()) {
            Node node = names.inVoid("language-" + language);
            rdf.add(dataset, Rdf.VOID_EXT + "languagePartition", node)
                .add(node, Rdf.VOID_EXT + "language", Rdf.string(language))
                .count(node, Rdf.VOID + "triples", triples);
          }
        });
  }

  private void graphs(Map<String, Long> graphs) {
    List<Map.Entry<String, Long>> told =
        Counts.ordered(graphs).entrySet().stream().limit(MOST_GRAPHS).toList();
    for (Map.Entry<String, Long> graph : told) {
      Node node = Rdf.iri(graph.getKey());
      rdf.add(dataset, Rdf.VOID + "subset", node)
          .type(node, Rdf.VOID + "Dataset")
          .count(node, Rdf.VOID + "triples", graph.getValue());
    }
  }

  private void linkset(String space, Map<String, Long> byProperty) {
    Node target = names.inVoid("target-" + space.replaceAll("^https?://|/$", "").replace(':', '-'));
    rdf.type(target, Rdf.VOID + "Dataset")
        .add(target, Rdf.VOID + "uriSpace", Rdf.string(space))
        .add(target, Rdf.DCT + "title", Rdf.string(space.replaceAll("^https?://|/$", "")));
    byProperty.forEach(
        (property, count) -> {
          Node linkset = names.inVoid("links-" + part(space + " " + property));
          rdf.add(dataset, Rdf.VOID + "subset", linkset)
              .type(linkset, Rdf.VOID + "Linkset")
              .add(linkset, Rdf.VOID + "subjectsTarget", dataset)
              .add(linkset, Rdf.VOID + "objectsTarget", target)
              .add(linkset, Rdf.VOID + "linkPredicate", Rdf.iri(property))
              .count(linkset, Rdf.VOID + "triples", count);
        });
  }
}
