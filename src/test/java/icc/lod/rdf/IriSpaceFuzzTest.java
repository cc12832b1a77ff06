package icc.lod.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.Fuzz;
import java.util.List;
import net.jqwik.api.Example;

final class IriSpaceFuzzTest {
  private static final List<IriSpace> SPACES =
      List.of(
          new IriSpace("https://example.org/"),
          new IriSpace("http://example.org/ns#"),
          new IriSpace("http://example.org/page?id="),
          new IriSpace("urn:example:"));

  @Example
  void anyAddress_isMappedToNamesOfTheSpaceAndBack() {
    Fuzz.run(
        "IRI mapping",
        Fuzz.texts(
            List.of("/id/city/lviv", "/doc/id/city/%D0%9B%D1%8C%D0%B2%D1%96%D0%B2.ttl", "a?b=c#d"),
            "/",
            "//",
            "/.",
            "/..",
            "%2F",
            "%",
            "%2",
            "%zz",
            "%C3%28",
            "%00",
            "%ED%A0%80",
            "?",
            "#",
            "&",
            "=",
            ";",
            "+",
            "'",
            "(",
            "id/",
            "doc/",
            ".ttl",
            ":",
            "@",
            "[",
            "|",
            "\\",
            " ",
            "urn:example:",
            "https://example.org/",
            "\u0301",
            "\ud83d\ude00",
            "\ud83d"),
        text -> {
          for (IriSpace space : SPACES) {
            String[] parts = text.split("\\?", 2);
            String query = parts.length > 1 ? parts[1] : "";
            List<EntityIri> candidates = space.candidates("/" + parts[0], query);
            assertThat(candidates).allMatch(space::covers);
            for (EntityIri iri : candidates) {
              assertThat(space.path(iri) + space.document(iri)).matches("[\\x21-\\x7e]*");
              space.rivals(iri);
              IriSpace.fragment(iri);
              assertThat(IriSpace.parameterised(iri)).matches("[\\x21-\\x7e]*");
            }
            space.documentCandidates(parts[0]);
          }
          EntityIri.parse(text).ifPresent(iri -> assertThat(iri.text()).isEqualTo(text));
        });
  }
}
