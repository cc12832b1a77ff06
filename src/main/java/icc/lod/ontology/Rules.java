package icc.lod.ontology;

import icc.lod.ontology.ShapesPage.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * The constraints of SHACL in plain words (SHACL, section 4, and 5 for SPARQL). What has no words
 * here is named with its value: a rule must not go unsaid.
 */
final class Rules {
  private static final int DEEPEST = 5;

  /** Said by other means: what a shape is, is about, is called. */
  private static final Set<String> NO_RULES =
      Set.of(
          "path",
          "name",
          "description",
          "message",
          "property",
          "order",
          "group",
          "defaultValue",
          "targetClass",
          "targetNode",
          "targetSubjectsOf",
          "targetObjectsOf",
          "target",
          "ignoredProperties",
          "flags",
          "minCount",
          "maxCount",
          "uniqueLang",
          "severity",
          "qualifiedMinCount",
          "qualifiedMaxCount",
          "qualifiedValueShapesDisjoint",
          "prefixes",
          "declare",
          "entailment",
          "shapesGraph",
          "rule");

  /** What a value is comes before how it is written. */
  private static final List<String> ORDER =
      List.of(
          "datatype",
          "class",
          "nodeKind",
          "node",
          "in",
          "hasValue",
          "pattern",
          "minInclusive",
          "minExclusive",
          "maxInclusive",
          "maxExclusive");

  private final Facts facts;
  private final Speech speech;
  private final Anchors anchors;

  Rules(Facts facts, Speech speech, Anchors anchors) {
    this.facts = facts;
    this.speech = speech;
    this.anchors = anchors;
  }

  /** The rules for properties that a shape has, by the property's name. */
  List<Rule> properties(Node shape) {
    return facts.values(shape, Words.PROPERTY).stream().distinct().map(this::rule).toList();
  }

  private Rule rule(Node propertyShape) {
    Phrase path =
        facts
            .value(propertyShape, Words.PATH)
            .map(node -> path(node, 0))
            .orElseGet(() -> speech.say("path.none"));
    List<Phrase> clauses = clauses(propertyShape);
    return new Rule(
        anchors.once(propertyShape),
        path,
        clauses.isEmpty() ? speech.say("shapes.none") : Phrase.join(clauses, "; "));
  }

  /** What must hold for the thing or the values that a shape is about. */
  List<Phrase> clauses(Node shape) {
    return clauses(shape, 0);
  }

  private List<Phrase> clauses(Node shape, int depth) {
    List<Phrase> clauses = new ArrayList<>(Cardinality.clauses(facts, shape, speech));
    facts.about(shape).entrySet().stream()
        .filter(entry -> isRule(name(entry.getKey())))
        .sorted(
            Comparator.comparingInt((Map.Entry<Node, List<Node>> e) -> rank(name(e.getKey())))
                .thenComparing(entry -> name(entry.getKey())))
        .forEach(
            entry ->
                entry
                    .getValue()
                    .forEach(
                        value -> clauses.add(clause(shape, name(entry.getKey()), value, depth))));
    for (Node severity : facts.values(shape, Words.sh("severity"))) {
      if (!name(severity).equals("Violation")) {
        clauses.add(
            switch (name(severity)) {
              case "Warning" -> speech.say("rule.warning");
              case "Info" -> speech.say("rule.info");
              default -> speech.say("rule.severity", speech.name(severity));
            });
      }
    }
    return clauses;
  }

  private static boolean isRule(String name) {
    return !name.isEmpty() && !NO_RULES.contains(name);
  }

  private static int rank(String name) {
    int index = ORDER.indexOf(name);
    return index < 0 ? ORDER.size() : index;
  }

  private Phrase clause(Node shape, String name, Node value, int depth) {
    return switch (name) {
      case "datatype" ->
          value.equals(Words.LANG_STRING)
              ? speech.say("rule.langString")
              : speech.say("rule.datatype", speech.name(value));
      case "nodeKind" -> speech.say("rule.kind." + name(value));
      case "class",
          "hasValue",
          "minInclusive",
          "maxInclusive",
          "minExclusive",
          "maxExclusive",
          "minLength",
          "maxLength",
          "equals",
          "disjoint",
          "lessThan",
          "lessThanOrEquals" ->
          speech.say("rule." + name, speech.name(value));
      case "pattern" -> pattern(value);
      case "in" -> speech.say("rule.in", speech.names(facts.list(value)));
      case "languageIn" -> speech.say("rule.languageIn", languages(value));
      case "node" -> speech.say("rule.node", shape(value, depth));
      case "not" -> speech.say("rule.not", shape(value, depth));
      case "and", "or", "xone" -> speech.say("rule." + name, members(value, depth));
      case "qualifiedValueShape" -> qualified(shape, value, depth);
      case "closed" -> isTrue(value) ? speech.say("rule.closed") : speech.say("rule.open");
      case "deactivated" ->
          isTrue(value) ? speech.say("rule.deactivated") : speech.say("rule.active");
      case "sparql", "js" -> own(shape, value);
      default -> speech.say("rule.other", speech.name(Words.sh(name)), other(value, depth));
    };
  }

  private Phrase pattern(Node value) {
    String text = value.getLiteralLexicalForm();
    return text.equals("\\S")
        ? speech.say("rule.notEmpty")
        : speech.say("rule.pattern", Phrase.code(text));
  }

  private Phrase languages(Node list) {
    return speech.listed(
        facts.list(list).stream()
            .filter(Node::isLiteral)
            .map(tag -> speech.language(tag.getLiteralLexicalForm()))
            .toList());
  }

  private Phrase members(Node list, int depth) {
    return Phrase.join(
        facts.list(list).stream().map(member -> shape(member, depth)).toList(),
        speech.text("rule.separator"));
  }

  private Phrase qualified(Node shape, Node value, int depth) {
    Phrase what = shape(value, depth);
    Optional<Node> least = facts.value(shape, Words.sh("qualifiedMinCount"));
    Optional<Node> most = facts.value(shape, Words.sh("qualifiedMaxCount"));
    if (least.isPresent() && most.isPresent()) {
      return speech.say(
          "rule.qualified.between", speech.name(least.get()), speech.name(most.get()), what);
    }
    return least
        .map(count -> speech.say("rule.qualified.atLeast", speech.name(count), what))
        .or(() -> most.map(n -> speech.say("rule.qualified.atMost", speech.name(n), what)))
        .orElseGet(() -> speech.say("rule.qualified", what));
  }

  /** A rule written as a query is told by its message, else by the message of its shape. */
  private Phrase own(Node shape, Node constraint) {
    List<Node> messages =
        facts.has(constraint, Words.MESSAGE)
            ? facts.values(constraint, Words.MESSAGE)
            : facts.values(shape, Words.MESSAGE);
    return speech
        .best(messages)
        .map(text -> speech.say("rule.own", Phrase.of(text)))
        .orElseGet(() -> speech.say("rule.own.silent"));
  }

  private Phrase other(Node value, int depth) {
    return value.isBlank() ? shape(value, depth) : speech.name(value);
  }

  /** A shape inside another: by name if it has an IRI, else by its own clauses. */
  private Phrase shape(Node shape, int depth) {
    if (shape.isURI()) {
      return Phrase.link(speech.label(shape), anchors.href(shape, speech));
    }
    if (depth >= DEEPEST) {
      return Phrase.plain("…");
    }
    List<Phrase> clauses = new ArrayList<>(clauses(shape, depth + 1));
    List<Phrase> inner = new ArrayList<>();
    facts.value(shape, Words.PATH).ifPresent(path -> inner.add(path(path, 0)));
    for (Node property : facts.values(shape, Words.PROPERTY)) {
      clauses.add(shape(property, depth + 1));
    }
    Phrase all = Phrase.join(clauses, "; ");
    return inner.isEmpty() ? all : speech.say("rule.nested", inner.getFirst(), all);
  }

  /** Property paths (SHACL, section 2.3.1). */
  private Phrase path(Node path, int depth) {
    if (path.isURI()) {
      return speech.name(path);
    }
    if (depth >= DEEPEST) {
      return Phrase.plain("…");
    }
    if (facts.has(path, Words.FIRST)) {
      return Phrase.join(paths(path, depth), " → ");
    }
    for (Map.Entry<Node, List<Node>> entry : facts.about(path).entrySet()) {
      Node value = entry.getValue().getFirst();
      switch (name(entry.getKey())) {
        case "inversePath" -> {
          return speech.say("path.inverse", path(value, depth + 1));
        }
        case "alternativePath" -> {
          return Phrase.join(paths(value, depth), speech.text("path.or"));
        }
        case "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath" -> {
          return speech.say("path." + name(entry.getKey()), path(value, depth + 1));
        }
        default -> {}
      }
    }
    return speech.say("path.none");
  }

  private List<Phrase> paths(Node list, int depth) {
    return facts.list(list).stream().map(member -> path(member, depth + 1)).toList();
  }

  /** Whom a shape is for. */
  Phrase target(Node shape, Set<Node> classes) {
    List<Phrase> targets = new ArrayList<>();
    if (!classes.isEmpty()) {
      targets.add(speech.say("target.class", speech.names(List.copyOf(classes))));
    }
    for (String kind : List.of("targetNode", "targetSubjectsOf", "targetObjectsOf")) {
      List<Node> nodes = List.copyOf(new LinkedHashSet<>(facts.values(shape, Words.sh(kind))));
      if (!nodes.isEmpty()) {
        targets.add(speech.say("target." + kind, speech.names(nodes)));
      }
    }
    return targets.isEmpty() ? speech.say("target.none") : Phrase.join(targets, "; ");
  }

  /** The classes that rules name as those of values, with the property they are values of. */
  static Map<Node, Set<Node>> links(Facts facts, Node shape) {
    Map<Node, Set<Node>> links = new LinkedHashMap<>();
    for (Node property : facts.values(shape, Words.PROPERTY)) {
      Optional<Node> path = facts.value(property, Words.PATH).filter(Node::isURI);
      path.ifPresent(
          node ->
              links
                  .computeIfAbsent(node, n -> new HashSet<>())
                  .addAll(facts.values(property, Words.CLASS)));
    }
    return links;
  }

  private static boolean isTrue(Node node) {
    return node.isLiteral() && List.of("true", "1").contains(node.getLiteralLexicalForm());
  }

  private static String name(Node node) {
    return node.isURI() && node.getURI().startsWith(Words.SH)
        ? node.getURI().substring(Words.SH.length())
        : "";
  }
}
