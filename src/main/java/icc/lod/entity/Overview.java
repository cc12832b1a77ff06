package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is true of a whole release and too dear to ask anew for each page.
 *
 * @param space the IRIs under the release's base
 * @param classes how many instances each class has, most first
 * @param introduction what introduces the release: a catalogue, data set or ontology in it
 * @param licence the licence that most is under, or empty
 * @param hashTerms by document, the hash IRIs under the base that are described
 */
record Overview(
    IriSpace space,
    Map<Node, Long> classes,
    List<Node> introduction,
    String licence,
    Map<EntityIri, List<EntityIri>> hashTerms) {
  private static final Comparator<EntityIri> BY_TEXT = Comparator.comparing(EntityIri::text);

  static Overview of(String base, Reading reading) {
    IriSpace space = new IriSpace(base);
    Map<Node, Long> classes = new LinkedHashMap<>();
    reading.classes().entrySet().stream()
        .filter(entry -> entry.getKey().isURI())
        .sorted(
            Map.Entry.<Node, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().getURI()))
        .forEach(entry -> classes.put(entry.getKey(), entry.getValue()));
    return new Overview(
        space,
        classes,
        introduction(space, reading),
        licence(reading),
        hashTerms(base, space, reading));
  }

  /** The hash IRIs that a document describes. */
  List<EntityIri> terms(EntityIri document) {
    return hashTerms.getOrDefault(document, List.of());
  }

  /** Whether a hash IRI is described. */
  boolean describesTerm(EntityIri iri) {
    return Collections.binarySearch(terms(iri.document()), iri, BY_TEXT) >= 0;
  }

  private static List<Node> introduction(IriSpace space, Reading reading) {
    List<Triple> typed = reading.having(Terms.TYPE, Terms.COLLECTIONS);
    Comparator<Triple> best =
        Comparator.comparing(
                (Triple t) -> !EntityIri.of(t.getSubject()).map(space::covers).orElse(false))
            .thenComparing(t -> Terms.COLLECTIONS.indexOf(t.getObject()))
            .thenComparing(t -> t.getSubject().toString());
    return typed.stream()
        .filter(t -> t.getSubject().isURI())
        .min(best)
        .map(t -> List.of(t.getSubject()))
        .orElse(List.of());
  }

  private static String licence(Reading reading) {
    Map<String, Integer> count = new TreeMap<>();
    for (Triple triple : reading.having(Terms.LICENCE)) {
      if (triple.getObject().isURI()) {
        count.merge(triple.getObject().getURI(), 1, Integer::sum);
      }
    }
    Optional<Map.Entry<String, Integer>> most =
        count.entrySet().stream().max(Map.Entry.comparingByValue());
    return most.map(Map.Entry::getKey).orElse("");
  }

  private static Map<EntityIri, List<EntityIri>> hashTerms(
      String base, IriSpace space, Reading reading) {
    Map<EntityIri, List<EntityIri>> terms = new LinkedHashMap<>();
    for (Node subject :
        reading.hashes(base.endsWith("#") ? base.substring(0, base.length() - 1) : base)) {
      EntityIri.of(subject)
          .filter(space::covers)
          .ifPresent(iri -> terms.computeIfAbsent(iri.document(), d -> new ArrayList<>()).add(iri));
    }
    terms.values().forEach(list -> list.sort(BY_TEXT));
    return terms;
  }
}
