package icc.lod.reconcile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody wants the right thing for (Reconciliation Service API 0.2, "Structure of a
 * Reconciliation Query"; 1.0-draft, "conditions").
 *
 * @param names spellings of the name; none to look by conditions alone
 * @param ids identifiers it may have
 * @param types classes of which it must have one, narrower ones included; none for any
 * @param conditions what else is known of it
 * @param limit how many candidates are wanted
 */
record ReconcileQuery(
    List<String> names,
    List<String> ids,
    Set<String> types,
    List<Condition> conditions,
    int limit) {

  /** Which of several values must be met. */
  enum Quantifier {
    ANY,
    ALL,
    NONE
  }

  /**
   * A value as it was asked for.
   *
   * @param id the IRI of a thing, when the value was reconciled before
   */
  record Asked(String text, Optional<String> id) {
    static Asked of(String text) {
      return new Asked(text, Optional.empty());
    }
  }

  /**
   * Something known of the thing.
   *
   * @param pid the property as it was asked for
   * @param required whether a thing that does not meet it is no candidate
   */
  record Condition(
      String pid, PropertyPath path, List<Asked> values, Quantifier quantifier, boolean required) {
    Condition {
      values = List.copyOf(values);
    }
  }

  ReconcileQuery {
    names = List.copyOf(names);
    ids = List.copyOf(ids);
    types = Set.copyOf(types);
    conditions = List.copyOf(conditions);
  }
}
