package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;

/** Results as a page: a table of rows, a truth value, or a graph in Turtle. */
final class ResultPage {
  /** A page shows this many rows and says so when there are more. */
  static final int ROWS = 1_000;

  static final String FIRST_QUERY =
      """
      SELECT ?class (COUNT(?thing) AS ?count) {
        ?thing a ?class
      }
      GROUP BY ?class
      ORDER BY DESC(?count)
      """;

  /** A cell: text, its language, and where it leads. */
  record Cell(String text, String language, String href) {
    static final Cell EMPTY = new Cell("", "", "");
  }

  /** A link to the same result in another format. */
  record Download(String name, String href) {}

  private ResultPage() {}

  static Map<String, Object> model(QueryRequest request, Query query, QueryExecResult result) {
    Map<String, Object> model = new HashMap<>();
    model.put("query", request.text().orElse(""));
    boolean graph = result.isGraph() || result.isDataset();
    model.put("downloads", downloads(request, graph));
    model.put("columns", List.of());
    model.put("rows", List.of());
    model.put("more", false);
    model.put("truth", "");
    model.put("turtle", "");
    if (result.isBoolean()) {
      model.put("truth", Boolean.toString(result.booleanResult()));
    } else if (graph) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      RdfFormat format = query.isConstructQuad() ? RdfFormat.TRIG : RdfFormat.TURTLE;
      ResultWriter.graph(result, query, format, out);
      model.put("turtle", out.toString(StandardCharsets.UTF_8));
    } else {
      rows(result.rowSet(), model);
    }
    return model;
  }

  private static void rows(RowSet rowSet, Map<String, Object> model) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Var> columns = rowSet.getResultVars();
    while (rowSet.hasNext() && rows.size() < ROWS) {
      Binding binding = rowSet.next();
      rows.add(columns.stream().map(column -> cell(binding, column)).toList());
    }
    model.put("columns", columns.stream().map(Var::getVarName).toList());
    model.put("rows", rows);
    model.put("more", rowSet.hasNext());
  }

  private static Cell cell(Binding binding, Var column) {
    if (!binding.contains(column)) {
      return Cell.EMPTY;
    }
    Node node = binding.get(column);
    if (node.isURI()) {
      return new Cell(node.getURI(), "", "/doc?iri=" + encode(node.getURI()));
    }
    if (node.isLiteral()) {
      return new Cell(node.getLiteralLexicalForm(), node.getLiteralLanguage(), "");
    }
    return new Cell(NodeFmtLib.strNT(node), "", "");
  }

  private static List<Download> downloads(QueryRequest request, boolean graph) {
    StringBuilder asked = new StringBuilder("/sparql?query=" + encode(request.text().orElse("")));
    request.defaultGraphs().forEach(g -> asked.append("&default-graph-uri=").append(encode(g)));
    request.namedGraphs().forEach(g -> asked.append("&named-graph-uri=").append(encode(g)));
    return SparqlRoutes.formats(graph).stream()
        .map(format -> new Download(format, asked + "&format=" + format))
        .toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
