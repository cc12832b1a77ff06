package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.rdf.LinkProperties;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Links from our things to those of others, by whose they are: the authority in the other's IRI. No
 * such links are types and what else names terms, for those are told as vocabularies; and pages to
 * be read: a web site is not a data set. For one thread.
 */
final class Links {
  /** Whom fewer link to is not told; so many are counted. */
  private static final int MOST_COUNTED = 20_000;

  private static final int MOST_TOLD = 50;

  /** What is linked: the root of the other's IRIs and the property. */
  record Kind(String space, String property) {}

  private final IriSpace space;
  private final LinkProperties properties = new LinkProperties();
  private final Map<Kind, Long> counts = new HashMap<>();

  Links(IriSpace space) {
    this.space = space;
  }

  /**
   * Learns from the vocabulary among the data what else leads to pages, before links are counted.
   */
  void learn(List<Triple> statements) {
    statements.forEach(properties::learn);
  }

  /** Counts the links among statements about a thing of ours. */
  void subject(List<Triple> statements) {
    for (Triple triple : statements) {
      if (properties.leads(triple.getPredicate())) {
        root(triple.getObject())
            .map(root -> new Kind(root, triple.getPredicate().getURI()))
            .filter(kind -> counts.size() < MOST_COUNTED || counts.containsKey(kind))
            .ifPresent(kind -> counts.merge(kind, 1L, Long::sum));
      }
    }
  }

  /** The most linked others, each with the properties that link there and how often. */
  Map<String, Map<String, Long>> told() {
    Map<String, Map<String, Long>> all = new TreeMap<>();
    counts.forEach(
        (kind, count) ->
            all.computeIfAbsent(kind.space(), root -> new TreeMap<>()).put(kind.property(), count));
    Comparator<Map.Entry<String, Map<String, Long>>> bySize =
        Comparator.comparingLong(e -> -e.getValue().values().stream().mapToLong(n -> n).sum());
    Map<String, Map<String, Long>> told = new TreeMap<>();
    all.entrySet().stream()
        .sorted(bySize.thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TOLD)
        .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
    return told;
  }

  /** The root that an IRI of others on the Web has, with scheme and authority. */
  private Optional<String> root(Node node) {
    if (!node.isURI()) {
      return Optional.empty();
    }
    String iri = node.getURI();
    int start = iri.startsWith("http://") ? 7 : iri.startsWith("https://") ? 8 : 0;
    int end = start;
    while (end < iri.length() && "/?#".indexOf(iri.charAt(end)) < 0) {
      end++;
    }
    // Ours may have the authority of others, who have other paths there.
    boolean outside =
        end > start && start > 0 && EntityIri.of(node).filter(i -> !space.covers(i)).isPresent();
    return outside
        ? Optional.of(iri.substring(0, end).toLowerCase(Locale.ROOT) + "/")
        : Optional.empty();
  }
}
