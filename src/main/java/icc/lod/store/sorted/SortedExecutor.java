package icc.lod.store.sorted;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTopN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterDistinct;
import org.apache.jena.sparql.engine.iterator.QueryIterProject;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** Answers patterns over the default graph out of the index; all else is TDB2's. */
final class SortedExecutor extends EmptyInputExecutor {
  private final SortedIndex index;

  SortedExecutor(ExecutionContext context, SortedIndex index) {
    super(context);
    this.index = index;
  }

  @Override
  protected QueryIterator execute(OpBGP op, QueryIterator input) {
    return matching(op, input).orElseGet(() -> super.execute(op, input));
  }

  @Override
  protected QueryIterator execute(OpQuadPattern op, QueryIterator input) {
    return matching(op, input).orElseGet(() -> super.execute(op, input));
  }

  @Override
  protected QueryIterator execute(OpFilter op, QueryIterator input) {
    return matching(op, input).orElseGet(() -> super.execute(numbered(op), input));
  }

  private OpFilter numbered(OpFilter op) {
    return OpFilter.filterDirect(NumberedVar.in(op.getExprs(), index.terms()), op.getSubOp());
  }

  @Override
  protected QueryIterator execute(OpSequence op, QueryIterator input) {
    return matching(op, input).orElseGet(() -> super.execute(op, input));
  }

  @Override
  protected QueryIterator execute(OpExtend op, QueryIterator input) {
    QueryIterator rows = exec(op.getSubOp(), input);
    return new Assigning(rows, numbered(op.getVarExprList()), index.terms(), execCxt);
  }

  private VarExprList numbered(VarExprList exprs) {
    VarExprList numbered = new VarExprList();
    exprs.forEachVarExpr(
        (var, expr) -> {
          if (expr == null) {
            numbered.add(var);
          } else {
            numbered.add(var, NumberedVar.in(expr, index.terms()));
          }
        });
    return numbered;
  }

  @Override
  protected QueryIterator execute(OpGroup op, QueryIterator input) {
    if (!op.getGroupVars().getExprs().isEmpty() || op.getAggregators().isEmpty()) {
      return super.execute(op, input);
    }
    QueryIterator rows = counted(op, input).orElseGet(() -> exec(op.getSubOp(), input));
    List<ExprAggregator> aggregates = op.getAggregators().stream().map(this::numbered).toList();
    return new Grouping(rows, op.getGroupVars().getVars(), aggregates, index.terms(), execCxt);
  }

  /** What is only counted comes in runs. */
  private Optional<QueryIterator> counted(OpGroup op, QueryIterator input) {
    Set<Var> wanted = new HashSet<>(op.getGroupVars().getVars());
    Set<Var> bound = OpVars.fixedVars(op.getSubOp());
    return op.getAggregators().stream()
            .allMatch(each -> Counting.counts(each.getAggregator(), bound, wanted))
        ? runs(op.getSubOp(), wanted, input)
        : Optional.empty();
  }

  /** The solutions of a pattern, or of a sequence that ends with one, as far as they are wanted. */
  private Optional<QueryIterator> runs(Op op, Set<Var> wanted, QueryIterator input) {
    Optional<Solver> solver = Patterns.runs(op, wanted, index, execCxt);
    if (solver.isPresent() || !(op instanceof OpSequence sequence)) {
      return solver.map(each -> new Matching(input, each, false, execCxt));
    }
    List<Op> parts = sequence.getElements();
    int last = parts.size() - 1;
    return Patterns.runs(parts.get(last), wanted, index, execCxt)
        .map(
            each -> {
              QueryIterator rows = input;
              for (Op part : parts.subList(0, last)) {
                rows = exec(part, rows);
              }
              return new Matching(rows, each, false, execCxt);
            });
  }

  /** Of what is told apart by some variables only, one each will do. */
  @Override
  protected QueryIterator execute(OpDistinct op, QueryIterator input) {
    if (op.getSubOp() instanceof OpProject project && input instanceof QueryIterRoot) {
      Optional<QueryIterator> rows = runs(project.getSubOp(), Set.copyOf(project.getVars()), input);
      if (rows.isPresent()) {
        return new QueryIterDistinct(
            QueryIterProject.create(rows.get(), project.getVars(), execCxt), null, execCxt);
      }
    }
    return super.execute(op, input);
  }

  private ExprAggregator numbered(ExprAggregator aggregate) {
    Aggregator aggregator = aggregate.getAggregator();
    ExprList exprs = aggregator.getExprList();
    return exprs == null || exprs.isEmpty()
        ? aggregate
        : new ExprAggregator(
            aggregate.getVar(), aggregator.copy(NumberedVar.inAggregate(exprs, index.terms())));
  }

  @Override
  protected QueryIterator execute(OpOrder op, QueryIterator input) {
    return super.execute(new OpOrder(op.getSubOp(), numbered(op.getConditions())), input);
  }

  @Override
  protected QueryIterator execute(OpTopN op, QueryIterator input) {
    return super.execute(
        new OpTopN(op.getSubOp(), op.getLimit(), numbered(op.getConditions())), input);
  }

  private List<SortCondition> numbered(List<SortCondition> conditions) {
    return conditions.stream()
        .map(
            each ->
                new SortCondition(
                    NumberedVar.in(each.getExpression(), index.terms()), each.getDirection()))
        .toList();
  }

  @Override
  protected QueryIterator execute(OpConditional op, QueryIterator input) {
    Optional<Solver> right = solver(op.getRight());
    return right.isPresent()
        ? new Matching(exec(op.getLeft(), input), right.get(), true, execCxt)
        : super.execute(op, input);
  }

  private Optional<QueryIterator> matching(Op op, QueryIterator input) {
    return solver(op).map(solver -> new Matching(input, solver, false, execCxt));
  }

  private Optional<Solver> solver(Op op) {
    return Patterns.solver(op, index, execCxt);
  }
}
