package icc.lod.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigTest {
  @TempDir Path dir;

  @Test
  void flags_winOverEnvironmentOverFile() throws IOException {
    Path file = Files.writeString(dir.resolve("s.properties"), "port=1\nhost=a\nstate=s\n");
    Map<String, String> environment = Map.of("ICC_PORT", "2", "ICC_HOST", "b", "PATH", "/bin");
    Map<Setting, List<String>> flags = Map.of(Setting.PORT, List.of("3"));

    Config config = Config.load(Optional.of(file), environment, flags, Optional.empty());

    assertThat(config.web().port()).isEqualTo(3);
    assertThat(config.web().host()).isEqualTo("b");
    assertThat(config.state()).isEqualTo(Path.of("s"));
  }

  @Test
  void faults_areAllReported() throws IOException {
    Path file = Files.writeString(dir.resolve("s.properties"), "colour=red\nno-gate=maybe\n");
    Map<Setting, List<String>> flags =
        Map.of(
            Setting.PORT, List.of("70000"),
            Setting.BASE, List.of("relative"),
            Setting.PUBLIC_URL, List.of("ftp://x"),
            Setting.STORE, List.of("oracle"),
            Setting.QUERY_TIMEOUT, List.of("0s"));

    assertThatThrownBy(
            () -> Config.load(Optional.of(file), Map.of("ICC_X", "1"), flags, Optional.empty()))
        .isInstanceOf(ConfigException.class)
        .message()
        .contains("\"colour\"")
        .contains("--no-gate")
        .contains("--port")
        .contains("--base")
        .contains("--public-url")
        .contains("--store")
        .contains("--query-timeout")
        .contains("ICC_X");
  }

  @ParameterizedTest
  @CsvSource({"5, PT5S", "5s, PT5S", "500ms, PT0.5S", "2m, PT2M"})
  void queryTimeout_takesUnits(String text, Duration expected) {
    Map<Setting, List<String>> flags = Map.of(Setting.QUERY_TIMEOUT, List.of(text));

    assertThat(load(flags).sparql().queryTimeout()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5s", "5h", "", "99999999999s"})
  void queryTimeout_nonsense_isAFault(String text) {
    Map<Setting, List<String>> flags = Map.of(Setting.QUERY_TIMEOUT, List.of(text));

    assertThatThrownBy(() -> load(flags)).hasMessageContaining("--query-timeout");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "20, 20", "all, 2147483647"})
  void keepReleases_isANumberOrAll(String text, int expected) {
    assertThat(load(Map.of(Setting.KEEP_RELEASES, List.of(text))).retention().newest())
        .isEqualTo(expected);
    assertThat(load(Map.of()).retention().newest()).isEqualTo(20);
    assertThat(load(Map.of(Setting.KEEP_CITED, List.of("0"))).sparql().citedReleases()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "", "ten", "1.5", "99999999999"})
  void keepReleases_nonsense_isAFault(String text) {
    assertThatThrownBy(() -> load(Map.of(Setting.KEEP_RELEASES, List.of(text))))
        .hasMessageContaining("--keep-releases: write a number from 1 on, or all");
    if (!text.equals("0")) {
      assertThatThrownBy(() -> load(Map.of(Setting.KEEP_CITED, List.of(text))))
          .hasMessageContaining("--keep-cited");
    }
  }

  @Test
  void sources_missingHere_areTheCopiesBesideTheLauncher() {
    Config config = Config.load(Optional.empty(), Map.of(), Map.of(), Optional.of(dir));

    // The tests run in the project's own folder, which has all three.
    assertThat(config.sources().data()).containsExactly(Path.of("rdf-data"));
    assertThat(config.sources().examples()).containsExactly(Path.of("sparql-examples"));
  }

  @Test
  void dataOfOnesOwn_comesWithoutTheBundledExamples() {
    Config config = load(Map.of(Setting.DATA, List.of("a", "b")));

    assertThat(config.sources().data()).containsExactly(Path.of("a"), Path.of("b"));
    assertThat(config.sources().examples()).isEmpty();
  }

  @Test
  void store_isEmbeddedOrAnEndpoint() {
    assertThat(load(Map.of()).endpoint()).isEmpty();
    assertThat(load(Map.of(Setting.STORE, List.of("tdb2"))).endpoint()).isEmpty();
    Config config =
        load(
            Map.of(
                Setting.STORE, List.of("sparql:https://me:secret@e.org/ds/query?x=1"),
                Setting.INDEX_LIMIT, List.of("0")));
    assertThat(config.endpoint().orElseThrow().endpoint())
        .hasToString("https://e.org/ds/query?x=1");
    assertThat(config.endpoint().orElseThrow().indexLimit()).isZero();
    assertThat(config.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sparql:",
        "sparql:e.org/sparql",
        "sparql:ftp://me:secret@e.org/",
        "sparql:http://",
        "http://me:secret@e.org/sparql"
      })
  void store_otherwise_isAFaultThatSaysWhatToWrite(String text) {
    assertThatThrownBy(() -> load(Map.of(Setting.STORE, List.of(text))))
        .isInstanceOf(ConfigException.class)
        .message()
        .contains("--store")
        .contains("sparql:")
        .doesNotContain("secret");
  }

  @Test
  void follower_ofAnEndpoint_isAFault() {
    Map<Setting, List<String>> both =
        Map.of(
            Setting.STORE, List.of("sparql:https://e.org/query"), Setting.FOLLOW, List.of("true"));
    assertThatThrownBy(() -> load(both)).hasMessageContaining("--follow");
  }

  @Test
  void indexLimit_nonsense_isAFault() {
    assertThatThrownBy(() -> load(Map.of(Setting.INDEX_LIMIT, List.of("many"))))
        .hasMessageContaining("--index-limit");
  }

  private static Config load(Map<Setting, List<String>> flags) {
    return Config.load(Optional.empty(), Map.of(), flags, Optional.empty());
  }

  @Test
  void follow_isASwitchOrABucket() {
    Config folder = load(Map.of(Setting.FOLLOW, List.of("true")));
    assertThat(folder.operations().following()).isTrue();
    assertThat(folder.replication().follow()).isEmpty();
    assertThat(folder.followed()).isEqualTo(".icc");

    Config bucket =
        load(
            Map.of(
                Setting.FOLLOW, List.of("s3://our-data/lod/"),
                Setting.S3_ENDPOINT, List.of("https://s3.example.org:9000")));
    assertThat(bucket.operations().following()).isTrue();
    assertThat(bucket.followed()).isEqualTo("s3://our-data/lod/ into .icc");
    assertThat(bucket.replication().follow().orElseThrow().endpoint())
        .contains(URI.create("https://s3.example.org:9000"));

    assertThat(load(Map.of(Setting.FOLLOW, List.of("false"))).operations().following()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "FOLLOW, yes",
    "FOLLOW, s3://Bucket/x",
    "PUSH, s3://",
    "PUSH, /srv/releases",
    "PUSH, s3://key:secret@bucket/x",
    "S3_ENDPOINT, s3.example.org",
    "S3_ENDPOINT, https://key:secret@s3.example.org"
  })
  void bucket_nonsense_isAFault_andSecretsAreNotRepeated(Setting setting, String text) {
    Map<Setting, List<String>> flags = new EnumMap<>(Map.of(setting, List.of(text)));
    flags.putIfAbsent(Setting.PUSH, List.of("s3://our-data/lod"));
    if (setting == Setting.FOLLOW) {
      flags.remove(Setting.PUSH);
    }
    assertThatThrownBy(() -> load(flags))
        .hasMessageStartingWith(setting.flag())
        .hasMessageNotContaining("secret");
  }

  @Test
  void push_notByWhoFollows_norFromAnEndpoint() {
    List<String> to = List.of("s3://our-data/lod");
    assertThatThrownBy(() -> load(Map.of(Setting.PUSH, to, Setting.FOLLOW, List.of("true"))))
        .hasMessageContaining("--push");
    assertThatThrownBy(
            () ->
                load(
                    Map.of(Setting.PUSH, to, Setting.STORE, List.of("sparql:https://e.org/query"))))
        .hasMessageContaining("--push");
  }
}
