package icc.lod.web;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonValue;

/** JSON that a client sent, and which may be anything. */
public final class SentJson {
  private SentJson() {}

  /**
   * Reads a text.
   *
   * @throws JsonException when it is no JSON, in whatever way; a {@code JsonParseException} if it
   *     is known where
   */
  public static JsonValue parse(String text) {
    try {
      return JSON.parseAny(text);
    } catch (NullPointerException | IllegalArgumentException e) {
      // Jena's parser looks for the type of a token where the text has ended.
      throw new JsonException("The text ends too early", e);
    } catch (StackOverflowError e) {
      throw new JsonException("The text is nested too deeply");
    }
  }
}
