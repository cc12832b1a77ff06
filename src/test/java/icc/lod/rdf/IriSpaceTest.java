package icc.lod.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IriSpaceTest {
  private static final String BASE = "https://w3id.org/intelligent-cities/";
  private static final IriSpace SPACE = new IriSpace(BASE);

  private static EntityIri iri(String rest) {
    return new EntityIri(BASE + rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "id/city/lviv | /id/city/lviv | /doc/city/lviv",
        "ontology | /ontology | /doc/ontology",
        "ontology#City | /ontology#City | /doc/ontology#City",
        "id/місто/львів | /id/%D0%BC%D1%96%D1%81%D1%82%D0%BE/%D0%BB%D1%8C%D0%B2%D1%96%D0%B2"
            + " | /doc/%D0%BC%D1%96%D1%81%D1%82%D0%BE/%D0%BB%D1%8C%D0%B2%D1%96%D0%B2",
        "a%2Fb | /a%2Fb | /doc/a%2Fb",
        "a%25b | /a%25b | /doc/a%25b",
        "a;b'c(d)&e,f | /a;b'c(d)&e,f | /doc/a;b'c(d)&e,f",
        "item?id=5 | /item?id=5 | /doc/item%3Fid=5",
        "a//b/ | /a//b/ | /doc/a//b/",
        "x.ttl | /x.ttl | /doc/x.ttl",
        "x|b | /x%7Cb | /doc/x%7Cb",
        "id/ | /id/ | /doc/id/",
      })
  void paths_areAsciiAndLeadBack(String rest, String path, String document) {
    EntityIri iri = iri(rest);
    assertThat(SPACE.path(iri)).isEqualTo(path);
    assertThat(SPACE.document(iri)).isEqualTo(document);
    assertLeadBack(SPACE, iri);
  }

  @Test
  void outside_hasADocumentByParameter() {
    assertThat(SPACE.document(new EntityIri("http://www.wikidata.org/entity/Q36036?a=b&c#d")))
        .isEqualTo("/doc?iri=http://www.wikidata.org/entity/Q36036%3Fa%3Db%26c%23d");
  }

  @Test
  void shortForm_yieldsToAnIriThatIsWrittenSo() {
    EntityIri plain = iri("city/lviv");
    assertThat(SPACE.document(iri("id/city/lviv"), plain::equals)).isEqualTo("/doc/id/city/lviv");
    assertThat(SPACE.documentCandidates("city/lviv")).containsExactly(plain, iri("id/city/lviv"));
  }

  @Test
  void encodedAndPlainForm_sentFormComesFirst() {
    assertThat(SPACE.candidates("/caf%C3%A9", "")).startsWith(iri("caf%C3%A9"), iri("café"));
    assertThat(SPACE.document(iri("café"), iri("caf%C3%A9")::equals)).startsWith("/doc?iri=");
  }

  @Test
  void query_belongsToTheIriIfThatIsKnown() {
    assertThat(SPACE.candidates("/item", "lang=uk"))
        .containsExactly(iri("item?lang=uk"), iri("item"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/ns#",
        "http://example.org/data",
        "urn:example:",
        "http://example.org/page?id="
      })
  void anyBase_leadsBack(String base) {
    IriSpace space = new IriSpace(base);
    String joint = base.endsWith("data") ? "/" : "";
    EntityIri iri = new EntityIri(base + joint + "Львів");
    assertThat(space.covers(iri)).isTrue();
    assertLeadBack(space, iri);
  }

  @Test
  void base_isAtTheRoot() {
    assertThat(SPACE.path(iri(""))).isEqualTo("/");
    assertThat(SPACE.document(iri(""))).isEqualTo("/doc/");
    assertThat(
            new IriSpace("http://example.org/ns#").path(new EntityIri("http://example.org/ns#T")))
        .isEqualTo("/#T");
  }

  @Property(tries = 3000)
  void anyUnicode_leadsBack(@ForAll("rests") String rest) {
    assertLeadBack(SPACE, iri(rest));
  }

  @Property(tries = 1000)
  void anyPath_neverFails(@ForAll String path, @ForAll String query) {
    List<EntityIri> candidates = SPACE.candidates("/" + path, query);
    assertThat(candidates).allMatch(SPACE::covers);
  }

  /** Letters of all blocks, and what URIs treat in special ways, already encoded or not. */
  @Provide
  Arbitrary<String> rests() {
    Arbitrary<String> letters =
        Arbitraries.integers()
            .between(0xa0, 0x10fffd)
            .filter(c -> Character.isDefined(c) && (c < 0xd800 || c > 0xdfff))
            .map(Character::toString);
    Arbitrary<String> special =
        Arbitraries.of(
            "%2F",
            "%25", "%20", "%3F", "%23", "%28", ";", "'", "(", ")", "&", "+", ",", "=", "/", "//",
            "/.", ".ttl", "id/", "~", "a", "Z", "0", "|", "^", "[", "@", ":", "!", "$", "*");
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(2, letters), net.jqwik.api.Tuple.of(3, special))
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  private static void assertLeadBack(IriSpace space, EntityIri iri) {
    String path = space.path(iri);
    String document = space.document(iri);
    assertThat(path + document).matches("[\\x21-\\x7e]*");
    String beforeHash = path.split("#", 2)[0];
    String[] parts = beforeHash.split("\\?", 2);
    assertThat(space.candidates(parts[0], parts.length > 1 ? parts[1] : ""))
        .contains(iri.document());
    if (!document.startsWith("/doc?")) {
      String raw = document.split("#", 2)[0].substring("/doc/".length());
      assertThat(space.documentCandidates(raw)).contains(iri.document());
    }
  }
}
