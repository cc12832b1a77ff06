package icc.lod.store.sorted;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.tdb2.store.GraphTDB;

/**
 * A pattern over the graph of the index, with filters: what Jena's optimizer has cut into a
 * sequence of patterns with filters between is put together again, since here the order is found by
 * other means and filters find their places.
 */
final class Patterns {
  private final SortedIndex index;
  private final ExecutionContext context;
  private final BasicPattern pattern = new BasicPattern();
  private final ExprList exprs = new ExprList();

  private Patterns(SortedIndex index, ExecutionContext context) {
    this.index = index;
    this.context = context;
  }

  /** What solves an operation, if it is nothing but patterns and filters over this graph. */
  static Optional<Solver> solver(Op op, SortedIndex index, ExecutionContext context) {
    Patterns all = new Patterns(index, context);
    return all.add(op, true)
        ? Optional.of(new Solver(index, all.pattern, all.exprs, context))
        : Optional.empty();
  }

  /** The same, but solutions that are alike in the variables wanted may come as one. */
  static Optional<Solver> runs(
      Op op, Set<Var> wanted, SortedIndex index, ExecutionContext context) {
    Patterns all = new Patterns(index, context);
    return all.add(op, true)
        ? Optional.of(Solver.ofRuns(index, all.pattern, all.exprs, wanted, context))
        : Optional.empty();
  }

  private boolean add(Op op, boolean outermost) {
    return switch (op) {
      case OpFilter filter -> add(filter, outermost);
      case OpSequence sequence ->
          sequence.getElements().stream().allMatch(each -> add(each, false));
      case OpBGP bgp -> isIndexed() && add(bgp.getPattern());
      case OpQuadPattern quads -> isIndexed(quads) && add(quads.getBasicPattern());
      default -> false;
    };
  }

  private boolean add(BasicPattern triples) {
    pattern.addAll(triples);
    return triples.getList().stream().allMatch(TriplePattern::understood);
  }

  /** A filter inside sees only what is inside with it, so it may move only if it sees no more. */
  private boolean add(OpFilter filter, boolean outermost) {
    Patterns inner = new Patterns(index, context);
    if (!inner.add(filter.getSubOp(), outermost)) {
      return false;
    }
    if (!outermost) {
      Set<Var> vars = OpVars.fixedVars(filter.getSubOp());
      for (Expr expr : filter.getExprs()) {
        if (!vars.containsAll(expr.getVarsMentioned())) {
          return false;
        }
      }
    }
    pattern.addAll(inner.pattern);
    exprs.addAll(inner.exprs);
    exprs.addAll(filter.getExprs());
    return true;
  }

  private boolean isIndexed(OpQuadPattern quads) {
    return Quad.isDefaultGraph(quads.getGraphNode()) && context.getDataset() == index.dataset();
  }

  /** Whether the graph asked is the one of the index. */
  private boolean isIndexed() {
    return context.getActiveGraph() instanceof GraphTDB graph
        && graph.getDSG() == index.dataset()
        && Quad.isDefaultGraph(graph.getGraphName());
  }
}
