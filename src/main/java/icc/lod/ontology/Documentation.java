package icc.lod.ontology;

import icc.lod.rdf.EntityIri;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.view.Vocabulary;
import icc.lod.view.Vocabulary.Kind;
import icc.lod.view.Vocabulary.Term;
import icc.lod.web.PublicUrl;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Everything that the pages of the vocabulary and of the shapes show of one release, read once.
 * Immutable.
 *
 * @param release the release's number
 * @param facts what is said of ontologies, terms, versions and concepts
 * @param shapes the rules
 * @param examples one statement for each term that is used
 * @param names labels of all that the pages mention
 * @param versions the versions of the ontologies, newest first
 * @param concepts the concepts of each scheme
 * @param context whether the release has a JSON-LD context
 * @param addresses of all that the pages mention
 */
record Documentation(
    int release,
    Overview overview,
    Facts facts,
    Shapes shapes,
    Map<Node, Triple> examples,
    List<Triple> names,
    List<Node> versions,
    Map<Node, List<Node>> concepts,
    boolean context,
    Addresses addresses) {

  /** A scheme with more concepts is browsed and not documented. */
  static final int MOST_CONCEPTS = 200;

  private static final int MOST_CONCEPTS_READ = 5000;

  /** What is described in the document that is answered for at the address of the shapes. */
  private static List<Node> ofShapesPage(Overview overview) {
    return overview.hashTerms().entrySet().stream()
        .filter(
            entry -> overview.page(entry.getKey()).filter(Vocabulary.SHAPES::equals).isPresent())
        .flatMap(entry -> entry.getValue().stream())
        .map(EntityIri::node)
        .toList();
  }

  static Documentation read(Lease lease, Overview overview, PublicUrl publicUrl) {
    Reading reading = new Reading(lease.store());
    Vocabulary vocabulary = overview.vocabulary();
    Set<Node> subjects = new LinkedHashSet<>(vocabulary.ontologies());
    subjects.addAll(vocabulary.terms().keySet());
    List<Triple> statements = new ArrayList<>(reading.describing(subjects));
    List<Node> versions = versions(vocabulary.ontologies(), statements, reading);
    Map<Node, List<Node>> concepts = concepts(vocabulary, statements, reading);
    Shapes shapes = Shapes.read(reading, ofShapesPage(overview));
    Map<Node, Triple> examples = examples(vocabulary, reading);
    Set<Node> mentioned = mentioned(statements, shapes, examples);
    List<Triple> names = reading.about(mentioned, Terms.LABELS);
    return new Documentation(
        lease.release().number(),
        overview,
        new Facts(statements),
        shapes,
        examples,
        names,
        versions,
        concepts,
        Files.isDirectory(lease.release().folder().resolve("context")),
        Addresses.of(mentioned, overview, reading, publicUrl));
  }

  /** The terms of one kind, own or of others. */
  List<Term> terms(Kind kind, boolean own) {
    return overview.vocabulary().terms().values().stream()
        .filter(term -> term.kind() == kind && term.own() == own)
        .toList();
  }

  private static List<Node> versions(
      List<Node> ontologies, List<Triple> statements, Reading reading) {
    Set<Node> versions = new LinkedHashSet<>();
    Set<Node> links =
        Set.of(Words.VERSION_IRI, Words.PRIOR_VERSION, Words.iri(Words.DCT + "hasVersion"));
    for (Triple triple : statements) {
      if (ontologies.contains(triple.getSubject())
          && links.contains(triple.getPredicate())
          && triple.getObject().isURI()) {
        versions.add(triple.getObject());
      }
    }
    reading
        .having(Words.IS_VERSION_OF, ontologies)
        .forEach(triple -> versions.add(triple.getSubject()));
    List<Triple> about = reading.describing(versions);
    statements.addAll(about);
    Set<Node> described = new LinkedHashSet<>();
    Map<Node, String> order = new HashMap<>();
    for (Triple triple : about) {
      described.add(triple.getSubject());
      if (triple.getPredicate().equals(Words.ISSUED) && triple.getObject().isLiteral()) {
        order.put(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
      }
    }
    Set<Node> parts = new LinkedHashSet<>();
    about.stream()
        .filter(t -> t.getPredicate().equals(Words.HAS_PART) && t.getObject().isURI())
        .forEach(t -> parts.add(t.getObject()));
    statements.addAll(reading.describing(parts));
    return described.stream()
        .filter(versions::contains)
        .sorted(
            Comparator.comparing((Node node) -> order.getOrDefault(node, ""))
                .thenComparing(node -> node.toString())
                .reversed())
        .toList();
  }

  private static Map<Node, List<Node>> concepts(
      Vocabulary vocabulary, List<Triple> statements, Reading reading) {
    List<Node> schemes =
        vocabulary.terms().values().stream()
            .filter(term -> term.kind() == Kind.SCHEME && term.uses() <= MOST_CONCEPTS)
            .map(Term::node)
            .toList();
    Map<Node, List<Node>> concepts = new HashMap<>();
    Set<Node> all = new LinkedHashSet<>();
    for (Triple triple : reading.having(Terms.IN_SCHEME, schemes)) {
      if (all.size() < MOST_CONCEPTS_READ) {
        concepts
            .computeIfAbsent(triple.getObject(), s -> new ArrayList<>())
            .add(triple.getSubject());
        all.add(triple.getSubject());
      }
    }
    statements.addAll(reading.about(all, List.of(Words.BROADER, Words.NARROWER)));
    statements.addAll(reading.about(all, Terms.LABELS));
    return concepts;
  }

  private static Map<Node, Triple> examples(Vocabulary vocabulary, Reading reading) {
    Map<Node, Triple> examples = new HashMap<>();
    reading
        .examples(Terms.TYPE, used(vocabulary, Kind.CLASS))
        .forEach(triple -> examples.put(triple.getObject(), triple));
    reading
        .examples(used(vocabulary, Kind.PROPERTY))
        .forEach(triple -> examples.put(triple.getPredicate(), triple));
    return examples;
  }

  private static List<Node> used(Vocabulary vocabulary, Kind kind) {
    return vocabulary.terms().values().stream()
        .filter(term -> term.kind() == kind && term.uses() > 0)
        .map(Term::node)
        .toList();
  }

  private static Set<Node> mentioned(
      List<Triple> statements, Shapes shapes, Map<Node, Triple> examples) {
    Set<Node> mentioned = new LinkedHashSet<>();
    Stream.of(statements, shapes.statements(), examples.values())
        .flatMap(some -> some.stream())
        .forEach(
            triple -> {
              mentioned.add(triple.getSubject());
              mentioned.add(triple.getPredicate());
              mentioned.add(triple.getObject());
            });
    mentioned.removeIf(node -> EntityIri.of(node).isEmpty());
    return mentioned;
  }
}
