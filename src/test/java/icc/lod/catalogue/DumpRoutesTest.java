package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps over HTTP: list, whole files, parts, conditions. */
final class DumpRoutesTest {
  private static final String DATA =
      "@prefix x: <https://data.example.org/id/> . x:a a x:Kind ; x:label \"eins\"@de . x:g { x:b x:n 1 }";

  @Test
  void list_existsAsPageJsonAndRdf(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      assertThat(site.get("/dumps").headers().firstValue("Location")).contains("/dumps/");
      assertThat(site.get("/dumps/", "Accept", "text/html").body()).contains("all.nq.zst");
      assertThat(site.get("/dumps/?lang=uk", "Accept", "text/html").body())
          .contains("Завантаження");
      assertThat(site.get("/dumps/", "Accept", "text/turtle").body()).contains("dcat:Distribution");
      var json = JSON.parse(site.get("/dumps/", "Accept", "application/json").body());
      assertThat(json.getNumber("triples").intValue()).isEqualTo(3);
      assertThat(json.toString()).contains("\"all.nq\"");
      assertThat(site.get("/dumps/?format=tar").statusCode()).isEqualTo(400);
      assertThat(site.get("/dumps/", "Accept", "image/png").statusCode()).isEqualTo(406);
    }
  }

  @Test
  void file_isSentWholeOrInPart(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      HttpResponse<String> whole = site.get("/dumps/all.nq");
      String body = whole.body();
      String tag = whole.headers().firstValue("ETag").orElseThrow();
      assertThat(whole.headers().firstValue("Content-Type")).contains("application/n-quads");
      assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");

      HttpResponse<String> part = site.get("/dumps/all.nq", "Range", "bytes=5-9");
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.body()).isEqualTo(body.substring(5, 10));
      assertThat(part.headers().firstValue("Content-Range")).contains("bytes 5-9/" + body.length());
      assertThat(site.get("/dumps/all.nq", "Range", "bytes=-4").body())
          .isEqualTo(body.substring(body.length() - 4));
      assertThat(site.get("/dumps/all.nq", "Range", "bytes=10-").body())
          .isEqualTo(body.substring(10));
      assertThat(site.get("/dumps/all.nq", "Range", "bytes=3-999999").body())
          .isEqualTo(body.substring(3));
      assertThat(site.get("/dumps/all.nq", "Range", "bytes=5-9", "If-Range", tag).statusCode())
          .isEqualTo(206);
      assertThat(
              site.get("/dumps/all.nq", "Range", "bytes=5-9", "If-Range", "\"old\"").statusCode())
          .isEqualTo(200);
      assertThat(site.get("/dumps/all.nq", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }
  }

  @Test
  void badInput_isNamed(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      HttpResponse<String> behind = site.get("/dumps/all.nq", "Range", "bytes=999999-");
      assertThat(behind.statusCode()).isEqualTo(416);
      assertThat(behind.headers().firstValue("Content-Range").orElseThrow()).startsWith("bytes */");
      for (String range :
          new String[] {"bytes=9-5", "bytes=a-b", "items=1-2", "bytes=-", "bytes=1-2,4-5"}) {
        assertThat(site.get("/dumps/all.nq", "Range", range).statusCode()).as(range).isEqualTo(200);
      }
      assertThat(site.get("/dumps/none.nq").statusCode()).isEqualTo(404);
      assertThat(site.get("/dumps/none.nq.sha256").statusCode()).isEqualTo(404);
      assertThat(site.get("/dumps/..%2Fmetadata.nt").statusCode()).isEqualTo(404);
      assertThat(site.get("/dumps/dumps.tsv").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void head_hasTheHeadersOfGetAndNoBody(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      HttpResponse<String> get = site.get("/dumps/all.ttl");
      HttpResponse<String> head = site.send("HEAD", "/dumps/all.ttl");
      assertThat(head.body()).isEmpty();
      for (String name : new String[] {"ETag", "Content-Length", "Content-Type", "Vary", "Link"}) {
        assertThat(head.headers().firstValue(name))
            .as(name)
            .isEqualTo(get.headers().firstValue(name));
      }
      assertThat(get.headers().firstValue("Link").orElseThrow())
          .contains("rel=\"collection\"", "rel=\"linkset\"");
    }
  }

  @Test
  void gzip_isSentToThoseWhoTakeIt(@TempDir Path state) throws Exception {
    CatalogueSite.publish(state, DATA, 0);
    try (CatalogueSite site = CatalogueSite.open(state)) {
      HttpResponse<String> plain = site.get("/dumps/all.nq");
      HttpResponse<String> coded = site.get("/dumps/all.nq", "Accept-Encoding", "gzip");
      assertThat(coded.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(coded.headers().firstValue("ETag"))
          .isNotEqualTo(plain.headers().firstValue("ETag"));
      assertThat(coded.headers().firstValue("Vary")).contains("Accept-Encoding");
      assertThat(
              site.get("/dumps/all.nq.gz", "Accept-Encoding", "gzip")
                  .headers()
                  .firstValue("Content-Encoding"))
          .isEmpty();
    }
  }
}
