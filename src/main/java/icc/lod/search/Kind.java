package icc.lod.search;

import icc.lod.view.Terms;
import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A class that has instances with an IRI.
 *
 * @param number tells the kinds of a release apart
 * @param iri the class
 * @param slug its name in addresses
 * @param group whose word it is
 * @param size how many things are of it
 * @param places how many of them have a position
 * @param mixed whether things without an IRI are of it, too
 * @param names its labels
 * @param descriptions its definitions
 */
record Kind(
    int number,
    String iri,
    String slug,
    Group group,
    int size,
    int places,
    boolean mixed,
    List<Node> names,
    List<Node> descriptions) {

  /** Whose word a class is; the order is that of pages. */
  enum Group {
    /** Under the release's base. */
    OWN,
    /** Of another vocabulary. */
    SHARED,
    /** Of the languages that vocabularies and rules are written in. */
    LANGUAGE;

    static Group of(String iri, boolean own) {
      return own ? OWN : Terms.LANGUAGES.stream().anyMatch(iri::startsWith) ? LANGUAGE : SHARED;
    }
  }

  Kind {
    names = List.copyOf(names);
    descriptions = List.copyOf(descriptions);
  }

  /** The same with what is known only when its things have been read. */
  Kind counted(int things, int placed) {
    return new Kind(number, iri, slug, group, things, placed, mixed, names, descriptions);
  }
}
