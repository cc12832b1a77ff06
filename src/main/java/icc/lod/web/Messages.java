package icc.lod.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The site's own texts: {@code messages_<language>.properties}, UTF-8, one file a language. What a
 * language lacks is said in English.
 */
final class Messages {
  private static final String FALLBACK = "en";

  private final Map<String, Properties> byLanguage = new HashMap<>();

  /** The texts of these languages, from files that the loader finds. */
  Messages(List<String> languages, ClassLoader files) {
    byLanguage.put(FALLBACK, load(FALLBACK, files));
    languages.forEach(language -> byLanguage.computeIfAbsent(language, code -> load(code, files)));
  }

  /** The languages that have a file, English first: another file is another language. */
  static List<String> languages(ClassLoader files) {
    Stream<String> others =
        Arrays.stream(Locale.getISOLanguages())
            .filter(code -> !code.equals(FALLBACK) && files.getResource(name(code)) != null)
            .sorted();
    return Stream.concat(Stream.of(FALLBACK), others).toList();
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

  private static String name(String language) {
    return "messages_" + language + ".properties";
  }

  static Properties load(String language, ClassLoader files) {
    String name = name(language);
    Properties texts = new Properties();
    try (InputStream in = files.getResourceAsStream(name)) {
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
