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
 * The languages of one visitor: {@code ?lang=} before Accept-Language (RFC 9110, section 12.5.4)
 * before the site's default.
 *
 * @param language the site language of all our own texts
 * @param languages the choice for labels of the data: asked, then the site's
 * @param byHeader whether Accept-Language had a say, so that caches must know of it
 */
public record Visitor(String language, Languages languages, boolean byHeader) {
  private static final Pattern TAG = Pattern.compile("[a-z]{1,8}(-[a-z0-9]{1,8})*");

  /** More wishes than these are nobody's: they would only multiply what caches hold. */
  private static final int MOST_WISHES = 8;

  /**
   * Reads the request.
   *
   * @param site the site's languages in lower case, the default first
   * @throws Problem 400 when {@code ?lang=} names no language of the site
   */
  static Visitor of(Context ctx, List<String> site) {
    Optional<String> asked = Optional.ofNullable(ctx.queryParam("lang"));
    if (asked.isPresent()) {
      String tag = asked.get().toLowerCase(Locale.ROOT);
      if (!site.contains(tag)) {
        throw Problem.badRequest(
                "There is no language '" + asked.get() + "' here: use one of " + site)
            .with("available", site);
      }
      return new Visitor(tag, wishes(List.of(tag), site, Set.of()), false);
    }
    return byHeader(Collections.list(ctx.req().getHeaders(Header.ACCEPT_LANGUAGE)), site);
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
    return new Visitor(language, wishes(asked, site, refused), true);
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

  /** What tells this visitor's pages from others' in an entity tag. */
  public String key() {
    return language + "." + String.join(".", languages.wanted());
  }
}
