package icc.lod.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.jena.graph.Node;

/** How many values there may be, in words (SHACL, sections 4.2 and 4.4.5). */
final class Cardinality {
  private Cardinality() {}

  static List<Phrase> clauses(Facts facts, Node shape, Speech speech) {
    int least = count(facts, shape, "minCount").orElse(0);
    OptionalInt most = count(facts, shape, "maxCount");
    boolean unique =
        facts.value(shape, Words.sh("uniqueLang")).map(Cardinality::isTrue).orElse(false);
    List<Node> languages =
        facts.value(shape, Words.sh("languageIn")).map(facts::list).orElse(List.of());
    List<Phrase> clauses = new ArrayList<>();
    if (unique && !languages.isEmpty() && least == languages.size()) {
      clauses.add(speech.say("rule.oneInEach"));
      return clauses;
    }
    if (least > 0 || most.isPresent()) {
      clauses.add(count(least, most, speech));
    }
    if (unique) {
      clauses.add(speech.say("rule.uniqueLang"));
    }
    return clauses;
  }

  private static Phrase count(int least, OptionalInt most, Speech speech) {
    if (most.isEmpty()) {
      return least == 1 ? speech.say("rule.atLeast.one") : speech.say("rule.atLeast", least);
    }
    int limit = most.getAsInt();
    if (limit == 0) {
      return speech.say("rule.none");
    }
    if (least == limit) {
      return limit == 1 ? speech.say("rule.exactly.one") : speech.say("rule.exactly", limit);
    }
    if (least == 0) {
      return limit == 1 ? speech.say("rule.atMost.one") : speech.say("rule.atMost", limit);
    }
    return speech.say("rule.between", least, limit);
  }

  private static OptionalInt count(Facts facts, Node shape, String name) {
    return facts.values(shape, Words.sh(name)).stream()
        .filter(node -> node.isLiteral() && node.getLiteralLexicalForm().matches("\\d{1,9}"))
        .mapToInt(node -> Integer.parseInt(node.getLiteralLexicalForm()))
        .findFirst();
  }

  private static boolean isTrue(Node node) {
    return node.isLiteral() && List.of("true", "1").contains(node.getLiteralLexicalForm());
  }
}
