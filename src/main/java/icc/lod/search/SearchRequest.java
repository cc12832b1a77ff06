package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.web.Negotiation;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What somebody asks of the search.
 *
 * @param text as typed
 * @param type the IRI of a class, or empty for things of any
 * @param page counting from 1
 * @param negotiated whether the Accept field chose the format
 */
record SearchRequest(
    String text,
    SearchWords words,
    String type,
    int page,
    SearchFormat format,
    boolean negotiated) {
  static final String PATH = "/search";
  static final int PAGE_SIZE = 20;

  /**
   * Reads a request.
   *
   * @throws Problem 400 when it makes no sense, 406 when no format is acceptable
   */
  static SearchRequest of(Request request) {
    String text = text(request);
    String type = request.parameter("type").map(String::strip).orElse("");
    if (!type.isEmpty() && EntityIri.parse(type).isEmpty()) {
      throw Problem.badRequest("The type '" + type + "' is not the IRI of a class.");
    }
    Optional<String> asked = request.parameter("format");
    SearchFormat format =
        asked.isPresent()
            ? SearchFormat.named(asked.get())
            : Negotiation.best(request.accept(), SearchFormat.offers())
                .orElseThrow(
                    () ->
                        Problem.notAcceptable(
                            SearchFormat.all().stream().map(SearchFormat::mediaType).toList()));
    return new SearchRequest(text, words(text), type, page(request), format, asked.isEmpty());
  }

  /**
   * The text asked for.
   *
   * @throws Problem 400 when it is too long
   */
  static String text(Request request) {
    return checked(request.parameter("q").orElse(""));
  }

  /** A text that is not too long to search for. */
  static String checked(String given) {
    String text = given.strip();
    if (text.length() > SearchWords.LONGEST) {
      throw Problem.badRequest(
          "The text is "
              + text.length()
              + " characters long: search for at most "
              + SearchWords.LONGEST
              + ".");
    }
    return text;
  }

  /**
   * The words of a text.
   *
   * @throws Problem 400 when they are too many
   */
  static SearchWords words(String text) {
    SearchWords words = SearchWords.of(text);
    if (words.words().size() > SearchWords.MOST_WORDS) {
      throw Problem.badRequest(
          "There are "
              + words.words().size()
              + " words: search for at most "
              + SearchWords.MOST_WORDS
              + ".");
    }
    return words;
  }

  private static int page(Request request) {
    Optional<String> page = request.parameter("page").filter(text -> !text.isBlank());
    if (page.isEmpty()) {
      return 1;
    }
    if (!page.get().matches("0*[1-9][0-9]{0,17}")) {
      throw Problem.badRequest("The page '" + page.get() + "' is not a number from 1 on.");
    }
    return (int) Math.min(Long.parseLong(page.get()), Integer.MAX_VALUE / PAGE_SIZE);
  }

  int offset() {
    return (page - 1) * PAGE_SIZE;
  }

  SearchRequest page(int other) {
    return new SearchRequest(text, words, type, other, format, negotiated);
  }

  SearchRequest type(String other) {
    return new SearchRequest(text, words, other, 1, format, negotiated);
  }

  SearchRequest text(String other) {
    return new SearchRequest(other, SearchWords.of(other), "", 1, format, negotiated);
  }

  /** The path that asks this for a page. */
  String path(String language) {
    return PATH
        + "?q="
        + encode(text)
        + (type.isEmpty() ? "" : "&type=" + encode(type))
        + (page == 1 ? "" : "&page=" + page)
        + (language.isEmpty() ? "" : "&lang=" + language);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
