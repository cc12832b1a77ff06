package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.jena.atlas.json.JsonException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SentJsonTest {
  /** The first was found by {@code QueryReaderFuzzTest}: the parser failed with a null pointer. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"q0\":", "[", "{", "[\"a\",", "{\"a\"", "\"a", ""})
  void textThatIsNone_isAFaultOfItsSender(String text) {
    assertThatThrownBy(() -> SentJson.parse(text)).isInstanceOf(JsonException.class);
  }

  @Test
  void textThatIsNestedWithoutEnd_isOneToo() {
    assertThatThrownBy(() -> SentJson.parse("[".repeat(200_000))).isInstanceOf(JsonException.class);
  }

  @Test
  void text_isRead() {
    assertThat(SentJson.parse("{\"a\": [1, \"b\"]}").isObject()).isTrue();
  }
}
