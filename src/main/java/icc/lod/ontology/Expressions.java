package icc.lod.ontology;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Class expressions of OWL 2 (Structural Specification, section 8) in plain words. */
final class Expressions {
  private static final int DEEPEST = 5;

  private final Facts facts;
  private final Speech speech;

  Expressions(Facts facts, Speech speech) {
    this.facts = facts;
    this.speech = speech;
  }

  /** A value of a statement about a term: a name, a literal or an expression. */
  Phrase value(Node node) {
    return value(node, 0);
  }

  private Phrase value(Node node, int depth) {
    if (!node.isBlank()) {
      return speech.name(node);
    }
    if (depth >= DEEPEST) {
      return Phrase.plain("…");
    }
    return restriction(node, depth)
        .or(() -> composed(node, depth))
        .orElseGet(() -> rest(node, depth));
  }

  private Optional<Phrase> restriction(Node node, int depth) {
    Optional<Node> property = facts.value(node, Words.owl("onProperty"));
    if (property.isEmpty()) {
      return Optional.empty();
    }
    Phrase name = value(property.get(), depth + 1);
    Optional<Node> of =
        facts
            .value(node, Words.owl("onClass"))
            .or(() -> facts.value(node, Words.owl("onDataRange")));
    for (String kind :
        List.of(
            "someValuesFrom",
            "allValuesFrom",
            "hasValue",
            "hasSelf",
            "cardinality",
            "minCardinality",
            "maxCardinality",
            "qualifiedCardinality",
            "minQualifiedCardinality",
            "maxQualifiedCardinality")) {
      Optional<Node> filler = facts.value(node, Words.owl(kind));
      if (filler.isPresent()) {
        Phrase what = value(filler.get(), depth + 1);
        return Optional.of(
            of.isPresent()
                ? speech.say("owl." + kind, name, what, value(of.get(), depth + 1))
                : speech.say("owl." + kind, name, what));
      }
    }
    return Optional.of(speech.say("owl.onProperty", name));
  }

  private Optional<Phrase> composed(Node node, int depth) {
    for (String kind : List.of("unionOf", "intersectionOf", "oneOf")) {
      Optional<Node> list = facts.value(node, Words.owl(kind));
      if (list.isPresent()) {
        List<Phrase> members =
            facts.list(list.get()).stream().map(member -> value(member, depth + 1)).toList();
        return Optional.of(speech.say("owl." + kind, speech.listed(members)));
      }
    }
    Optional<Node> not = facts.value(node, Words.owl("complementOf"));
    if (not.isPresent()) {
      return not.map(other -> speech.say("owl.complementOf", value(other, depth + 1)));
    }
    if (facts.has(node, Words.FIRST)) {
      return Optional.of(
          speech.listed(facts.list(node).stream().map(m -> value(m, depth + 1)).toList()));
    }
    return facts
        .value(node, Words.owl("inverseOf"))
        .map(other -> speech.say("path.inverse", value(other, depth + 1)));
  }

  /** Anything else: its properties, one after the other. */
  private Phrase rest(Node node, int depth) {
    return Phrase.join(
        facts.about(node).entrySet().stream()
            .map(
                entry ->
                    speech.say(
                        "rule.nested",
                        speech.name(entry.getKey()),
                        speech.listed(
                            entry.getValue().stream().map(v -> value(v, depth + 1)).toList())))
            .toList(),
        "; ");
  }
}
