package icc.lod.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import icc.lod.cli.Icc.Result;
import icc.lod.cli.Icc.Serving;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the README says, done: its snippets and addresses, read out of it, on the packaged program.
 */
final class ReadmeIT {
  private static final String LVIV =
      "https%3A%2F%2Fw3id.org%2Fintelligent-cities%2Fid%2Fcity%2Flviv";

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|[^\n]*\\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @TempDir static Path dir;
  private static String readme;
  private static Icc icc;
  private static Serving serving;

  @BeforeAll
  static void start() throws Exception {
    readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
    icc = new Icc(dir);
    serving = icc.serve();
    Files.writeString(dir.resolve("observers.rq"), query());
  }

  @AfterAll
  static void stop() {
    serving.close();
  }

  @Test
  void curl_getsTheTable() throws Exception {
    String table = shell("sh", "observers.sh", fenced("sh"));
    assertThat(table).startsWith("city,country").contains("\r\n");
    assertThat(table.lines().count()).isGreaterThan(2);
  }

  @Test
  void python_getsTheSameRows() throws Exception {
    assumeThat(found("python3")).as("python3 is not installed").isTrue();
    String rows =
        shell("python3", "observers.py", fenced("python") + "\nprint(len(rows), list(rows[0]))");
    assertThat(rows.strip()).isEqualTo(rows() + " ['city', 'country']");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rdflib", "SPARQLWrapper", "pandas"})
  void pythonLibraries_getRows(String library) throws Exception {
    assumeThat(found("python3")).as("python3 is not installed").isTrue();
    assumeThat(imports(library)).as(library + " is not installed").isTrue();
    String snippet =
        Pattern.compile("(?s)```python\n(.*?)```")
            .matcher(readme)
            .results()
            .map(match -> match.group(1))
            .filter(code -> code.contains(library))
            .findFirst()
            .orElseThrow()
            .replace("http://127.0.0.1:8080", serving.address());
    String rows = shell("python3", library + ".py", snippet + "\nprint(len(rows))").strip();
    assertThat(Integer.parseInt(rows)).isGreaterThan(2);
  }

  private static boolean imports(String library) throws Exception {
    return new ProcessBuilder("python3", "-c", "import " + library).start().waitFor() == 0;
  }

  @Test
  void r_readsLinkSets() throws Exception {
    assumeThat(found("Rscript")).as("Rscript is not installed").isTrue();
    String from = readme.substring(readme.indexOf("links <- read.csv"));
    String snippet =
        from.substring(0, from.indexOf("```")).replace("http://127.0.0.1:8080", serving.address());
    assertThat(shell("Rscript", "links.R", snippet + "\ncat(nrow(links) > 100)")).isEqualTo("TRUE");
  }

  @Test
  void python_linksNames() throws Exception {
    assumeThat(found("python3")).as("python3 is not installed").isTrue();
    String script = fenced("python", readme.indexOf("## Linking your data"));
    assertThat(shell("python3", "link.py", script + "\nprint(best['q0'][1], *best['q1'])").strip())
        .isEqualTo("False https://w3id.org/intelligent-cities/id/city/barcelona True");
  }

  @Test
  void linkCommand_addsColumns() throws Exception {
    Files.writeString(dir.resolve("cities.csv"), "id,city\n1,Львів\n");
    assertThat(readme)
        .contains("target/icc/bin/icc link cities.csv --column city --out linked.csv");
    Result result = icc.run("link", "cities.csv", "--column", "city", "--out", "linked.csv");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(Files.readString(dir.resolve("linked.csv")))
        .isEqualTo(
            "id,city,iri,label,score,match,alternatives\r\n"
                + "1,Львів,https://w3id.org/intelligent-cities/id/city/lviv,Lviv,100,true,"
                + Files.readString(dir.resolve("linked.csv")).replaceAll("(?s).*,true,", ""));
  }

  @Test
  void r_getsTheSameRows() throws Exception {
    assumeThat(found("Rscript")).as("Rscript is not installed").isTrue();
    assertThat(shell("Rscript", "observers.R", fenced("r") + "\ncat(nrow(rows), names(rows))"))
        .isEqualTo(rows() + " city country");
  }

  @Test
  void queryCommand_getsTheSameRows() throws Exception {
    assertThat(readme).contains("target/icc/bin/icc query observers.rq --format csv");
    Result result = icc.run("query", "observers.rq", "--format", "csv");
    assertThat(result.out().lines().count() - 1).isEqualTo(rows());
  }

  @Test
  void addresses_allAnswer() throws Exception {
    List<String> paths = addresses();
    assertThat(paths).hasSizeGreaterThan(8);
    String link = link();
    for (String path : paths) {
      String address = path.replace("/q/{hash}", link).replace("{release}", "1");
      assertThat(status(address, Redirect.ALWAYS)).as(path).isEqualTo(200);
    }
  }

  @Test
  void things_leadToTheirDocuments() throws Exception {
    assertThat(status("/id/city/lviv", Redirect.NEVER)).isEqualTo(303);
    assertThat(status("/id/city/nowhere", Redirect.NEVER)).isEqualTo(404);
  }

  @Test
  void commands_allExist() throws Exception {
    List<String> commands =
        Pattern.compile("`icc ([a-z]+)")
            .matcher(readme)
            .results()
            .map(m -> m.group(1))
            .distinct()
            .toList();
    assertThat(commands).contains("serve", "publish", "validate", "export");
    for (String command : commands) {
      assertThat(icc.run(command, "--help").code()).as(command).isZero();
    }
  }

  /** The paths of the table of addresses, with a thing that exists in place of the braces. */
  private static List<String> addresses() {
    String table =
        readme.substring(readme.indexOf("## Addresses"), readme.indexOf("Any IRI under the base"));
    List<String> paths = new ArrayList<>();
    for (MatchResult row : ROW.matcher(table).results().toList()) {
      for (MatchResult code : CODE.matcher(row.group(1)).results().toList()) {
        paths.add(
            code.group(1)
                .replace("{kind}/{slug}", "city/lviv")
                .replace("{n}", "1")
                .replace("{slug}", slug())
                .replace("{kind}", "city")
                // What is only mentioned has no history.
                .replaceFirst("^/history\\?iri=$", "/history?iri=" + LVIV)
                .replaceFirst("(iri|uri)=$", "$1=http%3A%2F%2Fwww.wikidata.org%2Fentity%2FQ36036"));
      }
    }
    return paths;
  }

  /** The name of some example: what a path with nothing but a slug leads to. */
  private static String slug() {
    String[] names = Path.of("sparql-examples").toFile().list((d, name) -> name.endsWith(".ttl"));
    assertThat(names).isNotEmpty();
    return List.of(names).stream().sorted().toList().get(0).replace(".ttl", "");
  }

  /** A short link to a query, made as the README says. */
  private static String link() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(serving.address() + "/sparql/links"))
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("query=ASK%7B%7D"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer = client.send(request, BodyHandlers.ofString()).body();
      return Pattern.compile("/q/[0-9a-f]+")
          .matcher(answer)
          .results()
          .map(MatchResult::group)
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(answer));
    }
  }

  private static int status(String path, Redirect redirect)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(serving.address() + path))
            .header("Accept", "text/html, */*;q=0.5")
            .build();
    try (HttpClient client = HttpClient.newBuilder().followRedirects(redirect).build()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static long rows() throws Exception {
    return icc.run("query", "observers.rq", "--format", "csv").out().lines().count() - 1;
  }

  /** The indented block with the query. */
  private static String query() {
    String from = readme.substring(readme.indexOf("    PREFIX icc:"));
    return from.substring(0, from.indexOf("\n\n")).indent(-4);
  }

  private static String fenced(String language) {
    return fenced(language, 0);
  }

  /** The first block of a language behind a place in the text. */
  private static String fenced(String language, int after) {
    String from =
        readme.substring(readme.indexOf("```" + language + "\n", after) + language.length() + 4);
    return from.substring(0, from.indexOf("```"))
        .replace("http://127.0.0.1:8080", serving.address());
  }

  private static boolean found(String program) {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs a script with its interpreter in the folder of the query; gives what it prints. */
  private static String shell(String interpreter, String name, String script) throws Exception {
    Files.writeString(dir.resolve(name), script);
    Path out = dir.resolve(name + ".out");
    Path err = dir.resolve(name + ".err");
    Process process =
        new ProcessBuilder(interpreter, name)
            .directory(dir.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out);
  }
}
