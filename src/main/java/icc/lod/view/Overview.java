package icc.lod.view;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is true of a whole release and too dear to ask anew for each page.
 *
 * @param space the IRIs under the release's base
 * @param classes how many instances each class has, most first
 * @param properties those that statements are made with
 * @param introduction what introduces the release: a catalogue, data set or ontology in it
 * @param subject what the introduction says the data is about; at most one
 * @param licence the licence that most is under, or empty
 * @param names what the release calls itself, by language
 * @param roles which of its terms play a part that pages know
 * @param hashTerms by document, the hash IRIs under the base that are described
 * @param vocabulary the terms it defines and uses
 */
public record Overview(
    IriSpace space,
    Map<Node, Long> classes,
    Set<Node> properties,
    List<Node> introduction,
    List<Node> subject,
    String licence,
    Map<String, String> names,
    Roles roles,
    Map<EntityIri, List<EntityIri>> hashTerms,
    Vocabulary vocabulary) {
  private static final Comparator<EntityIri> BY_TEXT = Comparator.comparing(EntityIri::text);

  public static Overview of(String base, Reading reading) {
    IriSpace space = new IriSpace(base);
    Map<Node, Long> classes = new LinkedHashMap<>();
    reading.classes().entrySet().stream()
        .filter(entry -> entry.getKey().isURI())
        .sorted(
            Map.Entry.<Node, Long>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().getURI()))
        .forEach(entry -> classes.put(entry.getKey(), entry.getValue()));
    Map<Node, Long> properties = reading.properties();
    List<Node> introduction = introduction(space, classes, reading);
    List<Node> subject = subject(introduction, reading);
    Map<EntityIri, List<EntityIri>> hashTerms = hashTerms(base, space, reading);
    return new Overview(
        space,
        classes,
        properties.keySet(),
        introduction,
        subject,
        licence(reading),
        names(subject.isEmpty() ? introduction : subject, reading),
        Roles.read(reading),
        hashTerms,
        VocabularyReading.read(space, classes, properties, hashTerms, reading));
  }

  /**
   * The address that answers for a document itself: the vocabulary and the shapes have pages of
   * their own, where others have one under {@code /doc/}.
   */
  public Optional<String> page(EntityIri document) {
    if (!space.covers(document)) {
      return Optional.empty();
    }
    String path = space.path(document);
    boolean vocabularyPage =
        path.equals(Vocabulary.PAGE) && vocabulary.ontologies().contains(document.node());
    boolean shapesPage =
        path.equals(Vocabulary.SHAPES)
            && !terms(document).isEmpty()
            && classes.containsKey(Terms.NODE_SHAPE);
    return vocabularyPage || shapesPage ? Optional.of(path) : Optional.empty();
  }

  private static List<Node> subject(List<Node> introduction, Reading reading) {
    List<Node> topics =
        reading.about(introduction, Terms.TOPICS).stream()
            .filter(t -> t.getObject().isURI())
            .sorted(
                Comparator.comparingInt((Triple t) -> Terms.TOPICS.indexOf(t.getPredicate()))
                    .thenComparing(t -> t.getObject().getURI()))
            .map(Triple::getObject)
            .toList();
    Set<Node> described = reading.described(topics);
    return topics.stream().filter(described::contains).limit(1).toList();
  }

  /** The names of what the release is about, or of what introduces it; one a language. */
  private static Map<String, String> names(List<Node> introduction, Reading reading) {
    List<Triple> labels =
        reading.about(introduction, Terms.LABELS).stream()
            .filter(t -> t.getObject().isLiteral())
            .sorted(
                Comparator.comparingInt((Triple t) -> Terms.LABELS.indexOf(t.getPredicate()))
                    .thenComparing(t -> t.getObject().getLiteralLexicalForm()))
            .toList();
    Map<String, String> names = new TreeMap<>();
    for (Triple label : labels) {
      String language = label.getObject().getLiteralLanguage().toLowerCase(Locale.ROOT);
      names.putIfAbsent(language, label.getObject().getLiteralLexicalForm());
    }
    return names;
  }

  /** Those of the properties that the release has: to ask for others costs and gives nothing. */
  public List<Node> used(Collection<Node> some) {
    return some.stream().filter(properties::contains).toList();
  }

  /** The hash IRIs that a document describes. */
  public List<EntityIri> terms(EntityIri document) {
    return hashTerms.getOrDefault(document, List.of());
  }

  /** Whether a hash IRI is described. */
  public boolean describesTerm(EntityIri iri) {
    return Collections.binarySearch(terms(iri.document()), iri, BY_TEXT) >= 0;
  }

  /**
   * One of a kind introduces the release; of several, the one in whose words most things are said,
   * if there is such a one.
   */
  private static List<Node> introduction(IriSpace space, Map<Node, Long> classes, Reading reading) {
    List<Triple> typed = reading.having(Terms.TYPE, Terms.COLLECTIONS);
    for (Node type : Terms.COLLECTIONS) {
      List<Node> all =
          typed.stream()
              .filter(t -> t.getObject().equals(type) && t.getSubject().isURI())
              .map(Triple::getSubject)
              .toList();
      List<Node> own = all.stream().filter(node -> covered(space, node)).toList();
      List<Node> candidates = own.isEmpty() ? all : own;
      if (candidates.size() == 1) {
        return candidates;
      }
      Optional<Node> used =
          candidates.stream().max(Comparator.comparingLong(node -> uses(node, classes)));
      if (used.isPresent() && uses(used.get(), classes) > 0) {
        return List.of(used.get());
      }
    }
    return List.of();
  }

  private static long uses(Node ontology, Map<Node, Long> classes) {
    return classes.entrySet().stream()
        .filter(entry -> entry.getKey().getURI().startsWith(ontology.getURI()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static boolean covered(IriSpace space, Node node) {
    return EntityIri.of(node).map(space::covers).orElse(false);
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
