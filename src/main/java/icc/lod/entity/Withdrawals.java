package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.store.Lease;
import java.util.Optional;

/** What releases before the one that is read knew of things. Thread-safe. */
public interface Withdrawals {
  /**
   * What is left of a thing that the release that is read does not describe, but one before did.
   */
  Optional<Withdrawal> gone(Lease lease, EntityIri iri);

  /** Since when a thing that the release describes is marked as withdrawn. */
  Optional<Withdrawal.Since> marked(Lease lease, EntityIri iri);

  /** Where nobody keeps a record of that. */
  static Withdrawals unrecorded() {
    return new Withdrawals() {
      @Override
      public Optional<Withdrawal> gone(Lease lease, EntityIri iri) {
        return Optional.empty();
      }

      @Override
      public Optional<Withdrawal.Since> marked(Lease lease, EntityIri iri) {
        return Optional.empty();
      }
    };
  }
}
