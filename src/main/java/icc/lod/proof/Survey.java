package icc.lod.proof;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.vocabulary.RDF;

/**
 * One reading of all data: what is counted and what is wrong with IRIs. For one thread; statements
 * of a subject come together, as TDB2 gives them.
 */
final class Survey {
  /** IRIs are looked at once as long as so many are remembered, again when they come later. */
  private static final int REMEMBERED = 500_000;

  private final Graph data;
  private final IriSpace space;
  private final LinkTargets targets = LinkTargets.read();
  private final Set<Node> seen = new HashSet<>();
  private final Set<Node> properties = new HashSet<>();
  private final Map<String, Long> classes = new HashMap<>();
  private final Findings badIris = new Findings();
  private final Findings dangling = new Findings();
  private final Findings badLinks = new Findings();
  private long statements;
  private long subjects;
  private long ownSubjects;
  private long blanks;
  private long iris;
  private long ownLinks;
  private long outsideLinks;
  private long knownTargets;

  private Survey(Graph data, String base) {
    this.data = data;
    this.space = new IriSpace(base);
  }

  static Survey of(Graph data, String base) {
    Survey survey = new Survey(data, base);
    Node last = Node.ANY;
    Set<Node> types = new HashSet<>();
    Iterator<Triple> all = data.find(Node.ANY, Node.ANY, Node.ANY);
    while (all.hasNext()) {
      Triple triple = all.next();
      if (!triple.getSubject().equals(last)) {
        last = triple.getSubject();
        survey.subjects++;
        survey.ownSubjects += EntityIri.of(last).filter(survey.space::covers).isPresent() ? 1 : 0;
        types.clear();
      }
      survey.statement(triple, types);
    }
    return survey;
  }

  private void statement(Triple triple, Set<Node> types) {
    statements++;
    Node object = triple.getObject();
    if (triple.getSubject().isBlank() || object.isBlank()) {
      blanks++;
    }
    if (properties.add(triple.getPredicate())) {
      iri(triple.getPredicate(), "a property");
    }
    if (triple.getPredicate().equals(RDF.Nodes.type) && object.isURI() && types.add(object)) {
      classes.merge(object.getURI(), 1L, Long::sum);
    }
    first(triple.getSubject(), "a subject");
    if (object.isURI()) {
      boolean own = EntityIri.of(object).filter(space::covers).isPresent();
      ownLinks += own ? 1 : 0;
      outsideLinks += own || triple.getPredicate().equals(RDF.Nodes.type) ? 0 : 1;
      if (first(object, "linked by <" + triple.getPredicate().getURI() + ">")) {
        link(triple, own);
      }
    }
  }

  /** Whether an IRI comes for the first time, as far as is remembered; it is looked at then. */
  private boolean first(Node node, String where) {
    if (!node.isURI() || seen.contains(node)) {
      return false;
    }
    if (seen.size() < REMEMBERED) {
      seen.add(node);
    }
    iri(node, where);
    return true;
  }

  private void iri(Node node, String where) {
    iris++;
    String text = node.getURI();
    try {
      if (!IRIx.create(text).isReference() || EntityIri.parse(text).isEmpty()) {
        badIris.add("<" + text + "> (" + where + ") is not absolute");
      }
    } catch (IRIException e) {
      badIris.add("<" + text + "> (" + where + "): " + e.getMessage());
    }
  }

  private void link(Triple triple, boolean own) {
    Node object = triple.getObject();
    if (own && !data.contains(object, Node.ANY, Node.ANY)) {
      dangling.add(
          "<%s> links by <%s> to <%s>, which nothing describes"
              .formatted(triple.getSubject(), triple.getPredicate().getURI(), object.getURI()));
    } else if (!own) {
      LinkTargets.Fit fit = targets.fit(object.getURI());
      knownTargets += fit == LinkTargets.Fit.UNKNOWN ? 0 : 1;
      if (fit == LinkTargets.Fit.BAD) {
        badLinks.add(
            "<%s> links by <%s> to <%s>, which is no IRI that they give"
                .formatted(triple.getSubject(), triple.getPredicate().getURI(), object.getURI()));
      }
    }
  }

  long statements() {
    return statements;
  }

  long subjects() {
    return subjects;
  }

  /** How many of them have IRIs under the base. */
  long ownSubjects() {
    return ownSubjects;
  }

  /** How many statements have blank nodes. */
  long blanks() {
    return blanks;
  }

  /** How many IRIs were looked at. */
  long iris() {
    return iris;
  }

  Set<Node> properties() {
    return properties;
  }

  /** How many things each class has. */
  Map<String, Long> classes() {
    return classes;
  }

  long ownLinks() {
    return ownLinks;
  }

  long outsideLinks() {
    return outsideLinks;
  }

  /** How many of the IRIs of others follow a pattern that is known. */
  long knownTargets() {
    return knownTargets;
  }

  Findings badIris() {
    return badIris;
  }

  Findings dangling() {
    return dangling;
  }

  Findings badLinks() {
    return badLinks;
  }
}
