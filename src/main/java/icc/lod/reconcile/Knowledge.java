package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.search.NameSearch;
import icc.lod.search.Spelling;
import icc.lod.view.Overview;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What linking knows of a whole release, found out once: its types and properties, and how its
 * things are identified. Thread-safe.
 */
final class Knowledge {
  private static final int PREFERRED = 12;

  private final Overview overview;
  private final Identifiers identifiers;
  private final Schema schema;
  private final Map<String, Set<String>> words = new ConcurrentHashMap<>();

  private Knowledge(Overview overview, Identifiers identifiers, Schema schema) {
    this.overview = overview;
    this.identifiers = identifiers;
    this.schema = schema;
  }

  static Knowledge of(
      Overview overview, Map<String, String> prefixes, NameSearch names, Graph graph) {
    Identifiers identifiers = Identifiers.of(overview, prefixes, graph);
    List<String> preferred = preferred(overview, identifiers, graph);
    return new Knowledge(
        overview, identifiers, Schema.of(overview, prefixes, preferred, names, graph));
  }

  Overview overview() {
    return overview;
  }

  Identifiers identifiers() {
    return identifiers;
  }

  Schema schema() {
    return schema;
  }

  /** The types that people most likely want: first those of what is identified elsewhere. */
  List<Schema.Term> defaultTypes() {
    return schema.types().stream()
        .filter(term -> Terms.LANGUAGES.stream().noneMatch(term.iri()::startsWith))
        .limit(PREFERRED)
        .toList();
  }

  /** The vocabulary that the types are of: an ontology of the release, else its base. */
  String schemaSpace(String base) {
    return overview.vocabulary().ontologies().stream().map(Node::getURI).findFirst().orElse(base);
  }

  /** The IRI of a thing of this release, given as it is or as the address of its document. */
  Optional<EntityIri> own(String text) {
    return EntityIri.parse(text.strip());
  }

  /** The words that a type is called by, in all languages. */
  Set<String> words(String type) {
    return words.computeIfAbsent(
        type,
        iri -> {
          Set<String> all = new HashSet<>();
          schema
              .type(iri)
              .ifPresent(
                  term ->
                      term.names().stream()
                          .filter(t -> Terms.LABELS.contains(t.getPredicate()))
                          .forEach(
                              t ->
                                  all.addAll(
                                      Spelling.of(t.getObject().getLiteralLexicalForm()).words())));
          return Set.copyOf(all);
        });
  }

  private static List<String> preferred(Overview overview, Identifiers identifiers, Graph graph) {
    Map<String, Integer> counts = new HashMap<>();
    for (Identifiers.Scheme scheme : identifiers.schemes()) {
      Set<String> types = new HashSet<>();
      var some = graph.find(Node.ANY, scheme.property(), Node.ANY);
      try {
        for (int i = 0; i < 20 && some.hasNext(); i++) {
          graph
              .find(some.next().getSubject(), Terms.TYPE, Node.ANY)
              .filterKeep(t -> t.getObject().isURI())
              .forEachRemaining(t -> types.add(t.getObject().getURI()));
        }
      } finally {
        some.close();
      }
      types.forEach(type -> counts.merge(type, 1, Integer::sum));
    }
    List<String> ordered = new ArrayList<>(counts.keySet());
    ordered.removeIf(iri -> Terms.LANGUAGES.stream().anyMatch(iri::startsWith));
    ordered.sort(
        Comparator.comparing((String iri) -> !covered(overview, iri))
            .thenComparing(iri -> -counts.getOrDefault(iri, 0))
            .thenComparing(iri -> iri));
    return List.copyOf(ordered.subList(0, Math.min(PREFERRED, ordered.size())));
  }

  private static boolean covered(Overview overview, String iri) {
    return EntityIri.parse(iri).map(overview.space()::covers).orElse(false);
  }
}
