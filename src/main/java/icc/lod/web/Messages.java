package icc.lod.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The site's own texts: {@code messages_<language>.properties}, UTF-8, one file a language. What a
 * language lacks is said in English.
 */
final class Messages {
  private static final String FALLBACK = "en";

  private final Map<String, Properties> byLanguage = new HashMap<>();

  Messages(List<String> languages) {
    byLanguage.put(FALLBACK, load(FALLBACK));
    languages.forEach(language -> byLanguage.computeIfAbsent(language, Messages::load));
  }

  /** The text for a key, with {0} … filled in; empty when no language has it. */
  Optional<String> find(String language, String key, Object... arguments) {
    Optional<String> own = pattern(language, key);
    return own.or(() -> pattern(FALLBACK, key))
        .map(text -> arguments.length == 0 ? text : fill(language, text, arguments));
  }

  /** The text for a key; the key itself shows a text that was forgotten. */
  String text(String language, String key, Object... arguments) {
    return find(language, key, arguments).orElse(key);
  }

  private Optional<String> pattern(String language, String key) {
    return Optional.ofNullable(byLanguage.get(language)).map(texts -> texts.getProperty(key));
  }

  private static String fill(String language, String text, Object... arguments) {
    // A lone apostrophe is an apostrophe, whatever MessageFormat makes of it.
    String pattern = text.replace("'", "''");
    return new MessageFormat(pattern, Locale.forLanguageTag(language)).format(arguments);
  }

  static Properties load(String language) {
    String name = "/messages_" + language + ".properties";
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("There are no texts for language '" + language + "'");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
    return texts;
  }
}
