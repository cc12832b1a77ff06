package icc.lod.view;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.view.Snippets.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs are run where their languages are installed: what matters is that the query arrives. */
final class SnippetsTest {
  private static final String NASTY =
      "SELECT (\"\"\"it's \"q\" \\\\d ${x} `y` )-\" \"\"\" AS ?x) { FILTER(\"a'b\" = 'a\\'b') }";

  @TempDir Path folder;

  @Test
  void everyLanguage_isThereForEveryAnswer() {
    for (Answer answer : Answer.values()) {
      List<Snippet> snippets = Snippets.of("https://a.example/sparql", "ASK {}", answer);
      assertThat(snippets)
          .extracting(Snippet::name)
          .containsExactly("curl", "Python", "R", "JavaScript");
      assertThat(snippets).allMatch(s -> s.code().contains("https://a.example/sparql"));
    }
  }

  @Test
  void r_quotesWhatTheQueryHolds() {
    assertThat(code("r", "SELECT * {}").lines().toList()).contains("query <- r\"-(", ")-\"");
    assertThat(code("r", NASTY)).contains("r\"--(\n" + NASTY + "\n)--\"");
  }

  /** Instead of asking, each program prints the query it would send. */
  @ParameterizedTest
  @CsvSource({"curl,bash", "python,python3", "javascript,node"})
  void query_arrivesAsWritten(String id, String interpreter) throws Exception {
    Assumptions.assumeTrue(installed(interpreter), interpreter + " is not installed");
    String code = code(id, NASTY);
    String program =
        switch (id) {
          case "curl" -> "curl() { printf '%s' \"${@: -1}\" | sed '1s/^query=//'; }\n" + code;
          case "python" ->
              code.substring(code.indexOf("query ="), code.indexOf("parameters"))
                  + "print(query, end='')";
          default ->
              code.substring(0, code.indexOf("const parameters")) + "process.stdout.write(query);";
        };
    Path file = Files.writeString(folder.resolve("program"), program);
    Process process =
        new ProcessBuilder(interpreter, file.toString()).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed.strip()).isEqualTo(NASTY);
  }

  private static String code(String id, String query) {
    Optional<Snippet> snippet =
        Snippets.of("https://a.example/sparql", query, Answer.TABLE).stream()
            .filter(s -> s.id().equals(id))
            .findFirst();
    return snippet.orElseThrow().code();
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
