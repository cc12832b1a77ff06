package icc.lod.tools;

import icc.lod.linking.Lookup;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.Example;
import icc.lod.rdf.RdfFormat;
import icc.lod.search.Finder;
import icc.lod.sparql.Inquiries;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.tools.Tool.Arguments;
import icc.lod.tools.Tool.Parameter;
import icc.lod.view.Labels;
import icc.lod.view.RdfDocument;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** The tools there are: what the site's other features do, as text. Thread-safe. */
public final class Tools {
  private static final int MOST_ROWS = 500;
  private static final int USUAL_ROWS = 100;
  private static final int MOST_HITS = 50;
  private static final int MOST_TRIPLES = 500;
  private static final int MOST_LOOKUPS = 50;

  private final CurrentStore store;
  private final Inquiries inquiries;
  private final Finder finder;
  private final Lookup lookup;

  /** Tools over these features. */
  public Tools(CurrentStore store, Inquiries inquiries, Finder finder, Lookup lookup) {
    this.store = store;
    this.inquiries = inquiries;
    this.finder = finder;
    this.lookup = lookup;
  }

  /** All of them. */
  List<Tool> all() {
    return List.of(
        new Tool(
            "search",
            "Search",
            "Finds things by name or words, in any language and spelling; gives their IRIs.",
            List.of(
                Parameter.text("text", true, "Names or words, such as Lviv or energy"),
                Parameter.number("limit", MOST_HITS, "How many things; 10 if not given")),
            this::search),
        new Tool(
            "describe",
            "Describe",
            "All statements about one thing, as Turtle, with the names of what it links to.",
            List.of(Parameter.text("iri", true, "The whole IRI of the thing")),
            this::describe),
        new Tool(
            "lookup",
            "Look up",
            "From identifiers of others (Wikidata, GeoNames, codes, their addresses in usual"
                + " spellings) to things here, or from an IRI here to its identifiers; as JSON.",
            List.of(Parameter.texts("identifiers", MOST_LOOKUPS, "Such as Q36036 or UA LWO")),
            this::lookup),
        new Tool(
            "query",
            "Query",
            "Answers a SPARQL 1.1 query (SELECT and ASK as CSV, CONSTRUCT and DESCRIBE as Turtle)."
                + " Read-only, without SERVICE. See examples for the vocabulary.",
            List.of(
                Parameter.text("query", true, "The whole query with its prefixes"),
                Parameter.number("limit", MOST_ROWS, "How many rows; 100 if not given")),
            this::query),
        new Tool(
            "examples",
            "Examples",
            "Questions that the data answers, each with its IRI; with an IRI or a word, the"
                + " queries of those that match.",
            List.of(Parameter.text("about", false, "A word, or the IRI of one example")),
            this::examples));
  }

  private String search(Arguments arguments, Asking asking) {
    int limit = arguments.number("limit", 10, MOST_HITS);
    try (Lease lease = store.lease()) {
      Finder.Page page = finder.find(arguments.text("text"), limit, lease, asking.visitor());
      StringBuilder text = new StringBuilder();
      page.things()
          .forEach(
              found ->
                  text.append("- ")
                      .append(found.label())
                      .append(" (")
                      .append(String.join(", ", found.types()))
                      .append(") <")
                      .append(found.iri())
                      .append(">")
                      .append(found.description().isEmpty() ? "" : ": " + found.description())
                      .append('\n'));
      return text.append(page.things().size())
          .append(" of ")
          .append(page.total())
          .append(" found.\n")
          .toString();
    }
  }

  private String describe(Arguments arguments, Asking asking) {
    EntityIri iri =
        EntityIri.parse(arguments.text("iri").strip().replaceAll("^<(.*)>$", "$1"))
            .orElseThrow(() -> Problem.badRequest("The argument 'iri' is no absolute IRI."));
    try (Lease lease = store.lease()) {
      Reading reading = new Reading(lease.store());
      List<Triple> all = reading.about(List.of(iri.node()), MOST_TRIPLES + 1L);
      if (all.isEmpty()) {
        throw Problem.notFound(
            "This release says nothing about <" + iri + ">: search for its name, or look it up.");
      }
      List<Triple> told = all.subList(0, Math.min(all.size(), MOST_TRIPLES));
      Graph graph = GraphFactory.createDefaultGraph();
      told.forEach(graph::add);
      byte[] turtle = RdfDocument.write(graph, reading.prefixes(), RdfFormat.TURTLE);
      String cut =
          all.size() > told.size()
              ? "# Cut after " + MOST_TRIPLES + " statements: query for the others.\n"
              : "";
      return new String(turtle, StandardCharsets.UTF_8) + "\n" + names(told, reading, asking) + cut;
    }
  }

  private static String names(List<Triple> told, Reading reading, Asking asking) {
    Set<Node> things = new HashSet<>();
    told.forEach(triple -> things.add(triple.getObject()));
    told.forEach(triple -> things.add(triple.getPredicate()));
    things.removeIf(node -> !node.isURI());
    List<Triple> names = reading.about(things, Terms.LABELS);
    Labels labels = new Labels(asking.visitor());
    labels.learn(names);
    StringBuilder text = new StringBuilder();
    names.stream()
        .map(Triple::getSubject)
        .distinct()
        .sorted(java.util.Comparator.comparing(Node::getURI))
        .forEach(
            node ->
                text.append("# <")
                    .append(node.getURI())
                    .append("> is called ")
                    .append(labels.label(node).value())
                    .append('\n'));
    return text.toString();
  }

  private String lookup(Arguments arguments, Asking asking) {
    List<String> identifiers = arguments.texts("identifiers");
    if (identifiers.size() > MOST_LOOKUPS) {
      throw Problem.badRequest("Look up " + MOST_LOOKUPS + " identifiers at once, not more.");
    }
    try (Lease lease = store.lease()) {
      return lookup.json(identifiers, lease, asking.visitor(), asking.origin());
    }
  }

  private String query(Arguments arguments, Asking asking) throws Exception {
    int limit = arguments.number("limit", USUAL_ROWS, MOST_ROWS);
    Inquiries.Told told =
        inquiries.ask(
            arguments.text("query"), limit, asking.visitor(), asking.request(), asking.response());
    return told.more()
        ? told.text() + "# Cut after " + limit + " rows: there are more.\n"
        : told.text();
  }

  private String examples(Arguments arguments, Asking asking) {
    String about = arguments.optional("about").orElse("").strip();
    try (Lease lease = store.lease()) {
      List<Example> all = lease.store().read(data -> Example.all(data.getDefaultGraph()));
      List<Node> nodes = new ArrayList<>();
      all.forEach(example -> nodes.add(NodeFactory.createURI(example.iri())));
      Labels labels = new Labels(asking.visitor());
      labels.learn(new Reading(lease.store()).about(nodes, Terms.LABELS));
      StringBuilder text = new StringBuilder();
      for (Example example : all) {
        String title = labels.label(NodeFactory.createURI(example.iri())).value();
        if (about.isEmpty()) {
          text.append("- ").append(title).append(" <").append(example.iri()).append(">\n");
        } else if (matches(example, title, about)) {
          text.append("# ").append(title).append('\n').append(example.text()).append("\n\n");
        }
      }
      return text.isEmpty() ? "No example is about '" + about + "'.\n" : text.toString();
    }
  }

  private static boolean matches(Example example, String title, String about) {
    String word = about.toLowerCase(Locale.ROOT);
    return example.iri().equals(about)
        || title.toLowerCase(Locale.ROOT).contains(word)
        || example.keywords().stream()
            .anyMatch(k -> k.getLiteralLexicalForm().toLowerCase(Locale.ROOT).contains(word));
  }
}
