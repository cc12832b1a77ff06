package icc.lod.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * A description in the making: takes over what the data says, in the form that the profile has for
 * it, and at the end says of everything named what harvesters check of it.
 */
final class Description {
  /** What the values of properties are (DCAT-AP 3.0.1, ranges). */
  private static final Map<String, String> RANGES =
      Map.ofEntries(
          Map.entry(Rdf.DCT + "publisher", Rdf.FOAF + "Agent"),
          Map.entry(Rdf.DCT + "creator", Rdf.FOAF + "Agent"),
          Map.entry(Rdf.DCAT + "contactPoint", Rdf.VCARD + "Kind"),
          Map.entry(Rdf.DCT + "license", Rdf.DCT + "LicenseDocument"),
          Map.entry(Rdf.DCT + "temporal", Rdf.DCT + "PeriodOfTime"),
          Map.entry(Rdf.DCT + "spatial", Rdf.DCT + "Location"),
          Map.entry(Rdf.DCT + "conformsTo", Rdf.DCT + "Standard"),
          Map.entry(Rdf.DCT + "language", Rdf.DCT + "LinguisticSystem"),
          Map.entry(Rdf.DCT + "accrualPeriodicity", Rdf.DCT + "Frequency"),
          Map.entry(Rdf.DCT + "accessRights", Rdf.DCT + "RightsStatement"),
          Map.entry(Rdf.DCT + "rights", Rdf.DCT + "RightsStatement"),
          Map.entry(Rdf.DCT + "provenance", Rdf.DCT + "ProvenanceStatement"),
          Map.entry(Rdf.DCAT + "landingPage", Rdf.FOAF + "Document"),
          Map.entry(Rdf.FOAF + "homepage", Rdf.FOAF + "Document"),
          Map.entry(Rdf.FOAF + "page", Rdf.FOAF + "Document"));

  /** Said of files and catalogues, or in another form: not of data sets as the data says it. */
  private static final Set<String> ELSEWHERE =
      Set.of(Rdf.DCT + "license", Rdf.DCT + "rights", Rdf.DCAT + "landingPage");

  /** Of which a thing has one at most. */
  private static final Set<String> SINGLE =
      Set.of(
          Rdf.DCT + "publisher",
          Rdf.DCT + "accrualPeriodicity",
          Rdf.DCT + "issued",
          Rdf.DCT + "modified",
          Rdf.DCT + "accessRights",
          Rdf.FOAF + "homepage");

  private final Metadata metadata;
  private final Rdf rdf =
      new Rdf()
          .prefix("vcard", Rdf.VCARD)
          .prefix("spdx", Rdf.SPDX)
          .prefix("dcatap", Rdf.DCATAP)
          .prefix("hydra", Rdf.HYDRA);

  Description(Metadata metadata) {
    this.metadata = metadata;
  }

  Rdf rdf() {
    return rdf;
  }

  boolean has(Node subject, String property) {
    return rdf.graph().contains(subject, Rdf.iri(property), Node.ANY);
  }

  void add(Node subject, String property, Node value) {
    rdf.add(subject, property, value);
  }

  /** Adds a value unless there is one, or no value. */
  void once(Node subject, String property, Node value) {
    if (value.isConcrete() && !has(subject, property)) {
      add(subject, property, value);
    }
  }

  /** Takes over what the data says of a thing. */
  void copy(Node from, Node to) {
    for (Triple triple : DcatCatalogue.about(metadata.graph(), from)) {
      String property = triple.getPredicate().getURI();
      if (property.equals(RDF.type.getURI()) || ELSEWHERE.contains(property)) {
        continue;
      }
      boolean misfit = RANGES.containsKey(property) && !triple.getObject().isURI();
      if (!misfit && !(SINGLE.contains(property) && has(to, property))) {
        add(to, property, triple.getObject());
      }
    }
  }

  /** Takes over the values of a property of another thing of this description. */
  void inherit(Node subject, Node from, String property) {
    for (Node value :
        rdf.graph().find(from, Rdf.iri(property), Node.ANY).mapWith(Triple::getObject).toList()) {
      add(subject, property, value);
    }
  }

  /** Says title and description in our words where the data does not. */
  void texts(Node subject, String name, String about) {
    for (String property : List.of(Rdf.DCT + "title", Rdf.DCT + "description")) {
      if (!has(subject, property)) {
        Concepts.text(name, property, about).forEach(text -> add(subject, property, text));
      }
    }
  }

  void document(Node subject, String property, String address) {
    if (!has(subject, property)) {
      add(subject, property, Rdf.iri(address));
    }
  }

  /** A text in a language, or in whatever language there is. */
  String words(Node subject, String property, String language) {
    List<Node> texts =
        rdf.graph().find(subject, Rdf.iri(property), Node.ANY).mapWith(Triple::getObject).toList();
    return icc.lod.rdf.Languages.of(language)
        .best(texts)
        .map(Node::getLiteralLexicalForm)
        .orElse("");
  }

  /** Completes what is named: its type, and what the data or the authority says of it. */
  Graph finish() {
    Set<Node> done = new HashSet<>();
    for (Triple triple : rdf.graph().find().toList()) {
      Node value = triple.getObject();
      if (!value.isURI()) {
        continue;
      }
      String range = RANGES.getOrDefault(triple.getPredicate().getURI(), "");
      if (!range.isEmpty()) {
        rdf.type(value, range);
      }
      if (done.add(value) && !triple.getPredicate().equals(RDF.Nodes.type)) {
        concept(value);
        neighbour(value);
      }
    }
    named();
    return rdf.graph();
  }

  /** What a concept names is named by its own statements, at most one step further. */
  private void concept(Node value) {
    for (Triple triple : Concepts.about(value)) {
      rdf.graph().add(triple);
      if (triple.getObject().isURI()) {
        Concepts.about(triple.getObject()).forEach(rdf.graph()::add);
      }
    }
  }

  private void neighbour(Node value) {
    boolean listed =
        metadata.parts().contains(value)
            || value.equals(metadata.dataset())
            || value.equals(metadata.catalogue());
    if (!listed) {
      DcatCatalogue.about(metadata.graph(), value).forEach(rdf.graph()::add);
    }
  }

  /** An agent must have a name. */
  private void named() {
    Node label = Rdf.iri(Rdf.SKOS + "prefLabel");
    for (Node agent :
        rdf.graph()
            .find(Node.ANY, RDF.Nodes.type, Rdf.iri(Rdf.FOAF + "Agent"))
            .mapWith(Triple::getSubject)
            .toList()) {
      if (!has(agent, Rdf.FOAF + "name")) {
        rdf.graph()
            .find(agent, label, Node.ANY)
            .toList()
            .forEach(triple -> add(agent, Rdf.FOAF + "name", triple.getObject()));
        once(agent, Rdf.FOAF + "name", Rdf.string(Table.slug(agent.getURI())));
      }
    }
  }
}
