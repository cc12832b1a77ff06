package icc.lod.web;

import icc.lod.rdf.Languages;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The languages of one visitor: {@code ?lang=} before the cookie of who chose on the site before
 * Accept-Language (RFC 9110, section 12.5.4) before the site's default.
 *
 * @param language the site language of all our own texts
 * @param languages the choice for labels of the data: asked, then the site's
 * @param choice what had a say, so that caches can be told
 */
public record Visitor(String language, Languages languages, Choice choice) {
  /** The cookie set by {@link LanguageRoutes}, and by nothing else. */
  static final String COOKIE = "lang";

  private static final Pattern TAG = Pattern.compile("[a-z]{1,8}(-[a-z0-9]{1,8})*");

  /** More wishes than these are nobody's: they would only multiply what caches hold. */
  private static final int MOST_WISHES = 8;

  /** What chose the language. */
  public enum Choice {
    ADDRESS,
    COOKIE,
    HEADER
  }

  /**
   * Reads the request.
   *
   * @param site the site's languages in lower case, the default first
   * @throws Problem 400 when {@code ?lang=} names no language of the site
   */
  static Visitor of(Context ctx, List<String> site) {
    Optional<String> asked = Optional.ofNullable(ctx.queryParam("lang"));
    if (asked.isPresent()) {
      return chosen(siteLanguage(asked.get(), site), site, Choice.ADDRESS);
    }
    Optional<String> kept =
        Optional.ofNullable(ctx.cookie(COOKIE))
            .map(tag -> tag.toLowerCase(Locale.ROOT))
            .filter(site::contains);
    return kept.map(tag -> chosen(tag, site, Choice.COOKIE))
        .orElseGet(
            () -> byHeader(Collections.list(ctx.req().getHeaders(Header.ACCEPT_LANGUAGE)), site));
  }

  /**
   * A language of the site by its tag.
   *
   * @throws Problem 400 when the site has none of this name
   */
  static String siteLanguage(String asked, List<String> site) {
    String tag = asked.toLowerCase(Locale.ROOT);
    if (!site.contains(tag)) {
      throw Problem.badRequest("There is no language '" + asked + "' here: use one of " + site)
          .with("available", site);
    }
    return tag;
  }

  static Visitor chosen(String tag, List<String> site, Choice choice) {
    return new Visitor(tag, wishes(List.of(tag), site, Set.of()), choice);
  }

  private static Visitor byHeader(List<String> fields, List<String> site) {
    List<Weighted> ranges =
        Weighted.parse(fields).stream()
            .sorted(Comparator.comparingInt(Weighted::weight).reversed())
            .toList();
    Set<String> refused = new LinkedHashSet<>();
    List<String> asked = new ArrayList<>();
    for (Weighted range : ranges) {
      if (range.weight() == 0) {
        refused.add(range.value());
      } else if (TAG.matcher(range.value()).matches() && asked.size() < MOST_WISHES) {
        asked.add(range.value());
      }
    }
    String language =
        asked.stream()
            .flatMap(range -> lookup(range, site).stream())
            .findFirst()
            .or(() -> site.stream().filter(tag -> !refused.contains(tag)).findFirst())
            .orElse(site.get(0));
    return new Visitor(language, wishes(asked, site, refused), Choice.HEADER);
  }

  /** RFC 4647, section 3.4: the range is cut from its end until the site has it. */
  private static Optional<String> lookup(String range, List<String> site) {
    for (String cut = range;
        !cut.isEmpty();
        cut = cut.substring(0, Math.max(0, cut.lastIndexOf('-')))) {
      String prefix = cut + "-";
      Optional<String> found =
          site.stream()
              .filter(cut::equals)
              .findFirst()
              .or(() -> site.stream().filter(tag -> tag.startsWith(prefix)).findFirst());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Languages wishes(List<String> asked, List<String> site, Set<String> refused) {
    LinkedHashSet<String> all = new LinkedHashSet<>(asked);
    site.stream().filter(tag -> !refused.contains(tag)).forEach(all::add);
    return new Languages(List.copyOf(all));
  }

  /** Whether Accept-Language had a say. */
  public boolean byHeader() {
    return choice == Choice.HEADER;
  }

  /** Whether the address names the language, so that the pages it leads on to should, too. */
  public boolean byAddress() {
    return choice == Choice.ADDRESS;
  }

  /**
   * The same answer, with the request field that chose its language.
   *
   * <p>Without a cookie, Cookie is not named, for that would make every cache useless to everybody:
   * answers that a cookie may change are asked about anew each time ({@link Caching#REVALIDATE}),
   * and a visitor with another cookie has another entity tag.
   */
  public Caching vary(Caching caching) {
    return switch (choice) {
      case ADDRESS -> caching;
      case COOKIE -> caching.vary(Header.COOKIE);
      case HEADER -> caching.vary(Header.ACCEPT_LANGUAGE);
    };
  }

  /** What tells this visitor's pages from others' in an entity tag. */
  public String key() {
    return language + "." + String.join(".", languages.wanted());
  }
}
