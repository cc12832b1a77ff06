package icc.lod.changes;

import icc.lod.changes.Member.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The change log that a release holds, as it was written. Thread-safe.
 *
 * @param releases those that it knows, in order
 */
record Log(LogFiles files, List<Summary> releases) {
  Log {
    releases = List.copyOf(releases);
  }

  /** An empty one where a release has none. */
  static Log read(LogFiles files) {
    try {
      List<Summary> releases = new ArrayList<>();
      for (Path release : files.releases()) {
        releases.add(Summary.read(files.summary(LogFiles.number(release))));
      }
      return new Log(files, releases);
    } catch (IOException e) {
      throw new UncheckedIOException("The change log cannot be read: " + files.folder(), e);
    }
  }

  /** Those that changed something. */
  List<Summary> changing() {
    return releases.stream().filter(summary -> !summary.isEmpty()).toList();
  }

  Optional<Summary> release(int number) {
    return releases.stream().filter(summary -> summary.number() == number).findFirst();
  }

  /** The release before, in this log. */
  Optional<Summary> before(Summary release) {
    int at = releases.indexOf(release);
    return at > 0 ? Optional.of(releases.get(at - 1)) : Optional.empty();
  }

  /** The members of a page of the feed. */
  List<Member> members(Summary release, Summary.Page page) {
    return parsed(
        () -> Register.of(files.members(release.number())).lines(page.first(), page.members()));
  }

  /** The members of a page as people read them, counted from one. */
  List<Member> block(Summary release, int page) {
    return parsed(() -> Register.of(files.members(release.number())).block(page - 1L));
  }

  /** The last member about an entity; the IRI as written in N-Quads. */
  Optional<Member> head(String entity) {
    return find(files.heads(), entity);
  }

  /** The members about an entity, the last first: so many of them after the first few. */
  List<Member> history(String entity, int skip, int most) {
    List<Member> history = new ArrayList<>();
    Optional<Member> next = head(entity);
    for (int at = 0; next.isPresent() && at < skip + most; at++) {
      if (at >= skip) {
        history.add(next.get());
      }
      Place before = next.get().before();
      next = before.exists() ? find(files.members(before.release()), entity) : Optional.empty();
    }
    return history;
  }

  /** What a member says of its entity, as lines of N-Quads. */
  String payload(Member member) {
    return text(files.payload(member.at().release()), member.payload());
  }

  /** What a member changed: each line after its sign; of a creation nothing. */
  String difference(Member member) {
    return text(files.difference(member.at().release()), member.difference());
  }

  private static String text(Path file, Member.Slice slice) {
    try {
      return new String(Register.slice(file, slice), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Member> find(Path file, String entity) {
    try {
      return Register.of(file).find(entity).map(Member::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Reading {
    List<String> lines() throws IOException;
  }

  private static List<Member> parsed(Reading reading) {
    try {
      return reading.lines().stream().map(Member::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
