package icc.lod.reconcile;

import icc.lod.search.StoredThing;
import icc.lod.view.Labels;
import icc.lod.view.Text;
import icc.lod.web.Visitor;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Names of things, types and properties in the language of who asks. For one thread. */
final class Naming {
  private static final int LONGEST = 200;

  private final Labels labels;
  private final Knowledge knowledge;

  Naming(Visitor visitor, Knowledge knowledge) {
    this.labels = new Labels(visitor);
    this.knowledge = knowledge;
  }

  Text name(StoredThing thing) {
    labels.learn(thing.names());
    return labels.label(thing.node());
  }

  /** A sentence about a thing: its own, else of what sort it is. */
  String description(StoredThing thing) {
    labels.learn(thing.descriptions());
    return labels
        .description(thing.node())
        .map(Text::value)
        .map(Naming::cut)
        .orElseGet(() -> kind(thing));
  }

  /** What a thing is, in words. */
  String kind(StoredThing thing) {
    return String.join(
        ", ", told(thing).stream().map(this::term).map(Text::value).distinct().toList());
  }

  /** What a type or property is called. */
  Text term(Schema.Term term) {
    labels.learn(term.names());
    return labels.label(term.node());
  }

  Optional<String> description(Schema.Term term) {
    labels.learn(term.names());
    return labels.description(term.node()).map(Text::value).map(Naming::cut);
  }

  /** The types of a thing that people are told of: those of the release, if it has some. */
  List<Schema.Term> told(StoredThing thing) {
    List<Schema.Term> types = types(thing);
    List<Schema.Term> own = types.stream().filter(Schema.Term::own).toList();
    return own.isEmpty() ? types : own;
  }

  List<Schema.Term> types(StoredThing thing) {
    return thing.types().stream().flatMap(type -> type(type).stream()).toList();
  }

  private Optional<Schema.Term> type(Node type) {
    return knowledge.schema().exactType(type.getURI());
  }

  Text name(String iri, Optional<StoredThing> thing) {
    thing.ifPresent(t -> labels.learn(t.names()));
    return labels.label(NodeFactory.createURI(iri));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST);
    return text.substring(0, space > 0 ? space : LONGEST) + "…";
  }
}
