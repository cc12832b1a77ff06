package icc.lod.sparql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/**
 * As much of an answer as a page shows, before its terms have names.
 *
 * @param rows unbound variables are empty
 * @param more whether the answer goes on
 * @param verdict {@code true} or {@code false} for ASK, empty otherwise
 */
record Beginning(
    List<String> columns, List<List<Optional<Node>>> rows, boolean more, String verdict) {
  /** More rows nobody reads; all of them are in the files the page links to. */
  static final int SHOWN = 1000;

  private static final List<String> STATEMENT = List.of("subject", "predicate", "object", "graph");

  static Beginning read(QueryExec exec, SparqlQuery query) {
    return switch (query.form()) {
      case ASK -> new Beginning(List.of(), List.of(), false, Boolean.toString(exec.ask()));
      case SELECT -> rows(exec.select());
      case GRAPH -> statements(Graphs.quads(exec, query.query()), 3);
      case DATASET -> statements(Graphs.quads(exec, query.query()), 4);
    };
  }

  /** The IRIs in it, at most so many. */
  Set<Node> iris(int most) {
    Set<Node> iris = new LinkedHashSet<>();
    rows.stream()
        .flatMap(List::stream)
        .flatMap(Optional::stream)
        .filter(Node::isURI)
        .takeWhile(iri -> iris.size() < most)
        .forEach(iris::add);
    return iris;
  }

  private static Beginning rows(RowSet solutions) {
    List<Var> variables = solutions.getResultVars();
    List<List<Optional<Node>>> rows = new ArrayList<>();
    while (rows.size() < SHOWN && solutions.hasNext()) {
      Binding solution = solutions.next();
      rows.add(variables.stream().map(v -> Optional.ofNullable(solution.get(v))).toList());
    }
    List<String> columns = variables.stream().map(Var::getVarName).toList();
    return new Beginning(columns, rows, solutions.hasNext(), "");
  }

  private static Beginning statements(Iterator<Quad> quads, int width) {
    List<List<Optional<Node>>> rows = new ArrayList<>();
    while (rows.size() < SHOWN && quads.hasNext()) {
      Quad quad = quads.next();
      rows.add(
          Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
              .limit(width)
              .map(Optional::of)
              .toList());
    }
    return new Beginning(STATEMENT.subList(0, width), rows, quads.hasNext(), "");
  }
}
