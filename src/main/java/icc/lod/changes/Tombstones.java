package icc.lod.changes;

import icc.lod.entity.Withdrawal;
import icc.lod.entity.Withdrawal.Since;
import icc.lod.entity.Withdrawals;
import icc.lod.rdf.EntityIri;
import icc.lod.statements.NQuads;
import icc.lod.store.Lease;
import icc.lod.view.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What the change log tells of things that are withdrawn. Thread-safe. */
public final class Tombstones implements Withdrawals {
  /** Who changed more often since is withdrawn since long. */
  private static final int MOST = 50;

  private final Changes changes;

  public Tombstones(Changes changes) {
    this.changes = changes;
  }

  @Override
  public Optional<Withdrawal> gone(Lease lease, EntityIri iri) {
    Log log = changes.log(lease);
    return log.head(written(iri))
        .filter(member -> member.action() == Action.DELETE)
        .map(member -> withdrawal(lease, log, iri, member));
  }

  private Withdrawal withdrawal(Lease lease, Log log, EntityIri iri, Member member) {
    Tombstone tombstone = Tombstone.of(log, member);
    List<Triple> known = new ArrayList<>(tombstone.labels());
    known.addAll(tombstone.types());
    return new Withdrawal(
        iri,
        known,
        tombstone.reasons(changes.reasons()),
        tombstone.successors(),
        since(lease, log, member));
  }

  @Override
  public Optional<Since> marked(Lease lease, EntityIri iri) {
    Log log = changes.log(lease);
    Optional<Member> first = Optional.empty();
    for (Member member : log.history(written(iri), 0, MOST)) {
      if (member.action() == Action.DELETE || !isMarked(log, member, iri.node())) {
        break;
      }
      first = Optional.of(member);
    }
    return first.flatMap(member -> since(lease, log, member));
  }

  private static boolean isMarked(Log log, Member member, Node entity) {
    return FeedPage.statements(log.payload(member)).keySet().stream()
        .anyMatch(t -> t.getSubject().equals(entity) && t.getPredicate().equals(Terms.DEPRECATED));
  }

  private static Optional<Since> since(Lease lease, Log log, Member member) {
    int number = member.at().release();
    return log.release(number)
        .map(
            release ->
                new Since(
                    release.instant(), Names.of(lease.release().base()).release(number), number));
  }

  private static String written(EntityIri iri) {
    String written = NQuads.written(iri.node());
    return written.substring(1, written.length() - 1);
  }
}
