package icc.lod.search;

import icc.lod.view.Text;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The page of all kinds, as its template shows it. Public, for the template engine reads it.
 *
 * @param groups own kinds first
 * @param more how many classes are left out
 * @param map address of the map, or empty when nothing has a position
 */
public record BrowseKinds(List<Group> groups, int more, String map) {
  private static final int LONGEST_DESCRIPTION = 160;

  /**
   * Kinds in the words of the same.
   *
   * @param name own, shared or language
   * @param lone whether there is no other group of things
   */
  public record Group(String name, boolean lone, List<Entry> kinds) {}

  /**
   * A kind.
   *
   * @param map address of its things on the map, or empty
   */
  public record Entry(
      Text label, List<Text> descriptions, String iri, long count, String href, String map) {}

  static BrowseKinds of(FacetIndex index, Visitor visitor, PublicUrl publicUrl, String language) {
    String lang = language.isEmpty() ? "" : "?lang=" + language;
    List<Group> groups = new ArrayList<>();
    for (Kind.Group group : Kind.Group.values()) {
      List<Entry> entries =
          index.kinds().stream()
              .filter(kind -> kind.group() == group)
              .map(kind -> entry(kind, visitor, publicUrl, lang))
              .toList();
      if (!entries.isEmpty()) {
        groups.add(new Group(group.name().toLowerCase(Locale.ROOT), groups.isEmpty(), entries));
      }
    }
    boolean places = index.kinds().stream().anyMatch(kind -> kind.places() > 0);
    return new BrowseKinds(groups, index.more(), places ? publicUrl.path("/map" + lang) : "");
  }

  private static Entry entry(Kind kind, Visitor visitor, PublicUrl publicUrl, String lang) {
    String map = "/map?kind=" + kind.slug() + lang.replace('?', '&');
    return new Entry(
        KindNames.text(kind.names(), kind.iri(), visitor),
        KindNames.best(kind.descriptions(), visitor)
            .map(text -> BrowsePages.shortened(text, LONGEST_DESCRIPTION))
            .stream()
            .toList(),
        kind.iri(),
        kind.size(),
        publicUrl.path("/browse/" + kind.slug() + lang),
        kind.places() > 0 ? publicUrl.path(map) : "");
  }
}
