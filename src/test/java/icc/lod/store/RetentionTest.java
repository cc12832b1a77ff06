package icc.lod.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionTest {
  private static final String BASE = "https://example.org/";
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @TempDir Path state;
  private Releases releases;
  private Citations citations;

  @BeforeEach
  void open() {
    releases = new Releases(state);
    citations = new Citations(state);
  }

  private void publish(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      int number = releases.nextNumber();
      TestStores.publish(state, BASE, "<x> <y> " + number + " .");
    }
  }

  private List<Integer> numbers() {
    return releases.all().stream().map(Release::number).toList();
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void twentyOne_leaveTwenty() throws Exception {
    publish(20);
    assertThat(Retention.DEFAULT.apply(releases, NOW)).isEmpty();
    publish(1);
    assertThat(Retention.DEFAULT.apply(releases, NOW)).containsExactly(1);
    assertThat(numbers()).isEqualTo(range(2, 21));
    assertThat(releases.removed(1)).hasValue(NOW);
    assertThat(releases.wasMade(1)).isTrue();
    assertThat(releases.wasMade(22)).isFalse();
    assertThat(releases.wasMade(0)).isFalse();
  }

  @Test
  void cited_andCurrent_areKept() throws Exception {
    publish(6);
    assertThat(citations.cite(1, "0123456789abcdef", releases)).isTrue();
    assertThat(citations.cite(2, Citations.OPERATOR, releases)).isTrue();
    releases.point(releases.byNumber(3).orElseThrow());
    assertThat(new Retention(2).apply(releases, NOW)).containsExactly(4);
    assertThat(numbers()).containsExactly(1, 2, 3, 5, 6);
    assertThat(citations.ofVisitors()).isEqualTo(1);

    citations.unciteAll(1);
    releases.point(releases.byNumber(6).orElseThrow());
    assertThat(new Retention(2).apply(releases, NOW)).containsExactly(1, 3);
    assertThat(numbers()).containsExactly(2, 5, 6);
  }

  @Test
  void all_removesNothing() throws Exception {
    publish(3);
    assertThat(Retention.ALL.apply(releases, NOW)).isEmpty();
    assertThat(numbers()).hasSize(3);
  }

  @Test
  void numbers_areNotGivenTwice() throws Exception {
    publish(3);
    Release last = releases.byNumber(3).orElseThrow();
    releases.point(releases.byNumber(1).orElseThrow());
    releases.remove(last.number(), citations, NOW);
    assertThat(releases.nextNumber()).isEqualTo(4);
  }

  @Test
  void killedBeforeItWasNoted_isEndedNextTime() throws Exception {
    publish(3);
    Path folder = state.resolve("releases");
    Files.move(folder.resolve("000001"), folder.resolve(".removed-000001"));
    assertThat(new Retention(5).apply(releases, NOW)).isEmpty();
    assertThat(folder.resolve(".removed-000001")).doesNotExist();
    assertThat(releases.removed(1)).hasValue(NOW);
  }

  @Test
  void killedHalfDeleted_isEndedNextTime_evenIfSomebodyCitesIt() throws Exception {
    publish(3);
    Path folder = state.resolve("releases");
    Files.move(folder.resolve("000001"), folder.resolve(".removed-000001"));
    Files.delete(folder.resolve(".removed-000001").resolve(Manifest.FILE));
    assertThat(citations.cite(1, "0123456789abcdef", releases)).isFalse();
    assertThat(citations.releases()).isEmpty();
    new Retention(5).apply(releases, NOW);
    assertThat(folder.resolve(".removed-000001")).doesNotExist();
    assertThat(numbers()).containsExactly(2, 3);
  }

  @Test
  void citedWhileItLeaves_comesBack() throws Exception {
    publish(3);
    Path folder = state.resolve("releases");
    Files.move(folder.resolve("000001"), folder.resolve(".removed-000001"));
    Files.createDirectories(citations.folder(1));
    Files.createFile(citations.folder(1).resolve("0123456789abcdef"));
    new Retention(1).apply(releases, NOW);
    assertThat(numbers()).containsExactly(1, 3);
  }

  @Test
  void citingWhatIsNotThere_leavesNothing() throws Exception {
    publish(1);
    assertThat(citations.cite(7, Citations.OPERATOR, releases)).isFalse();
    assertThat(citations.folder(7)).doesNotExist();
  }
}
