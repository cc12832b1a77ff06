package icc.lod.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameKeyTest {
  @ParameterizedTest
  @CsvSource({
    "Львів, Lviv",
    "Львів, L'viv",
    "Львів, Lwiw",
    "Львов, Lwów",
    "Запоріжжя, Zaporizhzhia",
    "Чернігів, Tschernihiw",
    "Чернівці, Chernivtsi",
    "Ужгород, Uzhhorod",
    "Харків, Kharkiv",
    "Вінниця, Vinnytsia",
    "Вроцлав, Wrocław",
    "Любляна, Ljubljana",
    "Одеса, Odessa",
    "Köln, Koeln",
    "Århus, Aarhus"
  })
  void spellingsOfOneName_haveOneKey(String one, String other) {
    assertThat(key(one)).isEqualTo(key(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Lviv, Kyiv", "Bonn, Brno", "Київ, Харків", "Praha, Porto"})
  void otherNames_haveOtherKeys(String one, String other) {
    assertThat(key(one)).isNotEqualTo(key(other));
  }

  private static String key(String name) {
    return String.join(" ", NameKey.of(Analysis.PLAIN.terms(name)));
  }
}
