package icc.lod.sparql;

import icc.lod.rdf.EntityIri;
import icc.lod.store.Store;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.view.Text;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What the IRIs of an answer are called, and where they lead, for one visitor. */
final class Names {
  /** A page with more different IRIs shows the others by their prefixes. */
  static final int MOST = 2000;

  private final Set<Node> asked;
  private final Set<Node> named;
  private final Labels labels;
  private final Addresses addresses;
  private final Overview overview;

  private Names(
      Set<Node> asked, Set<Node> named, Labels labels, Addresses addresses, Overview overview) {
    this.asked = asked;
    this.named = named;
    this.labels = labels;
    this.addresses = addresses;
    this.overview = overview;
  }

  /** Reads the names of these IRIs: two reads, however many they are. */
  static Names of(
      Set<Node> iris, Store store, Overview overview, Visitor visitor, PublicUrl publicUrl) {
    Reading reading = new Reading(store);
    List<Node> properties = overview.used(icc.lod.view.Terms.LABELS);
    List<Triple> triples = properties.isEmpty() ? List.of() : reading.about(iris, properties);
    Labels labels = new Labels(visitor);
    labels.learn(triples);
    Set<Node> named =
        triples.stream()
            .filter(triple -> triple.getObject().isLiteral())
            .map(Triple::getSubject)
            .collect(Collectors.toCollection(HashSet::new));
    Addresses addresses = Addresses.of(iris, overview, reading, publicUrl);
    return new Names(iris, named, labels, addresses, overview);
  }

  /** The name of a thing, if the release says one. */
  Optional<Text> label(Node iri) {
    return named.contains(iri) ? Optional.of(labels.label(iri)) : Optional.empty();
  }

  /** Where an IRI leads: to its page here, else to where it says; empty for nowhere. */
  String href(Node node) {
    Optional<EntityIri> iri = EntityIri.of(node);
    boolean ours =
        iri.filter(overview.space()::covers).isPresent()
            || overview.vocabulary().entry(node).isPresent();
    if (iri.isPresent() && ours) {
      return asked.contains(node)
          ? addresses.link(iri.get())
          : addresses.href(overview.space().document(iri.get()));
    }
    // Other schemes lead nowhere, or to what nobody should run.
    return iri.filter(i -> i.text().matches("(?i)https?://.*")).map(EntityIri::ascii).orElse("");
  }
}
