package icc.lod.rdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * An ordered choice of languages, the one place where a label's language is decided: asked → site →
 * English → without a tag → first by code. Ranges match by RFC 4647 lookup (section 3.4): {@code
 * en-GB} falls back to {@code en}; a wanted {@code en} also takes {@code en-GB} when there is no
 * plain {@code en}.
 *
 * @param wanted lower-case language tags, best first
 */
public record Languages(List<String> wanted) {

  /** The language every site falls back to before untagged text. */
  private static final String FALLBACK = "en";

  public Languages {
    wanted = List.copyOf(wanted);
  }

  /** Languages in the given order, best first; tags in any letter case. */
  public static Languages of(String... tags) {
    List<String> list = new ArrayList<>();
    for (String tag : tags) {
      list.add(tag.toLowerCase(Locale.ROOT));
    }
    return new Languages(list);
  }

  /** The best of some literals; ties go to the text that sorts first, so the answer is stable. */
  public Optional<Node> best(Collection<Node> literals) {
    if (literals.isEmpty()) {
      return Optional.empty();
    }
    List<Node> sorted =
        literals.stream().filter(Node::isLiteral).sorted(Languages::byCodeThenText).toList();
    for (String range : ranges()) {
      for (Node literal : sorted) {
        if (tag(literal).equals(range)) {
          return Optional.of(literal);
        }
      }
      for (Node literal : sorted) {
        if (tag(literal).startsWith(range + "-")) {
          return Optional.of(literal);
        }
      }
    }
    for (Node literal : sorted) {
      if (tag(literal).isEmpty()) {
        return Optional.of(literal);
      }
    }
    return sorted.stream().findFirst();
  }

  private Collection<String> ranges() {
    LinkedHashSet<String> ranges = new LinkedHashSet<>();
    for (String tag : wanted) {
      for (String range = tag; !range.isEmpty(); range = shorter(range)) {
        ranges.add(range);
      }
    }
    ranges.add(FALLBACK);
    return ranges;
  }

  /** RFC 4647, section 3.4: cut the last subtag, and a single-letter subtag before it too. */
  private static String shorter(String range) {
    int cut = range.lastIndexOf('-');
    if (cut < 0) {
      return "";
    }
    String rest = range.substring(0, cut);
    return rest.length() > 1 && rest.charAt(rest.length() - 2) == '-'
        ? rest.substring(0, rest.length() - 2)
        : rest;
  }

  private static String tag(Node literal) {
    return literal.getLiteralLanguage().toLowerCase(Locale.ROOT);
  }

  private static int byCodeThenText(Node a, Node b) {
    return Comparator.comparing(Languages::tag)
        .thenComparing(Node::getLiteralLexicalForm)
        .compare(a, b);
  }
}
