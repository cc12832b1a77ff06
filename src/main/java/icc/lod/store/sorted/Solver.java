package icc.lod.store.sorted;

import static icc.lod.store.sorted.SortedIndex.ANY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;

/**
 * Finds the solutions of a basic graph pattern with filters for one row after the other: a loop
 * over the index inside a loop, the filters as far out as they can be told. Not thread-safe.
 */
final class Solver {
  /** How many statements are looked at before somebody may have said stop. */
  private static final int STRIDE = 1 << 10;

  private final SortedIndex index;
  private final TriplePattern[] patterns;
  private final Values values;
  private final Filters filters;
  private final Step[] steps;
  private final AtomicBoolean cancelled;
  private final Set<Var> wanted;
  private final boolean runs;
  private boolean planned;
  private int depth = -1;
  private int looked;
  private int weight = 1;

  Solver(SortedIndex index, BasicPattern pattern, ExprList exprs, ExecutionContext context) {
    this(index, pattern, exprs, Set.of(), false, context);
  }

  /**
   * A solver that may pass over solutions that are alike in the variables wanted, telling how many
   * they are.
   */
  static Solver ofRuns(
      SortedIndex index,
      BasicPattern pattern,
      ExprList exprs,
      Set<Var> wanted,
      ExecutionContext context) {
    return new Solver(index, pattern, exprs, wanted, true, context);
  }

  private Solver(
      SortedIndex index,
      BasicPattern pattern,
      ExprList exprs,
      Set<Var> wanted,
      boolean runs,
      ExecutionContext context) {
    this.index = index;
    this.wanted = wanted;
    this.runs = runs;
    List<Var> vars = new ArrayList<>();
    List<TriplePattern> translated = new ArrayList<>();
    for (Triple triple : pattern) {
      translated.add(TriplePattern.of(triple, vars, index.terms()));
    }
    this.patterns = translated.toArray(TriplePattern[]::new);
    this.values = new Values(index.terms(), vars);
    this.filters = new Filters(exprs, values, index.terms(), context);
    this.steps = new Step[patterns.length];
    this.cancelled = context.getCancelSignal();
  }

  /** Sets out to find what fits a row. */
  void begin(Binding row) {
    boolean changed = values.begin(row);
    if (values.impossible()) {
      depth = -1;
      return;
    }
    if (changed || !planned) {
      plan();
    }
    depth = 0;
    if (steps.length > 0) {
      steps[0].open();
    }
  }

  private void plan() {
    planned = true;
    weight = 1;
    TriplePattern[] order = new JoinOrder(index, patterns, values.numbers()).order();
    filters.place(order);
    boolean last = runs && !filters.any(order.length - 1);
    Arrays.setAll(steps, i -> new Step(order[i], last && i == order.length - 1));
  }

  /**
   * Goes on to the next solution, if there is one.
   *
   * @throws QueryCancelledException when the query was told to end
   */
  boolean next() {
    if (steps.length == 0) {
      return depth-- == 0 && filters.pass(0);
    }
    while (depth >= 0) {
      look();
      if (!steps[depth].next()) {
        steps[depth--].leave();
      } else if (filters.pass(depth)) {
        if (depth == steps.length - 1) {
          return true;
        }
        steps[++depth].open();
      }
    }
    return false;
  }

  private void look() {
    if ((++looked & (STRIDE - 1)) == 0 && cancelled != null && cancelled.get()) {
      throw new QueryCancelledException();
    }
  }

  /** The solution it came to. */
  Binding solution() {
    return values.solution(weight);
  }

  /** What the solutions that are passed over together are alike in. */
  private enum Run {
    /** Each by itself. */
    ONE,
    FIRST,
    SECOND,
    ALL
  }

  /** One pattern in its place. */
  private final class Step {
    private final TriplePattern pattern;
    private final Cursor cursor = new Cursor(index);
    private final int[] fresh = new int[TriplePattern.COLUMNS];
    private final boolean inRuns;
    private Run run = Run.ONE;

    Step(TriplePattern pattern, boolean inRuns) {
      this.pattern = pattern;
      this.inRuns = inRuns && !pattern.repeats();
    }

    void open() {
      int[] numbers = values.numbers();
      int s = pattern.number(0, numbers);
      int p = pattern.number(1, numbers);
      int o = pattern.number(2, numbers);
      fresh[0] = s == ANY ? pattern.variables()[0] : -1;
      fresh[1] = p == ANY ? pattern.variables()[1] : -1;
      fresh[2] = o == ANY ? pattern.variables()[2] : -1;
      cursor.open(s, p, o);
      if (inRuns) {
        openRuns();
      }
    }

    /** Finds out what the solutions are alike in, one after the other. */
    private void openRuns() {
      int only = -1;
      int many = 0;
      int free = 0;
      for (int column = 0; column < TriplePattern.COLUMNS; column++) {
        if (fresh[column] >= 0) {
          free++;
          if (wanted.contains(values.var(fresh[column]))) {
            only = column;
            many++;
          }
        }
      }
      if (cursor.picks() || many > 1) {
        run = Run.ONE;
      } else if (many == 0) {
        run = Run.ALL;
      } else if (free == TriplePattern.COLUMNS) {
        cursor.openBy(only);
        run = Run.FIRST;
      } else {
        run = only == cursor.secondColumn() ? Run.SECOND : Run.ONE;
      }
    }

    boolean next() {
      while (cursor.next()) {
        if (take(0, cursor.subject()) && take(1, cursor.predicate()) && take(2, cursor.object())) {
          if (inRuns) {
            weight = pass();
          }
          return true;
        }
        look();
      }
      return false;
    }

    private int pass() {
      return switch (run) {
        case ONE -> 1;
        case FIRST -> cursor.passRun(false);
        case SECOND -> cursor.passRun(true);
        case ALL -> cursor.passAll();
      };
    }

    /** Gives a variable its value; where it stands twice, the second must be as the first. */
    private boolean take(int column, int number) {
      int variable = fresh[column];
      if (variable < 0) {
        return true;
      }
      for (int before = 0; before < column; before++) {
        if (fresh[before] == variable && values.numbers()[variable] != number) {
          return false;
        }
      }
      values.numbers()[variable] = number;
      return true;
    }

    void leave() {
      for (int variable : fresh) {
        if (variable >= 0) {
          values.numbers()[variable] = ANY;
        }
      }
    }
  }
}
