package icc.lod.changes;

import icc.lod.changes.Member.Place;
import icc.lod.changes.Member.Slice;
import icc.lod.store.HardLinks;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares two releases entity by entity and writes what the second changed. Both are read once, in
 * the order of their entities, along with the list of the last members: one entity of each is in
 * memory.
 */
final class Comparison implements AutoCloseable {
  /** So much of the feed is one page: what a client takes at once. */
  static final int MOST_MEMBERS = 250;

  static final int MOST_STATEMENTS = 5_000;

  private final int number;
  private final Kinds kinds;
  private final boolean first;
  private final Register.Reading headsBefore;
  private final Register.Writing heads;
  private final Register.Writing members;
  private final OutputStream payload;
  private final OutputStream difference;
  private final Map<String, Summary.Counts> counts = new TreeMap<>();
  private final List<Summary.Page> pages = new ArrayList<>();
  private long payloadEnd;
  private long differenceEnd;
  private long written;
  private long pageStart;
  private long pageStatements;
  private long triples;
  private long added;
  private long removed;

  /**
   * @param files of the release to be, with its state
   * @param before the list of last members of the release before
   * @param first whether there is no release before: then the state is the payload
   */
  Comparison(LogFiles files, int number, Kinds kinds, Register before, boolean first)
      throws IOException {
    this.number = number;
    this.kinds = kinds;
    this.first = first;
    Files.createDirectories(files.release(number));
    this.headsBefore = before.read();
    this.heads = new Register.Writing(files.heads());
    this.members = new Register.Writing(files.members(number));
    if (first) {
      HardLinks.link(files.state(), files.payload(number));
    }
    this.payload = first ? OutputStream.nullOutputStream() : out(files.payload(number));
    this.difference = out(files.difference(number));
  }

  private static OutputStream out(java.nio.file.Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /** Reads both to their ends. */
  Summary run(Group.Reading before, Group.Reading now, Instant instant) throws IOException {
    Group old = before.next();
    Group next = now.next();
    while (!old.lines().isEmpty() || !next.lines().isEmpty()) {
      int order = order(old, next);
      if (order < 0) {
        deleted(old);
      } else if (order > 0) {
        created(next);
      } else if (!old.isSame(next)) {
        updated(old, next);
      }
      triples += order >= 0 ? statements(next) : 0;
      old = order <= 0 ? before.next() : old;
      next = order >= 0 ? now.next() : next;
    }
    endPage();
    copyHeads(new byte[] {(byte) 0xff});
    return new Summary(number, instant, triples, added, removed, counts, pages);
  }

  private static int order(Group old, Group next) {
    if (old.lines().isEmpty() || next.lines().isEmpty()) {
      return old.lines().isEmpty() ? 1 : -1;
    }
    return Arrays.compareUnsigned(old.key(), next.key());
  }

  /** Statements in several graphs count once, as in the union of all. */
  private static long statements(Group group) {
    long count = 0;
    byte[] last = new byte[0];
    for (byte[] line : group.lines()) {
      if (last.length == 0 || !icc.lod.statements.Line.saysTheSame(last, line)) {
        count++;
      }
      last = line;
    }
    return count;
  }

  private void created(Group next) throws IOException {
    added += next.lines().size();
    member(next, Action.CREATE, kinds.of(next), payload(next), Slice.NONE);
  }

  private void updated(Group old, Group next) throws IOException {
    member(next, Action.UPDATE, kinds.of(next), payload(next), difference(old, next));
  }

  private void deleted(Group old) throws IOException {
    Group nothing = new Group(old.key(), List.of(), 0);
    member(old, Action.DELETE, kinds.of(old), Slice.NONE, difference(old, nothing));
  }

  private Slice payload(Group group) throws IOException {
    if (first) {
      return new Slice(group.offset(), group.length());
    }
    for (byte[] line : group.lines()) {
      payload.write(line);
      payload.write('\n');
    }
    Slice slice = new Slice(payloadEnd, group.length());
    payloadEnd += slice.length();
    return slice;
  }

  /** What went, then what came, each line after its sign. */
  private Slice difference(Group old, Group next) throws IOException {
    long start = differenceEnd;
    removed += differ(old, next, '-');
    added += differ(next, old, '+');
    return new Slice(start, differenceEnd - start);
  }

  private long differ(Group one, Group other, char sign) throws IOException {
    long count = 0;
    for (byte[] line : one.lines()) {
      if (!other.has(line)) {
        difference.write(sign);
        difference.write(line);
        difference.write('\n');
        differenceEnd += line.length + 2;
        count++;
      }
    }
    return count;
  }

  private void member(Group group, Action action, String kind, Slice payload, Slice difference)
      throws IOException {
    long size = action == Action.DELETE ? 1 : group.lines().size();
    if (pageStatements > 0
        && (written - pageStart >= MOST_MEMBERS || pageStatements + size > MOST_STATEMENTS)) {
      endPage();
    }
    pageStatements += size;
    written++;
    Place at = new Place(number, pages.size() + 1, written);
    Member member = new Member(group.entity(), action, at, kind, head(group), payload, difference);
    members.line(member.line());
    heads.line(member.line());
    counts.merge(kind, Summary.Counts.one(action), Summary.Counts::plus);
  }

  private void endPage() {
    if (written > pageStart) {
      pages.add(new Summary.Page(pageStart, (int) (written - pageStart)));
    }
    pageStart = written;
    pageStatements = 0;
  }

  /** The last member about an entity so far. */
  private Place head(Group group) throws IOException {
    copyHeads(group.key());
    String line = headsBefore.line();
    if (line.isEmpty() || !line.startsWith(group.entity() + "\t")) {
      return Place.NOWHERE;
    }
    headsBefore.advance();
    return Member.parse(line).at();
  }

  /** Takes over what is said of the entities before this one. */
  private void copyHeads(byte[] key) throws IOException {
    while (!headsBefore.line().isEmpty()
        && Arrays.compareUnsigned(Member.key(Register.iri(headsBefore.line())), key) < 0) {
      heads.line(headsBefore.line());
      headsBefore.advance();
    }
  }

  @Override
  public void close() throws IOException {
    headsBefore.close();
    heads.close();
    members.close();
    payload.close();
    difference.close();
  }
}
