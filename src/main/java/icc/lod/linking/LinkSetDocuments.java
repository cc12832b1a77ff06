package icc.lod.linking;

import icc.lod.linking.LinkSurvey.Target;
import icc.lod.rdf.RdfFormat;
import icc.lod.store.Release;
import icc.lod.view.RdfDocument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Link sets as data: VoID (W3C Note 2011-03-03, section 5), the links themselves, tables.
 *
 * @param address the absolute address of all link sets
 * @param licence address of the licence of the links, or empty
 */
record LinkSetDocuments(
    String address, String licence, Release release, Map<String, String> prefixes) {
  private static final String VOID = "http://rdfs.org/ns/void#";
  private static final String DCT = "http://purl.org/dc/terms/";

  private static final List<String> HEAD =
      List.of(
          "subject",
          "label",
          "predicate",
          "object",
          "register",
          "code",
          "method",
          "date",
          "confidence",
          "sources");

  /** The description of some link sets, with the statements of one. */
  byte[] rdf(Collection<Target> targets, Collection<Triple> statements, RdfFormat format) {
    Graph graph = GraphFactory.createDefaultGraph();
    targets.forEach(target -> describe(target, graph));
    statements.forEach(graph::add);
    Map<String, String> all = new HashMap<>(prefixes);
    all.putIfAbsent("void", VOID);
    all.putIfAbsent("dct", DCT);
    return RdfDocument.write(graph, all, format);
  }

  /** All links with what the data says of them. */
  byte[] csv(List<LinkRow> rows) {
    Table table = Table.csv().row(HEAD);
    for (LinkRow row : rows) {
      Identifier about = row.about();
      table.row(
          List.of(
              row.link().getSubject().toString(),
              row.label().value(),
              row.link().getPredicate().getURI(),
              row.link().getObject().getURI(),
              about.register().value(),
              about.code(),
              about.method().value(),
              about.date(),
              about.confidence().value(),
              String.join(" ", about.sources())));
    }
    return table.bytes();
  }

  /** A void:Linkset for each property, as parts of one for the target. */
  private void describe(Target target, Graph graph) {
    Node set = iri(address + "/" + target.name());
    Node dataset = iri(address + "#dataset");
    Node objects = iri(address + "/" + target.name() + "#target");
    graph.add(set, RDF.Nodes.type, iri(VOID + "Linkset"));
    graph.add(set, iri(VOID + "subjectsTarget"), dataset);
    graph.add(set, iri(VOID + "objectsTarget"), objects);
    graph.add(set, iri(VOID + "triples"), number(target.total()));
    graph.add(set, iri(DCT + "issued"), instant());
    if (!licence.isEmpty()) {
      graph.add(set, iri(DCT + "license"), iri(licence));
    }
    for (LinkForm form : LinkForm.OF_SET) {
      if (form.syntax().isPresent()) {
        graph.add(set, iri(VOID + "dataDump"), iri(set.getURI() + "?format=" + form.suffix()));
      }
    }
    graph.add(dataset, RDF.Nodes.type, iri(VOID + "Dataset"));
    graph.add(dataset, iri(VOID + "uriSpace"), NodeFactory.createLiteralString(release.base()));
    graph.add(objects, RDF.Nodes.type, iri(VOID + "Dataset"));
    graph.add(objects, iri(VOID + "uriSpace"), NodeFactory.createLiteralString(target.root()));
    List<Map.Entry<Node, Long>> parts = new ArrayList<>(target.properties().entrySet());
    for (int i = 0; i < parts.size(); i++) {
      Node part = iri(set.getURI() + "#links-" + (i + 1));
      graph.add(set, iri(VOID + "subset"), part);
      graph.add(part, RDF.Nodes.type, iri(VOID + "Linkset"));
      graph.add(part, iri(VOID + "subjectsTarget"), dataset);
      graph.add(part, iri(VOID + "objectsTarget"), objects);
      graph.add(part, iri(VOID + "linkPredicate"), parts.get(i).getKey());
      graph.add(part, iri(VOID + "triples"), number(parts.get(i).getValue()));
    }
  }

  private Node instant() {
    return NodeFactory.createLiteralDT(release.created().toString(), XSDDatatype.XSDdateTime);
  }

  private static Node number(long number) {
    return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
  }

  private static Node iri(String text) {
    return NodeFactory.createURI(text);
  }
}
