package icc.lod.changes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The change feed followed from its beginning to a release, and what is left then: of each thing
 * the last member that is no deletion.
 *
 * @param things how many things there are in the end
 * @param statements how many statements they have
 * @param difference the first thing of which the feed says something else than the release; empty
 *     when there is none
 */
public record Replay(long things, long statements, Optional<String> difference) {

  /** Replays the feed that the folder of a release holds and compares it with the release. */
  public static Replay of(Path release) throws IOException {
    LogFiles files = LogFiles.of(release);
    Log log = Log.read(files);
    long things = 0;
    long statements = 0;
    try (Group.Reading state = Group.Reading.of(files.state());
        Register.Reading heads = Register.of(files.heads()).read()) {
      Group now = state.next();
      for (; !heads.line().isEmpty(); heads.advance()) {
        Member member = Member.parse(heads.line());
        if (member.action() == Action.DELETE) {
          continue;
        }
        if (!same(log.payload(member), member, now)) {
          return new Replay(things, statements, Optional.of(member.entity()));
        }
        things++;
        statements += now.lines().size();
        now = state.next();
      }
      return new Replay(
          things, statements, now.lines().isEmpty() ? Optional.empty() : Optional.of(now.entity()));
    }
  }

  private static boolean same(String payload, Member member, Group group) {
    if (group.lines().isEmpty() || !group.entity().equals(member.entity())) {
      return false;
    }
    StringBuilder text = new StringBuilder();
    group
        .lines()
        .forEach(line -> text.append(new String(line, StandardCharsets.UTF_8)).append('\n'));
    return text.toString().equals(payload);
  }
}
