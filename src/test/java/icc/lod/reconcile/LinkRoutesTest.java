package icc.lod.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables sent to the page, and given back. */
@ExtendWith(BundledLinks.class)
final class LinkRoutesTest {
  private static final String CSV = "text/csv";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void csv_comesBackWithFiveColumns(LinkSite site) {
    HttpResponse<String> answer =
        site.post(
            "/link?country=land",
            CSV,
            "id;city;land\r\n1;Lviv;UA\r\n2;\"Nowhere; at all\";\r\n3;;\r\n");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    List<String> lines = answer.body().lines().toList();
    assertThat(lines.get(0)).isEqualTo("id;city;land;iri;label;score;match;alternatives");
    assertThat(lines.get(1))
        .startsWith("1;Lviv;UA;https://w3id.org/intelligent-cities/id/city/lviv;Lviv;100;true;");
    assertThat(lines.get(2)).startsWith("2;\"Nowhere; at all\";;");
    assertThat(lines.get(3)).isEqualTo("3;;;;;;;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void encodings_areRecognised(String encoding, LinkSite site) {
    byte[] table = "\uFEFFмісто\nЛьвів\n".getBytes(Charset.forName(encoding));
    HttpResponse<String> answer = site.post("/link", CSV, table);
    assertThat(answer.body()).startsWith("\uFEFFмісто,iri").contains("/city/lviv");
  }

  @Test
  void otherEncodings_areRefusedUnlessNamed(LinkSite site) {
    byte[] table = "місто\nЛьвів\n".getBytes(Charset.forName("windows-1251"));
    HttpResponse<String> refused = site.post("/link", CSV, table, "Accept", "application/json");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("not in UTF-8", "windows-1251");
    assertThat(site.post("/link?encoding=windows-1251", CSV, table).body()).contains("/city/lviv");
    assertThat(site.post("/link?encoding=zzz", CSV, table).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"=cmd()|'=cmd()", "@sum|'@sum", "-5|-5", "+380 44 1|+380 44 1", "-a|'-a", "a=b|a=b"})
  void formulas_areMadeHarmless(String cell, String safe) {
    assertThat(TableWriter.safe(cell)).isEqualTo(safe);
  }

  @Test
  void badTables_areRefused(LinkSite site) {
    assertThat(status(site, "", "/link")).isEqualTo(400);
    assertThat(status(site, "a,b\n1,2\n", "/link?column=c")).isEqualTo(400);
    assertThat(status(site, "a\n1,2\n", "/link")).isEqualTo(400);
    assertThat(status(site, "a\n\"b\n", "/link")).isEqualTo(400);
    assertThat(status(site, "a\nb\n", "/link?type=Unicorn")).isEqualTo(400);
    assertThat(status(site, "a\n" + "x\n".repeat(2001), "/link")).isEqualTo(413);
    assertThat(status(site, "a\n" + "Lviv\n".repeat(600_000), "/link")).isEqualTo(413);
    assertThat(site.post("/link", "application/json", "{}").statusCode()).isEqualTo(415);
  }

  private static int status(LinkSite site, String table, String path) {
    return site.post(path, CSV, table, "Accept", "application/json").statusCode();
  }

  @Test
  void pastedTable_isShownAndCanBeDownloaded(LinkSite site) {
    String body =
        "csv=" + LinkSite.encoded("city,country\nLviv,UA\n<b>x</b>,\n") + "&country=country";
    HttpResponse<String> page = site.post("/link?lang=en", FORM, body);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body())
        .contains("2 rows: 1 sure", "href=\"/doc/city/lviv\"", "&lt;b&gt;x&lt;/b&gt;")
        .doesNotContain("<b>x</b>");
    HttpResponse<String> file = site.post("/link", FORM, body + "&as=csv");
    assertThat(file.headers().firstValue("content-disposition").orElse("")).contains("linked.csv");
    assertThat(file.body()).startsWith("city,country,iri,label");
  }

  @Test
  void uploadedTable_isRead(LinkSite site) {
    String body =
        """
        --frontier\r
        Content-Disposition: form-data; name="csv"\r
        \r
        \r
        --frontier\r
        Content-Disposition: form-data; name="file"; filename="cities.csv"\r
        Content-Type: text/csv\r
        \r
        city
        Barcelona
        \r
        --frontier\r
        Content-Disposition: form-data; name="as"\r
        \r
        csv\r
        --frontier--\r
        """;
    HttpResponse<String> answer =
        site.post(
            "/link",
            "multipart/form-data; boundary=frontier",
            body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("/id/city/barcelona");
  }

  @Test
  void wrongTable_isExplainedOnThePage(LinkSite site) {
    HttpResponse<String> page = site.post("/link?lang=uk", FORM, "csv=a%0Ab&column=c");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Таблицю не вдалося зв’язати", "no column", "role=\"alert\"");
  }

  @Test
  void page_existsInBothLanguages(LinkSite site) {
    assertThat(site.get("/link?lang=uk").body()).contains("Зв’язати таблицю", "id=\"name_exact\"");
    assertThat(site.get("/link?lang=en").body()).contains("Link a table", "/reconcile</code>");
  }
}
