package icc.lod.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code icc link} over a small release. */
final class LinkCommandTest {
  @TempDir static Path dir;

  /** What a command left. */
  private record Result(int code, String err) {}

  @BeforeAll
  static void release() throws IOException {
    Path data =
        Files.writeString(
            dir.resolve("towns.ttl"),
            """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix e: <http://example.org/> .
            e:Town a <http://www.w3.org/2002/07/owl#Class> ; skos:prefLabel "Town"@en .
            e:lviv a e:Town ; skos:prefLabel "Lviv"@en , "Львів"@uk ; e:country e:ukraine .
            e:bergA a e:Town ; skos:prefLabel "Berg"@en ; e:country e:austria .
            e:bergS a e:Town ; skos:prefLabel "Berg"@en ; e:country e:sweden .
            e:ukraine a e:Country ; skos:prefLabel "Ukraine"@en .
            e:austria a e:Country ; skos:prefLabel "Austria"@en .
            e:sweden a e:Country ; skos:prefLabel "Sweden"@en .
            """);
    Path none = Files.createDirectory(dir.resolve("none"));
    Result published =
        icc(
            "publish",
            "--base=http://example.org/",
            "--data=" + data,
            "--ontology=" + none,
            "--examples=" + none,
            "--no-gate");
    assertThat(published.code()).as(published.err()).isZero();
  }

  @Test
  void table_isGivenBackWithWhatItsNamesMean() throws IOException {
    Path out = dir.resolve("linked.csv");
    Path table = table("a.csv", StandardCharsets.UTF_8, "city;land;n\nЛьвів;UA;1\nBerg;Швеція;2\n");

    Result result =
        icc("link", table.toString(), "--column=city", "--country=land", "--out=" + out);

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains("2 rows: 2 matched, 0 to look at, 0 not found");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).isEqualTo("city;land;n;iri;label;score;match;alternatives");
    assertThat(lines.get(1)).startsWith("Львів;UA;1;http://example.org/lviv;Lviv;100;true");
    assertThat(lines.get(2)).startsWith("Berg;Швеція;2;http://example.org/bergS;Berg;100;true");
    assertThat(dir.resolve("linked.csv.part")).doesNotExist();
  }

  @Test
  void namesakes_areNotPromised() throws IOException {
    Path out = dir.resolve("namesakes.csv");
    Path table = table("n.csv", StandardCharsets.UTF_8, "name,n\nBerg,1\n,2\nQqqqq,3\n");

    Result result = icc("link", table.toString(), "--type=Town", "--out=" + out);

    assertThat(result.err())
        .contains("3 rows: 0 matched, 1 to look at, 1 not found, 1 without a name");
    assertThat(Files.readString(out)).contains(",false,").contains("bergA").contains("bergS");
  }

  @Test
  void otherEncoding_isRefusedWithTheMendAndReadOnceNamed() throws IOException {
    Path table = table("w.csv", Charset.forName("windows-1251"), "name\nLviv\nЛьвів\n");
    Path out = dir.resolve("w-linked.csv");

    Result refused = icc("link", table.toString(), "--out=" + out);
    Result named = icc("link", table.toString(), "--encoding=windows-1251", "--out=" + out);
    Result unknown = icc("link", table.toString(), "--encoding=klingon");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("w.csv", "not in UTF-8", "windows-1251");
    assertThat(refused.err()).doesNotContain("\tat ");
    assertThat(named.code()).as(named.err()).isZero();
    assertThat(named.err()).contains("2 rows: 2 matched");
    assertThat(unknown.code()).isEqualTo(1);
    assertThat(unknown.err()).contains("--encoding klingon");
  }

  @Test
  void refusedTable_leavesWhatWasThere() throws IOException {
    Path out = Files.writeString(dir.resolve("kept.csv"), "kept");
    Path table = table("r.csv", StandardCharsets.UTF_8, "name\nLviv\nLviv,1,2\n");

    Result result = icc("link", table.toString(), "--out=" + out);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("Row 2 has 3 cells, but there are 1 columns");
    assertThat(out).hasContent("kept");
    assertThat(dir.resolve("kept.csv.part")).doesNotExist();
  }

  @Test
  void faults_areSaidWithTheMend() throws IOException {
    String table = table("f.csv", StandardCharsets.UTF_8, "city,land\nLviv,UA\n").toString();
    String empty = table("e.csv", StandardCharsets.UTF_8, "").toString();

    assertRefused("no column 'town': its columns are [city, land]", table, "--column=town");
    assertRefused("no column 'state': its columns", table, "--country=state");
    assertRefused("has no type 'Spaceship'", table, "--type=Spaceship");
    assertRefused("has no property 'colour'", table, "--property=colour=land");
    assertRefused("The table is empty", empty);
    assertRefused("cannot be read; check the path", dir.resolve("missing.csv").toString());
    assertRefused("cannot be written", table, "--out=" + dir.resolve("no/such/out.csv"));
  }

  private static void assertRefused(String reason, String... args) {
    List<String> all = new ArrayList<>(List.of("link"));
    all.addAll(List.of(args));
    Result result = icc(all.toArray(String[]::new));
    assertThat(result.code()).as(reason).isEqualTo(1);
    assertThat(result.err()).contains(reason).doesNotContain("\tat ");
  }

  private static Path table(String name, Charset charset, String text) throws IOException {
    return Files.write(dir.resolve(name), text.getBytes(charset));
  }

  private static Result icc(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--state=" + dir.resolve("state"));
    StringWriter err = new StringWriter();
    PrintWriter writer = new PrintWriter(err);
    int code = Main.run(writer, writer, all.toArray(String[]::new));
    writer.flush();
    return new Result(code, err.toString());
  }
}
