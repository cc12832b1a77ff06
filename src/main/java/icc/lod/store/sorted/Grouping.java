package icc.lod.store.sorted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIter1;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.jspecify.annotations.Nullable;

/**
 * GROUP BY variables, with aggregates: groups are told apart by numbers, terms are made of those
 * that come out. Counting makes none at all.
 */
final class Grouping extends QueryIter1 {
  private final Numbering numbering;
  private final Var[] vars;
  private final List<ExprAggregator> aggregates;
  private @Nullable Iterator<Binding> groups;

  Grouping(
      QueryIterator input,
      List<Var> vars,
      List<ExprAggregator> aggregates,
      Terms terms,
      ExecutionContext context) {
    super(input, context);
    this.numbering = new Numbering(terms);
    this.vars = vars.toArray(Var[]::new);
    this.aggregates = aggregates;
  }

  /** The values that tell a group. */
  private static final class Key {
    private final int[] numbers;

    Key(int[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public int hashCode() {
      int hash = 0;
      for (int number : numbers) {
        hash = hash * 31 + number * 0x9E3779B9;
      }
      return hash ^ hash >>> 16;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(key.numbers, numbers);
    }
  }

  @Override
  protected boolean hasNextBinding() {
    if (groups == null) {
      groups = calculate();
    }
    return groups.hasNext();
  }

  @Override
  protected Binding moveToNextBinding() {
    return Objects.requireNonNull(groups).next();
  }

  private Iterator<Binding> calculate() {
    Map<Key, Accumulator[]> found = new LinkedHashMap<>();
    int[] numbers = new int[vars.length];
    Key key = new Key(numbers);
    while (getInput().hasNext()) {
      Binding row = getInput().next();
      for (int i = 0; i < vars.length; i++) {
        numbers[i] = numbering.number(row, vars[i]);
      }
      Accumulator[] group = found.get(key);
      if (group == null) {
        group = accumulators();
        found.put(new Key(numbers.clone()), group);
      }
      for (Accumulator each : group) {
        each.accumulate(row, getExecContext());
      }
    }
    if (found.isEmpty() && vars.length == 0) {
      return List.of(ofNothing()).iterator();
    }
    List<Binding> rows = new ArrayList<>();
    found.forEach((each, group) -> rows.add(row(each.numbers, group)));
    return rows.iterator();
  }

  private Accumulator[] accumulators() {
    Accumulator[] group = new Accumulator[aggregates.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = Counting.of(aggregates.get(i).getAggregator(), numbering);
    }
    return group;
  }

  private Binding row(int[] numbers, Accumulator[] group) {
    BindingBuilder row = Binding.builder();
    for (int i = 0; i < vars.length; i++) {
      Node term = numbering.term(numbers[i]);
      if (term != null) {
        row.add(vars[i], term);
      }
    }
    for (int i = 0; i < group.length; i++) {
      NodeValue value = group[i].getValue();
      if (value != null) {
        row.add(aggregates.get(i).getVar(), value.asNode());
      }
    }
    return row.build();
  }

  private Binding ofNothing() {
    BindingBuilder row = Binding.builder();
    for (ExprAggregator each : aggregates) {
      Node value = each.getAggregator().getValueEmpty();
      if (value != null) {
        row.add(each.getVar(), value);
      }
    }
    return row.build();
  }

  @Override
  protected void closeSubIterator() {
    groups = null;
  }

  @Override
  protected void requestSubCancel() {
    // What it reads is told.
  }
}
