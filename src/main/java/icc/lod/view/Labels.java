package icc.lod.view;

import icc.lod.rdf.EntityIri;
import icc.lod.web.Visitor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The names of things for one visitor: the best label property that a thing has, in the best
 * language.
 */
public final class Labels {
  private final Map<Node, Map<Node, List<Node>>> byNode = new HashMap<>();
  private final Visitor visitor;

  public Labels(Visitor visitor) {
    this.visitor = visitor;
  }

  /** The order in which the visitor's language puts texts; for one thread. */
  public Comparator<Text> order() {
    Collator collator = Collator.getInstance(Locale.forLanguageTag(visitor.language()));
    return Comparator.comparing(Text::value, collator::compare).thenComparing(Text::value);
  }

  /** Takes note of what these triples say about names and descriptions. */
  public void learn(Iterable<Triple> triples) {
    for (Triple triple : triples) {
      Node property = triple.getPredicate();
      boolean names = Terms.LABELS.contains(property) || Terms.DESCRIPTIONS.contains(property);
      if (names && triple.getObject().isLiteral()) {
        byNode
            .computeIfAbsent(triple.getSubject(), node -> new HashMap<>())
            .computeIfAbsent(property, p -> new ArrayList<>())
            .add(triple.getObject());
      }
    }
  }

  /** The name of a thing; without a label, the last part of its IRI. */
  public Text label(Node node) {
    return find(node, Terms.LABELS).orElseGet(() -> Text.plain(localName(node)));
  }

  public Optional<Text> description(Node node) {
    return find(node, Terms.DESCRIPTIONS);
  }

  private Optional<Text> find(Node node, List<Node> properties) {
    Map<Node, List<Node>> literals = byNode.getOrDefault(node, Map.of());
    for (Node property : properties) {
      Optional<Node> best = visitor.languages().best(literals.getOrDefault(property, List.of()));
      if (best.isPresent()) {
        return best.map(literal -> Text.of(literal, visitor.language()));
      }
    }
    return Optional.empty();
  }

  private static String localName(Node node) {
    if (!node.isURI()) {
      return node.isLiteral() ? node.getLiteralLexicalForm() : "…";
    }
    String local = EntityIri.of(node).map(EntityIri::localName).orElse(node.getURI());
    try {
      return URLDecoder.decode(local.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign: shown as it is.
      return local;
    }
  }
}
