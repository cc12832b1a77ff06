package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.reconcile.ReconcileQuery.Asked;
import icc.lod.reconcile.ReconcileQuery.Condition;
import icc.lod.search.NameMatch;
import icc.lod.search.NameMatch.How;
import icc.lod.search.Spelling;
import icc.lod.search.StoredThing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * How well what a release says of a thing agrees with what is known of it. A thing is met under any
 * of its names, codes and identifiers: country UA, UKR, Ukraine, Україна and Q212 are one.
 */
final class Evidence {
  /** From here on a value agrees. */
  static final double AGREES = 0.8;

  private static final int MOST_LINKS = 50;

  private final Facts facts;
  private final Identifiers identifiers;

  Evidence(Facts facts, Identifiers identifiers) {
    this.facts = facts;
    this.identifiers = identifiers;
  }

  /** From 0 to 1; nothing when the release does not say. */
  OptionalDouble of(Condition condition, Node thing) {
    List<Node> values = condition.path().values(facts.graph(), thing);
    if (values.isEmpty()) {
      return OptionalDouble.empty();
    }
    List<Double> met =
        condition.values().stream()
            .map(asked -> values.stream().mapToDouble(v -> met(v, asked, condition)).max())
            .map(best -> best.orElse(0))
            .toList();
    double best = met.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double worst = met.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    return OptionalDouble.of(
        switch (condition.quantifier()) {
          case ANY -> best;
          case ALL -> worst;
          case NONE -> 1 - best;
        });
  }

  /** Whether a thing links to something of this name: "Ukraine" beside the name of a city. */
  boolean linked(Node thing, String name) {
    return facts.about(thing).stream()
        .map(Triple::getObject)
        .filter(Node::isURI)
        .limit(MOST_LINKS)
        .anyMatch(object -> agreement(object, Asked.of(name)) >= AGREES);
  }

  private double met(Node value, Asked asked, Condition condition) {
    boolean identified =
        identifiers.schemes().stream()
            .filter(scheme -> scheme.property().equals(condition.path().last().property()))
            .anyMatch(scheme -> identifiers.values(scheme, asked.text().strip()).contains(value));
    return identified ? 1 : agreement(value, asked);
  }

  /** How well one value of a thing agrees with one that was asked for. */
  double agreement(Node value, Asked asked) {
    if (asked.id().isPresent()) {
      return value.isURI() && value.getURI().equals(asked.id().get()) ? 1 : 0;
    }
    String text = asked.text().strip();
    if (value.isLiteral()) {
      return literal(value, text);
    }
    return value.isURI() ? thing(value, text) : 0;
  }

  private double literal(Node value, String text) {
    NodeValue known = NodeValue.makeNode(value);
    if (known.isNumber()) {
      return number(known.getDouble(), text);
    }
    String lexical = value.getLiteralLexicalForm();
    if (known.isDate() || known.isDateTime() || known.isGYear() || known.isGYearMonth()) {
      // A year is met by every day in it.
      return !text.isEmpty() && (lexical.startsWith(text) || text.startsWith(lexical)) ? 1 : 0;
    }
    double likeness = lexical.equalsIgnoreCase(text) ? 1 : named(facts.spelling(text), lexical);
    return likeness >= AGREES || !sameCountry(text, Stream.of(lexical)) ? likeness : 1;
  }

  private static double number(double known, String text) {
    try {
      double asked = Double.parseDouble(text.replace(",", "."));
      double largest = Math.max(Math.abs(known), Math.abs(asked));
      double apart = largest == 0 ? 0 : Math.abs(known - asked) / largest;
      return apart < 1e-9 ? 1 : Math.max(0, 1 - 10 * apart);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private double thing(Node value, String text) {
    EntityIri iri = new EntityIri(value.getURI());
    if (iri.text().equals(text) || iri.localName().equalsIgnoreCase(text)) {
      return 1;
    }
    if (coded(value, Set.of(text))) {
      return 1;
    }
    Spelling asked = facts.spelling(text);
    Optional<StoredThing> known = facts.thing(value);
    double best =
        known.stream()
            .flatMap(t -> t.names().stream())
            .mapToDouble(t -> named(asked, t.getObject().getLiteralLexicalForm()))
            .max()
            .orElse(0);
    return best >= AGREES || !isCountry(value, text, known) ? best : 1;
  }

  /** Whether a thing has one of these as a code of its own, or in the IRI of its double. */
  private boolean coded(Node thing, Set<String> codes) {
    return facts.about(thing).stream()
        .flatMap(triple -> code(triple.getObject()))
        .anyMatch(code -> codes.stream().anyMatch(code::equalsIgnoreCase));
  }

  private static Stream<String> code(Node object) {
    if (object.isLiteral()) {
      return object.getLiteralLanguage().isEmpty()
          ? Stream.of(object.getLiteralLexicalForm())
          : Stream.empty();
    }
    return EntityIri.of(object).stream().flatMap(iri -> Stream.of(iri.text(), iri.localName()));
  }

  private boolean isCountry(Node value, String text, Optional<StoredThing> known) {
    return Countries.of(text)
            .map(code -> coded(value, Set.of(code, Countries.longer(code).orElse(code))))
            .orElse(false)
        || sameCountry(
            text,
            known.stream()
                .flatMap(thing -> thing.names().stream())
                .map(name -> name.getObject().getLiteralLexicalForm()));
  }

  /** Whether a text and one of some names mean one country; data may have no codes for any. */
  private static boolean sameCountry(String text, Stream<String> names) {
    Optional<String> asked = Countries.of(text);
    return asked.isPresent() && names.anyMatch(name -> Countries.code(name).equals(asked));
  }

  private double named(Spelling asked, String name) {
    NameMatch match = NameMatch.of(asked, facts.spelling(name));
    return match.how() == How.NEAR && match.edits() > 2 ? 0 : match.similarity();
  }
}
