package icc.lod.examples;

import icc.lod.view.Labels;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Visitor;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What the examples of a release are called, for one visitor. */
final class Naming {
  private static final int LONGEST_TITLE = 110;
  private static final Pattern WORDS = Pattern.compile("\\s+");

  private final Visitor visitor;
  private final Labels labels;
  private final Set<Node> named = new HashSet<>();
  private final Map<Node, StringBuilder> titles = new HashMap<>();
  private final Map<Node, Double> ranks = new HashMap<>();

  Naming(ReleaseExamples examples, Visitor visitor) {
    this.visitor = visitor;
    this.labels = new Labels(visitor);
    labels.learn(examples.naming());
    for (Triple triple : examples.naming()) {
      Node subject = triple.getSubject();
      if (triple.getPredicate().equals(ReleaseExamples.ORDER)) {
        number(triple.getObject()).ifPresent(rank -> ranks.put(subject, rank));
      } else if (Terms.LABELS.contains(triple.getPredicate()) && triple.getObject().isLiteral()) {
        named.add(subject);
        titles
            .computeIfAbsent(subject, s -> new StringBuilder())
            .append(triple.getObject().getLiteralLexicalForm())
            .append('\n');
      }
    }
  }

  Labels labels() {
    return labels;
  }

  /** The name of an example; examples of others have none, and then the explanation begins it. */
  Text title(Entry entry) {
    Optional<Text> explained = labels.description(entry.node());
    return named.contains(entry.node()) || explained.isEmpty()
        ? labels.label(entry.node())
        : new Text(shortened(explained.get().value()), explained.get().lang());
  }

  /** What an example is for, where that says more than its title. */
  List<Text> explanation(Entry entry) {
    Text title = title(entry);
    return labels.description(entry.node()).stream()
        .filter(text -> !text.value().equals(title.value()))
        .toList();
  }

  /** The words an example is about in the visitor's language, or in the next best. */
  List<Text> keywords(Entry entry) {
    List<Node> keywords = entry.example().keywords();
    Optional<Node> best = visitor.languages().best(keywords);
    return keywords.stream()
        .filter(word -> best.isPresent() && best.get().getLiteralLanguage().equals(language(word)))
        .map(word -> Text.of(word, visitor.language()))
        .sorted(labels.order())
        .toList();
  }

  /** The place of a theme among the others ({@code sh:order}); after them when it has none. */
  double rank(Node theme) {
    return ranks.getOrDefault(theme, Double.MAX_VALUE);
  }

  /** Whether the title in any language, or the example's slug, holds all these words. */
  boolean matches(Entry entry, String words) {
    String text =
        folded(title(entry).value() + " " + titles.getOrDefault(entry.node(), new StringBuilder()));
    return WORDS.splitAsStream(folded(words)).allMatch(text::contains);
  }

  private static Optional<Double> number(Node order) {
    boolean number =
        order.isLiteral() && order.getLiteralLexicalForm().matches("-?\\d{1,9}(\\.\\d+)?");
    return number ? Optional.of(Double.valueOf(order.getLiteralLexicalForm())) : Optional.empty();
  }

  private static String language(Node literal) {
    return literal.getLiteralLanguage();
  }

  /** Without accents and letter case, for people type neither with care. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST_TITLE) {
      return line;
    }
    int space = line.lastIndexOf(' ', LONGEST_TITLE);
    return line.substring(0, space > 40 ? space : LONGEST_TITLE) + " …";
  }
}
