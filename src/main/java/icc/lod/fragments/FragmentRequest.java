package icc.lod.fragments;

import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * A pattern and a page of its matches.
 *
 * @param graph a named graph, {@link #DEFAULT_GRAPH}, or {@link Node#ANY}
 * @param page counts from 1
 */
record FragmentRequest(Node subject, Node predicate, Node object, Node graph, long page) {
  /** A place in a statement. */
  enum Position {
    SUBJECT,
    PREDICATE,
    OBJECT,
    GRAPH;

    /** Its name in addresses. */
    String parameter() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final int PAGE_SIZE = 100;

  /** What clients of quad fragments call the default graph, wherever it has no name of its own. */
  static final Node DEFAULT_GRAPH = NodeFactory.createURI("urn:ldf:defaultGraph");

  private static final Set<String> KNOWN =
      Set.of("subject", "predicate", "object", "graph", "page", "format", "lang");
  private static final String TRACKING = "utm_[a-z]+|fbclid|gclid";

  /**
   * Reads a request.
   *
   * @throws Problem 400 for what is no pattern
   */
  static FragmentRequest of(Request request) {
    for (Map.Entry<String, List<String>> given : request.parameters().entrySet()) {
      String name = given.getKey();
      if (!KNOWN.contains(name) && !name.matches(TRACKING)) {
        throw Problem.badRequest(
            "There is no parameter '"
                + name
                + "' here: use subject, predicate, object, graph, page.");
      }
      if (given.getValue().size() > 1) {
        throw Problem.badRequest("The parameter '" + name + "' is given more than once.");
      }
    }
    return new FragmentRequest(
        term(request, "subject"),
        term(request, "predicate"),
        term(request, "object"),
        term(request, "graph"),
        page(request.parameter("page").orElse("")));
  }

  /** What to ask the store: of all graphs, the default graph holds the statements. */
  Quad pattern() {
    boolean named = graph.isURI() && !graph.equals(DEFAULT_GRAPH);
    return Quad.create(named ? graph : Quad.defaultGraphIRI, subject, predicate, object);
  }

  /** Whether no statement can match: a literal stands where only an IRI can. */
  boolean impossible() {
    return subject.isLiteral() || predicate.isLiteral() || graph.isLiteral();
  }

  /** Whether the graphs of each statement are to be told. */
  boolean anyGraph() {
    return graph.equals(Node.ANY);
  }

  long offset() {
    return (page - 1) * PAGE_SIZE;
  }

  /** How many pages so many matches have; nothing has one as well. */
  static long pages(long total) {
    return Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
  }

  FragmentRequest page(long other) {
    return new FragmentRequest(subject, predicate, object, graph, other);
  }

  /** The same pattern with a term in one place, from its first page. */
  FragmentRequest with(Position position, Node term) {
    return new FragmentRequest(
        position == Position.SUBJECT ? term : subject,
        position == Position.PREDICATE ? term : predicate,
        position == Position.OBJECT ? term : object,
        position == Position.GRAPH ? term : graph,
        1);
  }

  Node at(Position position) {
    return switch (position) {
      case SUBJECT -> subject;
      case PREDICATE -> predicate;
      case OBJECT -> object;
      case GRAPH -> graph;
    };
  }

  /** The query string, without question mark; empty for the first page of everything. */
  String query() {
    StringBuilder query = new StringBuilder();
    for (Position position : Position.values()) {
      if (!at(position).equals(Node.ANY)) {
        add(query, position.parameter(), TermParameter.write(at(position)));
      }
    }
    if (page > 1) {
      add(query, "page", Long.toString(page));
    }
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(name)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static Node term(Request request, String name) {
    return TermParameter.read(name, request.parameter(name).orElse(""));
  }

  private static long page(String text) {
    if (text.isBlank()) {
      return 1;
    }
    if (!text.matches("[1-9][0-9]{0,11}")) {
      throw Problem.badRequest("The page '" + text + "' is no number from 1 on.");
    }
    return Long.parseLong(text);
  }
}
