package icc.lod.store.sorted;

import static icc.lod.store.sorted.SortedIndex.ANY;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What the variables of a pattern stand for at the moment, on the way to a solution. It is a row
 * itself, which filters look at; as it changes, nobody may keep it. Not thread-safe.
 */
final class Values extends NumberedRow {
  private final Terms terms;
  private final Var[] vars;
  private final int[] numbers;
  private final boolean[] given;
  private Var[] added = {};
  private int[] places = {};

  Values(Terms terms, List<Var> vars) {
    super(null, terms);
    this.terms = terms;
    this.vars = vars.toArray(Var[]::new);
    this.numbers = new int[vars.size()];
    this.given = new boolean[vars.size()];
    list();
  }

  /**
   * Begins anew with a row.
   *
   * @return whether other variables than before have a value by it
   */
  boolean begin(Binding row) {
    parent = row;
    boolean changed = false;
    for (int i = 0; i < vars.length; i++) {
      numbers[i] = number(row, vars[i], terms);
      changed |= given[i] == (numbers[i] == ANY);
      given[i] = numbers[i] != ANY;
    }
    if (changed) {
      list();
    }
    return changed;
  }

  private void list() {
    List<Var> without = new ArrayList<>();
    for (int i = 0; i < vars.length; i++) {
      if (!given[i]) {
        without.add(vars[i]);
      }
    }
    added = without.toArray(Var[]::new);
    places = new int[added.length];
    for (int i = 0, place = 0; i < vars.length; i++) {
      if (!given[i]) {
        places[place++] = i;
      }
    }
  }

  /** Whether a value is nowhere in the graph. */
  boolean impossible() {
    for (int number : numbers) {
      if (number == Terms.NONE) {
        return true;
      }
    }
    return false;
  }

  int[] numbers() {
    return numbers;
  }

  boolean given(int variable) {
    return given[variable];
  }

  /** Which of the variables it is, or -1. */
  int place(Var var) {
    for (int i = 0; i < vars.length; i++) {
      if (vars[i].equals(var)) {
        return i;
      }
    }
    return -1;
  }

  Var var(int variable) {
    return vars[variable];
  }

  /**
   * The solution that these are, for good.
   *
   * @param weight how many solutions it stands for
   */
  Binding solution(int weight) {
    if (added.length == 0 && weight == 1) {
      return parent;
    }
    int[] copy = new int[added.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = numbers[places[i]];
    }
    return new NumberedBinding(parent, terms, added, copy, weight);
  }

  @Override
  int number(Var var) {
    int place = place(var);
    return place < 0 || given[place] ? ANY : numbers[place];
  }

  @Override
  protected Iterator<Var> vars1() {
    List<Var> bound = new ArrayList<>();
    for (int place : places) {
      if (numbers[place] != ANY) {
        bound.add(vars[place]);
      }
    }
    return bound.iterator();
  }

  @Override
  protected int size1() {
    int size = 0;
    for (int place : places) {
      size += numbers[place] == ANY ? 0 : 1;
    }
    return size;
  }
}
