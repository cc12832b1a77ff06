package icc.lod.sparql;

import icc.lod.sparql.Terms.Cell;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * An answer as a page shows it: its beginning, and whether there is more.
 *
 * @param verdict {@code true} or {@code false} for ASK, empty otherwise
 */
record ResultTable(List<String> columns, List<List<Cell>> rows, boolean more, String verdict) {
  /** More rows nobody reads; all of them are in the files the page links to. */
  static final int SHOWN = 1000;

  private static final List<String> STATEMENT = List.of("subject", "predicate", "object", "graph");

  static ResultTable read(QueryExec exec, SparqlQuery query, Terms terms) {
    return switch (query.form()) {
      case ASK -> new ResultTable(List.of(), List.of(), false, Boolean.toString(exec.ask()));
      case SELECT -> rows(exec.select(), terms);
      case GRAPH -> statements(Graphs.quads(exec, query.query()), 3, terms);
      case DATASET -> statements(Graphs.quads(exec, query.query()), 4, terms);
    };
  }

  private static ResultTable rows(RowSet solutions, Terms terms) {
    List<Var> variables = solutions.getResultVars();
    List<List<Cell>> rows = new ArrayList<>();
    while (rows.size() < SHOWN && solutions.hasNext()) {
      Binding solution = solutions.next();
      rows.add(variables.stream().map(v -> terms.cell(solution.get(v))).toList());
    }
    List<String> columns = variables.stream().map(Var::getVarName).toList();
    return new ResultTable(columns, rows, solutions.hasNext(), "");
  }

  private static ResultTable statements(Iterator<Quad> quads, int width, Terms terms) {
    List<List<Cell>> rows = new ArrayList<>();
    while (rows.size() < SHOWN && quads.hasNext()) {
      Quad quad = quads.next();
      List<Node> nodes =
          List.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph());
      rows.add(nodes.subList(0, width).stream().map(terms::cell).toList());
    }
    return new ResultTable(STATEMENT.subList(0, width), rows, quads.hasNext(), "");
  }
}
