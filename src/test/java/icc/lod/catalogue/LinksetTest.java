package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Link sets in both syntaxes against the links of the documents themselves. */
@ExtendWith(Bundled.class)
final class LinksetTest {
  private static final String LVIV = "https://w3id.org/intelligent-cities/id/city/lviv";
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"");

  @Test
  void bothSyntaxes_sayTheSame(CatalogueSite site) {
    String text = site.get("/linkset?iri=" + LVIV, "Accept", "application/linkset").body();
    HttpResponse<String> json =
        site.get("/linkset?iri=" + LVIV, "Accept", "application/linkset+json");

    assertThat(json.headers().firstValue("Content-Type")).contains("application/linkset+json");
    Set<String> fromJson = new TreeSet<>();
    JSON.parse(json.body())
        .getArray("linkset")
        .forEach(context -> collect(context.getAsObject(), fromJson));
    Set<String> fromText = new TreeSet<>();
    Matcher matcher =
        Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"(?:; type=\"[^\"]*\")?; anchor=\"([^\"]*)\"")
            .matcher(text);
    while (matcher.find()) {
      fromText.add(matcher.group(3) + " " + matcher.group(2) + " " + matcher.group(1));
    }
    assertThat(fromText).isNotEmpty().isEqualTo(fromJson);
  }

  private static void collect(JsonObject context, Set<String> links) {
    String anchor = context.getString("anchor");
    context.forEach(
        (relation, targets) -> {
          if (targets.isArray()) {
            targets
                .getAsArray()
                .forEach(
                    target ->
                        links.add(
                            anchor
                                + " "
                                + relation
                                + " "
                                + target.getAsObject().getString("href")));
          }
        });
  }

  @Test
  void linksOfAPage_areThoseOfItsLinkSet(CatalogueSite site) {
    String header =
        site.get("/doc/city/lviv", "Accept", "text/html")
            .headers()
            .firstValue("Link")
            .orElseThrow();
    String set = site.get("/linkset?iri=" + LVIV + "&format=linkset").body();

    Matcher matcher = LINK.matcher(header);
    Set<String> relations = new TreeSet<>();
    while (matcher.find()) {
      String relation = matcher.group(2);
      if (Set.of("cite-as", "type", "describedby", "license", "collection").contains(relation)) {
        relations.add(relation);
        String target = matcher.group(1);
        String absolute = target.startsWith("/") ? site.origin() + target : target;
        assertThat(set).contains("<" + absolute + ">; rel=\"" + relation + '"');
      }
    }
    assertThat(relations).contains("cite-as", "type", "describedby", "license", "collection");
    Matcher linkset = Pattern.compile("<([^>]*)>; rel=\"linkset\"").matcher(header);
    while (linkset.find()) {
      assertThat(site.get(linkset.group(1)).statusCode()).isEqualTo(200);
    }
    assertThat(site.get("/doc/city/lviv.ttl").headers().firstValue("Link").orElseThrow())
        .contains("rel=\"describes\"", "rel=\"linkset\"");
  }

  @Test
  void describedbyOfTheSet_answers(CatalogueSite site) {
    for (String iri :
        new String[] {
          LVIV,
          "https://w3id.org/intelligent-cities/catalog",
          "https://w3id.org/intelligent-cities/.well-known/void",
          "http://www.wikidata.org/entity/Q36036",
          "https://w3id.org/intelligent-cities/id/dataset/icc",
          "https://w3id.org/intelligent-cities/id/graph/cities"
        }) {
      String set = site.get("/linkset?iri=" + iri + "&format=linkset").body();
      Matcher matcher = LINK.matcher(set);
      int found = 0;
      while (matcher.find()) {
        if (matcher.group(2).equals("describedby") || matcher.group(2).equals("item")) {
          found++;
          String path = matcher.group(1).substring(site.origin().length());
          assertThat(site.send("HEAD", path).statusCode()).as(path).isEqualTo(200);
        }
      }
      assertThat(found).as(iri).isGreaterThanOrEqualTo(6);
    }
    assertThat(
            site.get(
                    "/linkset?iri=https://w3id.org/intelligent-cities/id/dataset/icc&format=linkset")
                .body())
        .contains("all.nq.gz>; rel=\"item\"");
  }

  @Test
  void badInput_isNamed(CatalogueSite site) {
    assertThat(site.get("/linkset").statusCode()).isEqualTo(400);
    assertThat(site.get("/linkset?iri=lviv").statusCode()).isEqualTo(400);
    assertThat(site.get("/linkset?iri=https://nobody.example/").statusCode()).isEqualTo(404);
    assertThat(site.get("/linkset?iri=" + LVIV + "&format=xml").statusCode()).isEqualTo(400);
    assertThat(site.get("/linkset?iri=" + LVIV, "Accept", "image/png").statusCode()).isEqualTo(406);
  }
}
