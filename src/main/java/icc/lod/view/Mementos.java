package icc.lod.view;

import icc.lod.store.Release;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The past states of one address (RFC 7089): a memento for each release that is kept and has it.
 *
 * @param address the path and query of the original
 * @param releases those that have it, oldest first
 */
public record Mementos(String address, List<Release> releases) {
  /** The response field that says when a memento was current (section 2.1.2). */
  public static final String DATETIME = "Memento-Datetime";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  public Mementos {
    releases = List.copyOf(releases);
  }

  /** An instant as headers say it. */
  public static String date(Instant instant) {
    return DATE.format(instant.atOffset(ZoneOffset.UTC));
  }

  /**
   * The instant whose state a request asks for; empty when it asks for none.
   *
   * @throws Problem 400 when what it sends is no date (section 2.1.1)
   */
  public static Optional<Instant> asked(Request request) {
    List<String> dates = request.acceptDatetime();
    if (dates.isEmpty()) {
      return Optional.empty();
    }
    if (dates.size() > 1) {
      throw Problem.badRequest("There are several Accept-Datetime fields: send one.");
    }
    try {
      LocalDateTime date = LocalDateTime.parse(dates.get(0).strip(), DATE);
      return Optional.of(date.toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      throw Problem.badRequest(
          "The Accept-Datetime '%s' is no date: write it like %s, the day of the week and GMT too."
              .formatted(dates.get(0), date(Instant.parse("2026-05-31T20:35:00Z"))));
    }
  }

  /** The state an instant had: the last made until then, or the first there is. */
  public Optional<Release> at(Instant instant) {
    return releases.stream()
        .filter(release -> !release.created().isAfter(instant))
        .reduce((older, newer) -> newer)
        .or(() -> releases.stream().findFirst());
  }

  /** The newest state. */
  public Optional<Release> last() {
    return releases.stream().reduce((older, newer) -> newer);
  }

  /** Where a memento is. */
  public String path(Release release) {
    return "/releases/" + release.number() + address;
  }

  /** What the original and all its mementos link to (section 2.2). */
  public List<String> ways(PublicUrl publicUrl) {
    return List.of(
        "<" + publicUrl.absolute("/timegate" + address) + ">; rel=\"timegate\"",
        "<"
            + publicUrl.absolute("/timemap" + address)
            + ">; rel=\"timemap\"; type=\"application/link-format\"");
  }

  /** What a memento links to: the original, and the mementos around it. */
  public List<String> links(PublicUrl publicUrl, Release shown) {
    List<String> links = new ArrayList<>();
    links.add("<" + publicUrl.absolute(address) + ">; rel=\"original\"");
    links.addAll(ways(publicUrl));
    for (int i = 0; i < releases.size(); i++) {
      List<String> relations = relations(i, shown);
      if (!relations.isEmpty()) {
        links.add(link(publicUrl, releases.get(i), String.join(" ", relations) + " memento"));
      }
    }
    return links;
  }

  /** A link to a memento, as it is written in a Link field and in a time map. */
  public String link(PublicUrl publicUrl, Release release, String relation) {
    return "<%s>; rel=\"%s\"; datetime=\"%s\""
        .formatted(publicUrl.absolute(path(release)), relation, date(release.created()));
  }

  private List<String> relations(int i, Release shown) {
    int number = releases.get(i).number();
    List<String> relations = new ArrayList<>();
    if (i == 0) {
      relations.add("first");
    }
    if (number < shown.number()
        && (i + 1 == releases.size() || releases.get(i + 1).number() >= shown.number())) {
      relations.add("prev");
    }
    if (number > shown.number() && (i == 0 || releases.get(i - 1).number() <= shown.number())) {
      relations.add("next");
    }
    if (i == releases.size() - 1) {
      relations.add("last");
    }
    return relations;
  }
}
