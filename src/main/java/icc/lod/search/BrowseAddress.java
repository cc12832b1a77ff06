package icc.lod.search;

import icc.lod.web.PublicUrl;
import java.util.StringJoiner;

/**
 * The address of a state of browsing: the same state has just one.
 *
 * @param path where it is shown
 * @param kind slug of the kind when it is a parameter; empty when the path names it
 * @param language what {@code ?lang=} says; empty when the address does not name one
 */
record BrowseAddress(String path, String kind, String language, PublicUrl publicUrl) {

  /** The address for links on pages, which keep the language. */
  String href(FacetSelection selection, String sort, long page) {
    return publicUrl.path(with(selection, sort, page, "", language));
  }

  /** The address of another format. */
  String format(FacetSelection selection, String sort, BrowseFormat format) {
    return publicUrl.absolute(with(selection, sort, 0, format.suffix(), language));
  }

  /** The address of a page of a format. */
  String format(FacetSelection selection, String sort, BrowseFormat format, long page) {
    return publicUrl.absolute(with(selection, sort, page, format.suffix(), language));
  }

  /** The one address of a state, whatever the language. */
  String canonical(FacetSelection selection, String sort, long page) {
    return publicUrl.absolute(with(selection, sort, page, "", ""));
  }

  /** The same state shown at another path. */
  BrowseAddress at(String otherPath, String otherKind) {
    return new BrowseAddress(otherPath, otherKind, language, publicUrl);
  }

  private String with(
      FacetSelection selection, String sort, long page, String format, String lang) {
    StringJoiner parameters = new StringJoiner("&");
    add(parameters, "kind", kind);
    String chosen = selection.parameters();
    if (!chosen.isEmpty()) {
      parameters.add(chosen);
    }
    add(parameters, "sort", sort);
    // Of a format, the first page is not the whole.
    boolean first = page == 1 && format.isEmpty();
    add(parameters, "page", page == 0 || first ? "" : Long.toString(page));
    add(parameters, "format", format);
    add(parameters, "lang", lang);
    return parameters.length() == 0 ? path : path + "?" + parameters;
  }

  private static void add(StringJoiner parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.add(name + "=" + FacetSelection.encode(value));
    }
  }
}
