package icc.lod.ontology;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Literals;
import icc.lod.view.Text;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Says things about terms in one visitor's language. For one thread. */
final class Speech {
  /** Stand for the arguments while a text is filled in: no text has these characters. */
  private static final char MARK = '\ue000';

  private static final int MOST_LISTED = 20;

  private final Pages pages;
  private final Visitor visitor;
  private final Labels labels;
  private final Addresses addresses;
  private final Literals literals;
  private final Comparator<Text> order;

  Speech(Pages pages, Visitor visitor, Labels labels, Addresses addresses) {
    this.pages = pages;
    this.visitor = visitor;
    this.labels = labels;
    this.addresses = addresses;
    this.literals = new Literals(pages, visitor);
    this.order = labels.order();
  }

  /** One of the site's texts, with phrases, numbers and words put in. */
  Phrase say(String key, Object... arguments) {
    Object[] marked = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      marked[i] = arguments[i] instanceof Phrase ? String.valueOf((char) (MARK + i)) : arguments[i];
    }
    String text = pages.text(visitor, "ontology." + key, marked);
    List<Phrase> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int index = text.charAt(i) - MARK;
      if (index >= 0 && index < arguments.length && arguments[index] instanceof Phrase phrase) {
        parts.add(Phrase.plain(text.substring(start, i)));
        parts.add(phrase);
        start = i + 1;
      }
    }
    parts.add(Phrase.plain(text.substring(start)));
    return new Phrase(
        parts.stream()
            .flatMap(part -> part.pieces().stream())
            .filter(piece -> !piece.text().value().isEmpty())
            .toList());
  }

  String text(String key, Object... arguments) {
    return pages.text(visitor, "ontology." + key, arguments);
  }

  Text label(Node node) {
    return labels.label(node);
  }

  /** A thing by its name, linked; a literal as people write it. */
  Phrase name(Node node) {
    if (node.isLiteral()) {
      return Phrase.of(literals.literal(node).text());
    }
    String href = EntityIri.of(node).map(addresses::link).orElse("");
    return Phrase.link(labels.label(node), href);
  }

  /** Several things, the last ones only counted when there are very many. */
  Phrase names(List<Node> nodes) {
    return listed(nodes.stream().map(this::name).toList());
  }

  Phrase listed(List<Phrase> all) {
    List<Phrase> phrases = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_LISTED)));
    if (all.size() > phrases.size()) {
      phrases.add(say("more", all.size() - phrases.size()));
    }
    return Phrase.join(phrases, ", ");
  }

  /** A language's name. */
  Phrase language(String tag) {
    Locale page = Locale.forLanguageTag(visitor.language());
    String name = Locale.forLanguageTag(tag).getDisplayName(page);
    return Phrase.plain(name.isBlank() ? tag : name);
  }

  Comparator<Text> order() {
    return order;
  }

  Visitor visitor() {
    return visitor;
  }

  String href(Node node) {
    return EntityIri.of(node).map(addresses::link).orElse("");
  }

  String path(String path) {
    return addresses.href(path);
  }

  /** The text in the best language. */
  Optional<Text> best(List<Node> texts) {
    return visitor.languages().best(texts).map(best -> Text.of(best, visitor.language()));
  }

  /** The texts in the visitor's language first, then in the site's other languages. */
  List<Text> everyLanguage(List<Node> texts) {
    List<Text> all = new ArrayList<>();
    best(texts).ifPresent(all::add);
    for (String tag : visitor.languages().wanted()) {
      texts.stream()
          .filter(Node::isLiteral)
          .filter(node -> node.getLiteralLanguage().equalsIgnoreCase(tag))
          .map(node -> Text.of(node, visitor.language()))
          .filter(text -> !all.contains(text) && !text.lang().isEmpty())
          .forEach(all::add);
    }
    return all;
  }
}
