package icc.lod.web;

import java.util.List;

/**
 * Finds what somebody may have meant who asked for an address where nothing is. The application
 * supplies it: this package knows no data.
 */
@FunctionalInterface
public interface Nearest {
  /**
   * A thing there is. Public, for the template engine reads it.
   *
   * @param lang the language of the text, when it is not the page's; or empty
   */
  record Name(String href, String text, String lang) {}

  /** The things whose names are nearest to some words; soon, and empty rather than failing. */
  List<Name> to(String words, Visitor visitor);

  /** Nothing is near. */
  static Nearest none() {
    return (words, visitor) -> List.of();
  }
}
