package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.view.Text;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Makes hits out of what the index found, for one visitor. For one thread. */
final class SearchHits {
  private static final int MOST_TYPES = 3;

  private final SearchIndex index;
  private final Visitor visitor;
  private final Overview overview;
  private final Addresses addresses;
  private final Labels labels;
  private final Set<String> learnt = new HashSet<>();

  SearchHits(
      SearchIndex index,
      Visitor visitor,
      Overview overview,
      List<StoredThing> things,
      Reading reading,
      PublicUrl publicUrl) {
    this.index = index;
    this.visitor = visitor;
    this.overview = overview;
    this.labels = new Labels(visitor);
    things.forEach(thing -> labels.learn(thing.names()));
    things.forEach(thing -> labels.learn(thing.descriptions()));
    this.addresses =
        Addresses.of(things.stream().map(StoredThing::node).toList(), overview, reading, publicUrl);
  }

  Hit hit(StoredThing thing, SearchMarks marks, SearchWords words) {
    Text label = labels.label(thing.node());
    List<Piece> name = marks.mark(label.value());
    Optional<Node> other =
        SearchMarks.any(name) ? Optional.empty() : matching(thing.names(), marks);
    Optional<Node> told = told(thing, marks, SearchMarks.any(name) || other.isPresent(), words);
    return new Hit(
        link(thing),
        name,
        typeLabels(thing),
        thing.types().stream().map(Node::getURI).toList(),
        other.map(literal -> marks.mark(literal.getLiteralLexicalForm())).orElse(List.of()),
        other.map(this::lang).orElse(""),
        told.map(literal -> marks.snippet(literal.getLiteralLexicalForm())).orElse(List.of()),
        told.map(this::lang).orElse(""));
  }

  Link link(StoredThing thing) {
    EntityIri iri = new EntityIri(thing.node().getURI());
    return new Link(addresses.link(iri), labels.label(thing.node()), iri.text(), "");
  }

  /** The name of a class. */
  Text type(String iri) {
    if (learnt.add(iri)) {
      index.thing(iri).ifPresent(thing -> labels.learn(thing.names()));
    }
    return labels.label(org.apache.jena.graph.NodeFactory.createURI(iri));
  }

  /** Those of some classes that people are told of: the release's own, if there are such. */
  List<String> telling(List<String> types) {
    List<String> own =
        types.stream()
            .filter(iri -> EntityIri.parse(iri).map(overview.space()::covers).orElse(false))
            .toList();
    return own.isEmpty() ? types : own;
  }

  /** The texts of types that people are told of, each once. */
  List<Text> typeLabels(StoredThing thing) {
    return telling(thing.types().stream().map(Node::getURI).toList()).stream()
        .map(this::type)
        .distinct()
        .limit(MOST_TYPES)
        .toList();
  }

  /** Whether any of these statements matches. */
  static boolean matches(List<Triple> triples, SearchMarks marks) {
    return triples.stream().anyMatch(triple -> matches(triple.getObject(), marks));
  }

  /** What to show below the name: the description, unless only another text matches. */
  private Optional<Node> told(
      StoredThing thing, SearchMarks marks, boolean named, SearchWords words) {
    Optional<Node> best =
        visitor.languages().best(thing.descriptions().stream().map(Triple::getObject).toList());
    if (named || best.map(b -> matches(b, marks)).orElse(false)) {
      return best;
    }
    return matching(thing.descriptions(), marks)
        .or(() -> index.text(thing.node().getURI(), words))
        .or(() -> best);
  }

  /** The literal that matches in most words; of equal ones that in the visitor's language. */
  private Optional<Node> matching(List<Triple> triples, SearchMarks marks) {
    long most = triples.stream().mapToLong(t -> count(t.getObject(), marks)).max().orElse(0);
    return most == 0
        ? Optional.empty()
        : visitor
            .languages()
            .best(
                triples.stream()
                    .map(Triple::getObject)
                    .filter(literal -> count(literal, marks) == most)
                    .toList());
  }

  private static boolean matches(Node literal, SearchMarks marks) {
    return count(literal, marks) > 0;
  }

  private static long count(Node literal, SearchMarks marks) {
    return marks.mark(literal.getLiteralLexicalForm()).stream().filter(Piece::marked).count();
  }

  private String lang(Node literal) {
    return Text.of(literal, visitor.language()).lang();
  }
}
