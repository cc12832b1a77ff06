package icc.lod.search;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Makes the index of a kind: a sample of its things tells which paths make good facets, then all
 * things are read once for those alone, so that the work is bounded whatever the shapes say.
 */
final class KindIndexing {
  static final int MOST_FACETS = 10;

  /** Parameters of addresses that no facet may be called. */
  static final Set<String> RESERVED =
      Set.of("page", "sort", "format", "lang", "kind", "bbox", "q", "limit", "iri", "query");

  private static final int SAMPLE = 1000;
  private static final int LINKS_OF_SAMPLE = 100;
  private static final int KEPT = 2 * MOST_FACETS;

  private final Graph graph;
  private final FacetShapes shapes;
  private final List<String> languages;
  private final Map<String, Integer> ranks;

  KindIndexing(
      Graph graph, FacetShapes shapes, List<String> languages, Map<String, Integer> ranks) {
    this.graph = graph;
    this.shapes = shapes;
    this.languages = languages;
    this.ranks = ranks;
  }

  /** Writes the files of a kind and tells how many things it has, and how many with a position. */
  Kind write(Kind kind, Path folder) throws IOException {
    KindThings things = KindThings.read(graph, NodeFactory.createURI(kind.iri()), languages);
    int size = things.nodes().size();
    List<FacetTally> sampled = sample(kind, things.nodes());
    List<String> dateProperty = dateProperty(sampled);
    List<FacetCandidate> kept =
        new FacetRanking(graph, Math.min(size, SAMPLE))
            .best(sampled, KEPT).stream().map(use -> use.tally().candidate()).toList();
    FacetScan scan = new FacetScan(graph, kept, false, Integer.MAX_VALUE);
    KindFacts facts = new KindFacts(graph, size, ranks.getOrDefault(kind.iri(), 0), ranks);
    try (KindWriter writer = new KindWriter(folder, kind.number(), size)) {
      for (int id = 0; id < size; id++) {
        Node thing = things.nodes().get(id);
        var about = FacetScan.about(graph, thing);
        writer.thing(thing.getURI(), KindNames.of(about));
        facts.read(id, thing, about, scan.read(id, thing, about), dateProperty);
      }
      orders(writer, things, facts);
      facets(writer, scan, new FacetRanking(graph, size).best(scan.tallies(), MOST_FACETS), size);
    }
    return kind.counted(size, facts.placed().getCardinality());
  }

  private List<FacetTally> sample(Kind kind, List<Node> things) {
    boolean shaped = shapes.speakOf(kind.iri());
    Collection<FacetCandidate> candidates = shaped ? shapes.candidates(kind.iri()) : List.of();
    FacetScan scan = new FacetScan(graph, candidates, !shaped, LINKS_OF_SAMPLE);
    int count = Math.min(things.size(), SAMPLE);
    for (int i = 0; i < count; i++) {
      Node thing = things.get((int) ((long) i * things.size() / count));
      scan.read(i, thing, FacetScan.about(graph, thing));
    }
    return scan.tallies();
  }

  /** The property whose dates most things have; at most one. */
  private static List<String> dateProperty(List<FacetTally> tallies) {
    return tallies.stream()
        .filter(tally -> tally.candidate().path().isDirect())
        .filter(tally -> !tally.candidate().path().last().inverse())
        .filter(tally -> tally.type().filter(FacetType.YEAR::equals).isPresent())
        .max(Comparator.comparingInt(tally -> tally.things(FacetType.YEAR)))
        .map(tally -> List.of(tally.candidate().path().last().property()))
        .orElse(List.of());
  }

  private static void orders(KindWriter writer, KindThings things, KindFacts facts)
      throws IOException {
    DataOutputStream out = writer.facets();
    writer.block(writer.offsets());
    out.writeInt(things.orders().size());
    for (int[] order : things.orders()) {
      writer.block(writer.ints(order));
    }
    writer.block(facts.dated() ? writer.ints(facts.newest()) : KindWriter.Block.NONE);
    writer.block(writer.ints(facts.mostLinked()));
    writer.block(writer.bitmap(facts.placed()));
    writer.block(writer.bitmap(facts.primary()));
    writer.block(writer.doubles(facts.positions(), facts.placed().getCardinality() * 2));
  }

  private void facets(KindWriter writer, FacetScan scan, List<FacetUse> uses, int size)
      throws IOException {
    Map<FacetHop, Integer> hops = new LinkedHashMap<>();
    uses.forEach(
        use -> use.tally().candidate().path().hops().forEach(h -> hops.put(h, hops.size())));
    List<FacetHop> used = new ArrayList<>(hops.keySet());
    DataOutputStream out = writer.facets();
    out.writeInt(used.size());
    for (FacetHop hop : used) {
      FacetRows rows = scan.hops().get(hop);
      writer.block(writer.ints(rows == null ? new int[0] : rows.things()));
    }
    Map<FacetPath, String> names = FacetNames.of(uses, RESERVED);
    out.writeInt(uses.size());
    for (FacetUse use : uses) {
      FacetPath path = use.tally().candidate().path();
      int rows = path.isDirect() ? -1 : used.indexOf(path.hops().get(0));
      new FacetWriter(graph, writer).write(use, names.getOrDefault(path, ""), rows, size);
    }
  }
}
