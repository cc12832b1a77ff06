package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Overview;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * How things of a release are identified elsewhere, found out from the data: properties whose
 * values are IRIs of others that end in a code, or are codes themselves. Thread-safe.
 */
final class Identifiers {
  private static final int SAMPLE = 200;
  private static final int LONGEST = 300;
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}._:/-]{2,64}");
  private static final Pattern TELLING = Pattern.compile("(?=.*\\p{L}).*\\p{N}.*|\\p{Lu}{5,}");

  /**
   * A property that identifies.
   *
   * @param before what stands before the code in the IRI; empty for values that are codes
   * @param single whether each value has one thing only, as a region that holds it has not
   */
  record Scheme(Node property, String before, String after, boolean single) {
    boolean literal() {
      return before.isEmpty();
    }
  }

  /**
   * A thing that has an identifier.
   *
   * @param sure whether it tells enough, and belongs to this thing only
   */
  record Found(Node thing, boolean sure) {}

  private final List<Scheme> schemes;
  private final Map<String, String> prefixes;

  private Identifiers(List<Scheme> schemes, Map<String, String> prefixes) {
    this.schemes = List.copyOf(schemes);
    this.prefixes = Map.copyOf(prefixes);
  }

  /** Looks at the beginning of what each property says. */
  static Identifiers of(Overview overview, Map<String, String> prefixes, Graph graph) {
    List<Scheme> schemes = new ArrayList<>();
    overview.properties().stream()
        .sorted(java.util.Comparator.comparing(Node::getURI))
        .forEach(property -> scheme(property, overview, graph).ifPresent(schemes::add));
    return new Identifiers(schemes, prefixes);
  }

  List<Scheme> schemes() {
    return schemes;
  }

  /** Whether a property gives each thing a value of its own. */
  boolean identifies(Node property) {
    return schemes.stream().anyMatch(s -> s.single() && s.property().equals(property));
  }

  /** The things that a text identifies, as code, CURIE or IRI in its usual spellings. */
  List<Found> find(String text, Graph graph) {
    String asked = text.strip();
    if (asked.length() > LONGEST || asked.chars().anyMatch(Character::isWhitespace)) {
      return List.of();
    }
    boolean whole = EntityIri.parse(asked).isPresent() && asked.contains("/");
    Map<Node, Boolean> found = new LinkedHashMap<>();
    for (Scheme scheme : schemes) {
      for (Node value : values(scheme, asked)) {
        List<Node> things = subjects(graph, scheme.property(), value);
        boolean sure =
            scheme.single() && things.size() == 1 && (whole || TELLING.matcher(asked).matches());
        things.forEach(thing -> found.merge(thing, sure, (a, b) -> a || b));
      }
    }
    return found.entrySet().stream().map(e -> new Found(e.getKey(), e.getValue())).toList();
  }

  /** The values that a text may stand for in one scheme. */
  Set<Node> values(Scheme scheme, String asked) {
    Set<Node> values = new LinkedHashSet<>();
    if (scheme.literal()) {
      if (CODE.matcher(asked).matches()) {
        values.add(NodeFactory.createLiteralString(asked));
        values.add(NodeFactory.createLiteralString(asked.toUpperCase(Locale.ROOT)));
      }
      return values;
    }
    Optional<EntityIri> iri = EntityIri.parse(expanded(asked));
    if (iri.isPresent()) {
      values.add(iri.get().node());
      if (sameHost(iri.get().text(), scheme.before())) {
        coded(scheme, iri.get().localName()).ifPresent(values::add);
      }
    } else {
      coded(scheme, asked).ifPresent(values::add);
      coded(scheme, asked.toUpperCase(Locale.ROOT)).ifPresent(values::add);
    }
    return values;
  }

  private static Optional<Node> coded(Scheme scheme, String code) {
    return CODE.matcher(code).matches() && code.chars().anyMatch(Character::isDigit)
        ? EntityIri.parse(scheme.before() + code + scheme.after()).map(EntityIri::node)
        : Optional.empty();
  }

  private String expanded(String asked) {
    int colon = asked.indexOf(':');
    String namespace = colon < 0 ? null : prefixes.get(asked.substring(0, colon));
    return namespace == null ? asked : namespace + asked.substring(colon + 1);
  }

  private static boolean sameHost(String a, String b) {
    return host(a).equals(host(b));
  }

  /** The last two labels of the host: www.wikidata.org and m.wikidata.org are one place. */
  private static String host(String iri) {
    String host =
        iri.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*:(//)?", "").replaceFirst("[/:?#].*", "");
    String[] labels = host.split("\\.", -1);
    return labels.length < 2 ? host : labels[labels.length - 2] + "." + labels[labels.length - 1];
  }

  private static List<Node> subjects(Graph graph, Node property, Node value) {
    List<Node> subjects = new ArrayList<>();
    ExtendedIterator<org.apache.jena.graph.Triple> found = graph.find(Node.ANY, property, value);
    try {
      while (found.hasNext() && subjects.size() < 20) {
        subjects.add(found.next().getSubject());
      }
    } finally {
      found.close();
    }
    return subjects;
  }

  private static Optional<Scheme> scheme(Node property, Overview overview, Graph graph) {
    Set<Node> values = new LinkedHashSet<>();
    ExtendedIterator<org.apache.jena.graph.Triple> all = graph.find(Node.ANY, property, Node.ANY);
    int seen = 0;
    Map<String, Integer> shapes = new HashMap<>();
    try {
      while (all.hasNext() && seen < SAMPLE) {
        Node object = all.next().getObject();
        seen++;
        shape(object, overview)
            .ifPresent(
                shape -> {
                  shapes.merge(shape, 1, Integer::sum);
                  values.add(object);
                });
      }
    } finally {
      all.close();
    }
    Optional<Map.Entry<String, Integer>> most =
        shapes.entrySet().stream().max(Map.Entry.comparingByValue());
    if (most.isEmpty() || most.get().getValue() < 0.8 * seen) {
      return Optional.empty();
    }
    long shared = values.stream().filter(v -> subjects(graph, property, v).size() > 1).count();
    // Values that most things share are a classification.
    if (shared * 2 > values.size() || values.size() * 2 < seen) {
      return Optional.empty();
    }
    String[] parts = most.get().getKey().split("\n", 2);
    return Optional.of(new Scheme(property, parts[0], parts[1], shared * 50 <= values.size()));
  }

  /** What stands before and after the code in a value; two empty parts for a code by itself. */
  private static Optional<String> shape(Node value, Overview overview) {
    if (value.isLiteral()) {
      String text = value.getLiteralLexicalForm();
      boolean plain =
          value.getLiteralLanguage().isEmpty()
              && value.getLiteralDatatypeURI().equals("http://www.w3.org/2001/XMLSchema#string");
      boolean code =
          CODE.matcher(text).matches()
              && (text.chars().anyMatch(Character::isDigit)
                  || text.equals(text.toUpperCase(Locale.ROOT)));
      return plain && code ? Optional.of("\n") : Optional.empty();
    }
    return EntityIri.of(value)
        .filter(iri -> !overview.space().covers(iri))
        .flatMap(
            iri -> {
              String code = iri.localName();
              int at = iri.text().lastIndexOf(code);
              return at > 0 && CODE.matcher(code).matches()
                  ? Optional.of(
                      iri.text().substring(0, at) + "\n" + iri.text().substring(at + code.length()))
                  : Optional.empty();
            });
  }
}
