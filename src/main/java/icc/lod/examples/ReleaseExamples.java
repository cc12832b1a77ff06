package icc.lod.examples;

import icc.lod.rdf.Example;
import icc.lod.store.Lease;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * The examples of a release.
 *
 * @param bySlug by the last part of their addresses, in the order of their IRIs
 * @param naming what names and explains them and their themes
 */
record ReleaseExamples(Map<String, Entry> bySlug, List<Triple> naming) {
  static final Node ORDER = NodeFactory.createURI("http://www.w3.org/ns/shacl#order");

  private static final String HTML = "http://www.w3.org/1999/02/22-rdf-syntax-ns#HTML";

  static ReleaseExamples of(Lease lease) {
    List<Example> examples = lease.store().read(dataset -> Example.all(dataset.getDefaultGraph()));
    Map<String, KeptAnswer> answers = KeptAnswer.all(lease.release().folder());
    Map<String, Entry> bySlug = new LinkedHashMap<>();
    for (Example example : examples) {
      String slug = Slugs.of(example.iri(), bySlug.keySet());
      KeptAnswer answer = answers.getOrDefault(example.iri(), KeptAnswer.NOT_MADE);
      bySlug.put(slug, new Entry(example, slug, answer));
    }
    List<Node> properties = new ArrayList<>(Terms.LABELS);
    properties.addAll(Terms.DESCRIPTIONS);
    properties.add(ORDER);
    List<Triple> naming =
        new Reading(lease.store())
            .about(Entry.named(List.copyOf(bySlug.values())), properties).stream()
                .map(ReleaseExamples::plain)
                .toList();
    return new ReleaseExamples(bySlug, naming);
  }

  List<Entry> entries() {
    return List.copyOf(bySlug.values());
  }

  /** Texts of others may be HTML; on our pages they are words. */
  private static Triple plain(Triple triple) {
    Node object = triple.getObject();
    if (!object.isLiteral() || !object.getLiteralDatatypeURI().equals(HTML)) {
      return triple;
    }
    String text =
        object
            .getLiteralLexicalForm()
            .replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    return Triple.create(
        triple.getSubject(), triple.getPredicate(), NodeFactory.createLiteralString(text));
  }
}
