package icc.lod.web;

import java.util.List;
import java.util.function.Predicate;

/** The way through the site that every page shows: the sections that this server has. */
final class Navigation {
  /**
   * A section of the site. Public, for the template engine reads it.
   *
   * @param key of its name in the messages
   * @param current {@code page} for the page itself, {@code true} for one within, or empty
   */
  public record Entry(String key, String href, String current) {}

  /**
   * A part of the site.
   *
   * @param parts the beginnings of other addresses that belong to it
   */
  private record Section(String key, String path, List<String> parts) {
    Section(String key, String path) {
      this(key, path, List.of());
    }

    /** Whether a page lies within, but is not its first. */
    boolean holds(String page) {
      return page.startsWith(path + "/")
          || parts.stream().anyMatch(part -> page.equals(part) || page.startsWith(part + "/"));
    }
  }

  private static final List<Section> SECTIONS =
      List.of(
          new Section("nav.browse", "/browse"),
          new Section("nav.map", "/map"),
          new Section("nav.examples", "/examples"),
          new Section("nav.sparql", "/sparql"),
          new Section("nav.ontology", "/ontology"),
          // One entry for all of linking keeps the head short; its page leads to the others.
          new Section("nav.link", "/link", List.of("/lookup", "/linksets", "/fragments")),
          new Section("nav.api", "/api"));

  private static final List<Section> SOURCES =
      List.of(
          new Section("footer.catalogue", "/catalog"),
          new Section("footer.dumps", "/dumps/"),
          new Section("footer.void", "/.well-known/void"),
          new Section("footer.links", "/linksets"),
          new Section("footer.lookup", "/lookup"),
          new Section("footer.fragments", "/fragments"),
          new Section("footer.releases", "/releases"),
          new Section("footer.api", "/openapi.json"));

  private final PublicUrl publicUrl;

  Navigation(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The sections that are answered, for a page at this path. */
  List<Entry> sections(String path, Predicate<String> answered) {
    return entries(SECTIONS, path, answered);
  }

  /** What machines read, for the foot of a page. */
  List<Entry> sources(String path, Predicate<String> answered) {
    return entries(SOURCES, path, answered);
  }

  private List<Entry> entries(List<Section> sections, String path, Predicate<String> answered) {
    return sections.stream()
        .filter(section -> answered.test(section.path()))
        .map(
            section ->
                new Entry(section.key(), publicUrl.path(section.path()), current(section, path)))
        .toList();
  }

  private static String current(Section section, String path) {
    if (path.equals(section.path())) {
      return "page";
    }
    return section.holds(path) ? "true" : "";
  }
}
