package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.web.PublicUrl;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** The sitemap and robots.txt. */
final class SitemapTest {
  private static final String DATA =
      """
      @prefix x: <https://data.example.org/id/> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      x:a a x:Kind . x:old owl:deprecated true . <https://elsewhere.example/b> a x:Kind .
      <https://data.example.org/def#Kind> a owl:Class . <https://data.example.org/id/%C3%A9&'> a x:Kind .
      """;

  @Test
  void documentsOfOurOwn_areListedAndAnswer(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      String xml = site.get("/sitemap.xml").body();
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
      List<String> paths = paths(xml, site.origin());

      assertThat(paths).contains("/catalog", "/dumps/", "/doc/a", "/doc/def");
      assertThat(paths).noneMatch(path -> path.contains("elsewhere") || path.contains("old"));
      assertThat(paths).doesNotContain("/browse");
      for (String path : paths) {
        assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
      }
      assertThat(xml)
          .contains(
              "<lastmod>2026-01-01T10:00:00Z</lastmod>",
              "hreflang=\"uk\"",
              "hreflang=\"x-default\"");
    }
  }

  @Test
  void oneChangedStatement_changesOneDate(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    CatalogueSite.publish(state, DATA.replace("x:a a x:Kind", "x:a a x:Other"), 4);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      String xml = site.get("/sitemap.xml").body();

      assertThat(xml.split("2026-01-05T10:00:00Z", -1)).hasSize(2);
      assertThat(xml).contains("/doc/a</loc><lastmod>2026-01-05");
    }
  }

  @Test
  void publicAddress_isUsed(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    PublicUrl publicUrl = PublicUrl.of("https://lod.example.eu/icc");
    try (CatalogueSite site = CatalogueSite.open(state, publicUrl)) {
      assertThat(site.get("/sitemap.xml").body())
          .contains("<loc>https://lod.example.eu/icc/doc/a</loc>");
      assertThat(site.get("/robots.txt").body())
          .contains("Sitemap: https://lod.example.eu/icc/sitemap.xml", "Disallow: /icc/sparql?");
      assertThat(site.get("/catalog.nt").body())
          .contains("<https://lod.example.eu/icc/dumps/all.nq.gz>")
          .doesNotContain(site.origin());
    }
  }

  @Test
  void manyDocuments_haveAnIndex(@TempDir Path state) throws Exception {
    StringBuilder trig = new StringBuilder("@prefix x: <https://data.example.org/id/> .\n");
    for (int i = 0; i < 50_001; i++) {
      trig.append("x:t").append(i).append(" x:n ").append(i).append(" .\n");
    }
    CatalogueSite.publish(state, trig.toString(), 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      List<String> parts = paths(site.get("/sitemap.xml").body(), site.origin());
      assertThat(parts).hasSize(3).contains("/sitemap-3.xml");
      List<String> all = new ArrayList<>();
      for (String part : parts) {
        List<String> paths = paths(site.get(part).body(), site.origin());
        assertThat(paths.size()).isLessThanOrEqualTo(50_000);
        all.addAll(paths);
      }
      assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(50_000);
      assertThat(site.get("/sitemap-4.xml").statusCode()).isEqualTo(404);
      assertThat(site.get("/sitemap-0.xml").statusCode()).isEqualTo(404);
    }
  }

  private static List<String> paths(String xml, String origin) {
    List<String> paths = new ArrayList<>();
    Matcher matcher =
        Pattern.compile("<loc>" + Pattern.quote(origin) + "([^<]*)</loc>").matcher(xml);
    while (matcher.find()) {
      paths.add(matcher.group(1).replace("&amp;", "&").replace("&apos;", "'"));
    }
    return paths;
  }
}
