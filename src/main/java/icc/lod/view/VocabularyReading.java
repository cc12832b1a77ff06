package icc.lod.view;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Vocabulary.Kind;
import icc.lod.view.Vocabulary.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Finds the terms of a release. */
final class VocabularyReading {
  private static final String OWL = "http://www.w3.org/2002/07/owl#";
  private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

  /** A release with more terms is a terminology, which is browsed and not documented. */
  private static final int MOST_TERMS = 10_000;

  /** Elements of the page around the terms. */
  private static final Set<String> TAKEN = Set.of("main");

  private static final Map<Node, Kind> KINDS =
      Map.ofEntries(
          kind(OWL + "Class", Kind.CLASS),
          kind(RDFS + "Class", Kind.CLASS),
          kind(OWL + "ObjectProperty", Kind.PROPERTY),
          kind(OWL + "DatatypeProperty", Kind.PROPERTY),
          kind(OWL + "AnnotationProperty", Kind.PROPERTY),
          kind("http://www.w3.org/1999/02/22-rdf-syntax-ns#Property", Kind.PROPERTY),
          kind(RDFS + "Datatype", Kind.DATATYPE),
          kind("http://www.w3.org/2004/02/skos/core#ConceptScheme", Kind.SCHEME));

  private final IriSpace space;
  private final Reading reading;
  private final Map<Node, Kind> kinds = new LinkedHashMap<>();
  private final Map<Node, Long> uses = new HashMap<>();
  private final Set<Node> own = new HashSet<>();
  private final Set<Node> declared = new HashSet<>();

  private VocabularyReading(IriSpace space, Reading reading) {
    this.space = space;
    this.reading = reading;
  }

  static Vocabulary read(
      IriSpace space,
      Map<Node, Long> classes,
      Map<Node, Long> properties,
      Map<EntityIri, List<EntityIri>> hashTerms,
      Reading reading) {
    VocabularyReading vocabulary = new VocabularyReading(space, reading);
    vocabulary.collect(classes, properties);
    return vocabulary.vocabulary(hashTerms);
  }

  private Vocabulary vocabulary(Map<EntityIri, List<EntityIri>> hashTerms) {
    List<Node> all = subjects(reading.having(Terms.TYPE, List.of(Terms.ONTOLOGY)));
    Map<Node, Set<Node>> byOntology = byOntology(all);
    List<Node> ontologies =
        byOntology.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing((Node node) -> !covered(node)).thenComparing(Node::getURI))
            .toList();
    for (Node ontology : ontologies) {
      own.addAll(byOntology.getOrDefault(ontology, Set.of()));
      EntityIri.of(ontology)
          .map(iri -> hashTerms.getOrDefault(iri.document(), List.of()))
          .orElse(List.of())
          .forEach(iri -> other(iri.node()));
    }
    // Schemes are no terms of an ontology, but they are this release's own lists.
    kinds.keySet().stream()
        .filter(node -> kinds.get(node) == Kind.SCHEME && declared(node))
        .forEach(own::add);
    if (ontologies.isEmpty()) {
      kinds.keySet().stream().filter(this::declared).filter(this::covered).forEach(own::add);
    }
    kinds.keySet().removeIf(node -> !own.contains(node) && !used(node));
    return listed(ontologies);
  }

  private void other(Node node) {
    own.add(node);
    kinds.putIfAbsent(node, Kind.OTHER);
  }

  /** What is declared to be a term, and what is used as one. */
  private void collect(Map<Node, Long> classes, Map<Node, Long> properties) {
    for (Triple triple : reading.having(Terms.TYPE, KINDS.keySet())) {
      if (triple.getSubject().isURI()) {
        Kind kind = KINDS.getOrDefault(triple.getObject(), Kind.OTHER);
        kinds.merge(triple.getSubject(), kind, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    declared.addAll(kinds.keySet());
    take(classes, Kind.CLASS);
    take(properties, Kind.PROPERTY);
    reading
        .objects(Terms.IN_SCHEME)
        .forEach(
            (scheme, count) -> {
              if (kinds.get(scheme) == Kind.SCHEME) {
                uses.put(scheme, count);
              }
            });
  }

  private boolean declared(Node node) {
    return declared.contains(node);
  }

  private void take(Map<Node, Long> counts, Kind kind) {
    counts.forEach(
        (node, count) -> {
          if (node.isURI() && kinds.computeIfAbsent(node, n -> kind) == kind) {
            uses.put(node, count);
          }
        });
  }

  private boolean used(Node node) {
    return uses.getOrDefault(node, 0L) > 0;
  }

  private boolean covered(Node node) {
    return EntityIri.of(node).map(space::covers).orElse(false);
  }

  /** Whose term something is: the ontology says so, or the longest beginning of its IRI. */
  private Map<Node, Set<Node>> byOntology(List<Node> ontologies) {
    Map<Node, Set<Node>> terms = new LinkedHashMap<>();
    Map<String, Node> namespaces = new LinkedHashMap<>();
    for (Node ontology : ontologies) {
      terms.put(ontology, new LinkedHashSet<>());
      String iri = ontology.getURI();
      boolean open = iri.endsWith("#") || iri.endsWith("/");
      (open ? List.of(iri) : List.of(iri + "#", iri + "/"))
          .forEach(namespace -> namespaces.put(namespace, ontology));
    }
    for (Triple triple : reading.about(ontologies, List.of(Terms.PREFERRED_NAMESPACE))) {
      String namespace =
          triple.getObject().isLiteral()
              ? triple.getObject().getLiteralLexicalForm()
              : triple.getObject().toString();
      if (!namespace.isBlank()) {
        namespaces.put(namespace, triple.getSubject());
      }
    }
    for (Node term : declared) {
      namespaces.keySet().stream()
          .filter(term.getURI()::startsWith)
          .max(Comparator.comparingInt(String::length))
          .map(namespaces::get)
          .ifPresent(ontology -> terms.getOrDefault(ontology, new HashSet<>()).add(term));
    }
    for (Triple triple : reading.having(Terms.DEFINED_BY, ontologies)) {
      if (declared(triple.getSubject())) {
        terms.getOrDefault(triple.getObject(), new HashSet<>()).add(triple.getSubject());
      }
    }
    // A scheme alone makes no vocabulary of an ontology that holds rules or examples.
    terms.values().removeIf(some -> some.stream().allMatch(t -> kinds.get(t) == Kind.SCHEME));
    return terms;
  }

  private Vocabulary listed(List<Node> ontologies) {
    List<Node> order = new ArrayList<>(kinds.keySet());
    order.sort(
        Comparator.comparing((Node node) -> !own.contains(node))
            .thenComparing(node -> kinds.getOrDefault(node, Kind.OTHER))
            .thenComparing(node -> own.contains(node) ? 0L : -uses.getOrDefault(node, 0L))
            .thenComparing(Node::getURI));
    List<Node> shown = order.subList(0, Math.min(order.size(), MOST_TERMS));
    Optional<String> document =
        ontologies.stream().findFirst().map(node -> node.getURI().replaceAll("#$", "") + "#");
    Map<String, String> prefixes = reading.prefixes();
    Set<String> taken = new HashSet<>(TAKEN);
    Map<Node, Term> terms = new LinkedHashMap<>();
    for (Node node : shown) {
      String anchor = anchor(node.getURI(), document.orElse("\0"), prefixes);
      for (int i = 2; !taken.add(anchor); i++) {
        anchor = anchor.replaceAll("~\\d+$", "") + "~" + i;
      }
      Kind kind = kinds.getOrDefault(node, Kind.OTHER);
      long count = uses.getOrDefault(node, 0L);
      terms.put(node, new Term(node, kind, own.contains(node), count, anchor, terms.size()));
    }
    return new Vocabulary(
        ontologies, Collections.unmodifiableMap(terms), order.size() - shown.size());
  }

  /** The fragment of the first ontology's terms, else prefix and local name. */
  private static String anchor(String iri, String document, Map<String, String> prefixes) {
    if (iri.startsWith(document)) {
      return iri.substring(document.length());
    }
    String name = EntityIri.parse(iri).map(EntityIri::localName).orElse(iri);
    String prefix =
        prefixes.entrySet().stream()
            .filter(entry -> iri.startsWith(entry.getValue()) && !entry.getKey().isEmpty())
            .max(
                Map.Entry.<String, String>comparingByValue(Comparator.comparingInt(String::length))
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> entry.getKey() + "--")
            .orElse("");
    return prefix + name.replaceAll("[^\\p{L}\\p{N}_-]", "_");
  }

  private static List<Node> subjects(List<Triple> triples) {
    return triples.stream().map(Triple::getSubject).filter(Node::isURI).distinct().toList();
  }

  private static Map.Entry<Node, Kind> kind(String iri, Kind kind) {
    return Map.entry(NodeFactory.createURI(iri), kind);
  }
}
