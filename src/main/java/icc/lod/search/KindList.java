package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Terms;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The kinds of a release: own ones first, those with most things first among them.
 *
 * @param kinds at most {@link #MOST} of them
 * @param more how many classes are left out
 * @param prefixes those of the release
 */
record KindList(List<Kind> kinds, int more, Map<String, String> prefixes) {
  /** More kinds than these nobody looks through. */
  static final int MOST = 1000;

  private static final int IRIS = 0;
  private static final int OTHERS = 1;

  KindList {
    kinds = List.copyOf(kinds);
    prefixes = Map.copyOf(prefixes);
  }

  /** Finds the classes that have instances. */
  static KindList read(Graph graph, String base, Map<String, String> prefixes) {
    Map<String, int[]> sizes = sizes(graph);
    IriSpace space = new IriSpace(base);
    Map<String, String> slugs =
        KindSlugs.of(sizes.keySet(), iri -> space.covers(new EntityIri(iri)), prefixes);
    List<Kind> kinds = new ArrayList<>();
    sizes.forEach(
        (iri, size) ->
            kinds.add(
                kind(
                    graph,
                    kinds.size(),
                    iri,
                    slugs.getOrDefault(iri, iri),
                    Kind.Group.of(iri, space.covers(new EntityIri(iri))),
                    size)));
    kinds.sort(
        Comparator.comparing(Kind::group)
            .thenComparing(Kind::size, Comparator.reverseOrder())
            .thenComparing(Kind::iri));
    int kept = Math.min(kinds.size(), MOST);
    return new KindList(kinds.subList(0, kept), kinds.size() - kept, prefixes);
  }

  /** How many instances each class has, those with an IRI and others. */
  private static Map<String, int[]> sizes(Graph graph) {
    Map<String, int[]> sizes = new TreeMap<>();
    graph
        .find(Node.ANY, Terms.TYPE, Node.ANY)
        .filterKeep(triple -> EntityIri.of(triple.getObject()).isPresent())
        .forEachRemaining(
            triple ->
                sizes
                    .computeIfAbsent(triple.getObject().getURI(), iri -> new int[2])[
                    EntityIri.of(triple.getSubject()).isPresent() ? IRIS : OTHERS]++);
    sizes.values().removeIf(size -> size[IRIS] == 0);
    return sizes;
  }

  private static Kind kind(
      Graph graph, int number, String iri, String slug, Kind.Group group, int[] size) {
    Node node = NodeFactory.createURI(iri);
    return new Kind(
        number,
        iri,
        slug,
        group,
        size[IRIS],
        0,
        size[OTHERS] > 0,
        KindNames.of(graph, node),
        KindNames.descriptions(graph, node));
  }

  /** The same with kinds that are counted. */
  KindList counted(List<Kind> counted) {
    return new KindList(counted, more, prefixes);
  }

  /** A place is shown as one of the first of its kinds: an own one, the most special one. */
  Map<String, Integer> ranks() {
    Map<String, Integer> ranks = new HashMap<>();
    kinds.stream()
        .sorted(
            Comparator.comparing(Kind::group).thenComparing(Kind::size).thenComparing(Kind::iri))
        .forEach(kind -> ranks.put(kind.iri(), ranks.size()));
    return ranks;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(more);
    out.writeInt(prefixes.size());
    for (Map.Entry<String, String> prefix : new TreeMap<>(prefixes).entrySet()) {
      KindStream.writeText(out, prefix.getKey());
      KindStream.writeText(out, prefix.getValue());
    }
    out.writeInt(kinds.size());
    for (Kind kind : kinds) {
      out.writeInt(kind.number());
      KindStream.writeText(out, kind.iri());
      KindStream.writeText(out, kind.slug());
      KindStream.writeText(out, kind.group().name());
      out.writeInt(kind.size());
      out.writeInt(kind.places());
      out.writeBoolean(kind.mixed());
      KindStream.writeNodes(out, kind.names());
      KindStream.writeNodes(out, kind.descriptions());
    }
  }

  static KindList read(DataInputStream in) throws IOException {
    int more = in.readInt();
    Map<String, String> prefixes = new TreeMap<>();
    for (int i = in.readInt(); i > 0; i--) {
      prefixes.put(KindStream.readText(in), KindStream.readText(in));
    }
    List<Kind> kinds = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      kinds.add(
          new Kind(
              in.readInt(),
              KindStream.readText(in),
              KindStream.readText(in),
              Kind.Group.valueOf(KindStream.readText(in)),
              in.readInt(),
              in.readInt(),
              in.readBoolean(),
              KindStream.readNodes(in),
              KindStream.readNodes(in)));
    }
    return new KindList(kinds, more, prefixes);
  }
}
