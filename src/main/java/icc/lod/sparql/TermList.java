package icc.lod.sparql;

import icc.lod.store.Lease;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.view.Vocabulary;
import icc.lod.view.Vocabulary.Kind;
import icc.lod.web.WebSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * What an editor completes queries with: the prefixes of a release, and those of its classes,
 * properties and named graphs that are used most, with their names in the site's languages.
 */
final class TermList {
  /** An editor loads all of them at once. */
  private static final int MOST = 2000;

  private static final int LONGEST_NAME = 80;

  /** A word of the list. */
  private record Entry(Node node, String kind, long uses, boolean own) {}

  private TermList() {}

  static byte[] json(Lease lease, Overview overview, ReleaseNotes notes) {
    List<Entry> entries = entries(overview.vocabulary(), notes);
    Map<Node, Map<String, String>> names = names(entries, overview, new Reading(lease.store()));
    JsonObject json = new JsonObject();
    json.put("release", lease.release().number());
    JsonObject prefixes = new JsonObject();
    notes.prefixes().forEach(prefixes::put);
    json.put("prefixes", prefixes);
    JsonArray terms = new JsonArray();
    for (Entry entry : entries) {
      JsonObject term = new JsonObject();
      term.put("iri", entry.node().getURI());
      term.put("kind", entry.kind());
      term.put("uses", entry.uses());
      JsonObject labels = new JsonObject();
      names.getOrDefault(entry.node(), Map.of()).forEach(labels::put);
      term.put("labels", labels);
      terms.add(term);
    }
    json.put("terms", terms);
    return JSON.toStringFlat(json).getBytes(StandardCharsets.UTF_8);
  }

  private static List<Entry> entries(Vocabulary vocabulary, ReleaseNotes notes) {
    List<Entry> entries = new ArrayList<>();
    for (Vocabulary.Term term : vocabulary.terms().values()) {
      if (term.kind() == Kind.CLASS || term.kind() == Kind.PROPERTY) {
        String kind = term.kind() == Kind.CLASS ? "class" : "property";
        entries.add(new Entry(term.node(), kind, term.uses(), term.own()));
      }
    }
    notes
        .graphs()
        .forEach(
            (iri, size) -> entries.add(new Entry(NodeFactory.createURI(iri), "graph", size, true)));
    entries.sort(
        Comparator.comparingLong(Entry::uses)
            .thenComparing(Entry::own)
            .reversed()
            .thenComparing(entry -> entry.node().getURI()));
    return entries.subList(0, Math.min(MOST, entries.size()));
  }

  private static Map<Node, Map<String, String>> names(
      List<Entry> entries, Overview overview, Reading reading) {
    List<Node> properties = overview.used(icc.lod.view.Terms.LABELS);
    List<Node> nodes = entries.stream().map(Entry::node).toList();
    Map<Node, Map<String, String>> names = new HashMap<>();
    if (properties.isEmpty()) {
      return names;
    }
    List<Triple> triples = new ArrayList<>(reading.about(nodes, properties));
    triples.sort(
        Comparator.comparingInt((Triple t) -> properties.indexOf(t.getPredicate()))
            .thenComparing(t -> t.getObject().toString()));
    for (Triple triple : triples) {
      Node name = triple.getObject();
      if (name.isLiteral()) {
        String language = name.getLiteralLanguage().toLowerCase(Locale.ROOT).split("-", 2)[0];
        if (language.isEmpty() || WebSettings.DEFAULT_LANGUAGES.contains(language)) {
          names
              .computeIfAbsent(triple.getSubject(), node -> new TreeMap<>())
              .putIfAbsent(language, shortened(name.getLiteralLexicalForm()));
        }
      }
    }
    return names;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME))) + "…";
  }
}
