package icc.lod.publish;

import icc.lod.rdf.Example;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What an example gave on a candidate: the beginning of its answer and how much there is.
 *
 * @param rows the first rows, or statements in the columns subject, predicate, object (and graph)
 * @param total how many rows or statements the whole answer has; for ASK 1 or 0
 * @param millis how long it took
 * @param failure why there is no answer; empty when there is one
 */
public record ExampleAnswer(
    Example example,
    Kind kind,
    List<Var> columns,
    List<Binding> rows,
    long total,
    long millis,
    String failure) {

  /** What a query answers with. */
  public enum Kind {
    /** A table of solutions. */
    TABLE,
    /** A truth value. */
    VERDICT,
    /** A graph. */
    STATEMENTS,
    /** A data set with named graphs. */
    QUADS
  }

  /** More rows than these are counted, not kept: a page shows no more, and the endpoint has all. */
  public static final int KEPT = 200;

  public ExampleAnswer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
