package icc.lod.search;

import icc.lod.view.Text;
import java.util.List;

/**
 * The search as it is shown. Public, for the template engine reads it.
 *
 * @param how ALL, WIDER, NEARLY or SOME, as {@link SearchResult.How} says
 * @param suggestions other searches that may be meant
 * @param reset the same search in things of any type
 */
public record SearchPage(
    String text,
    String type,
    boolean asked,
    long total,
    int first,
    long last,
    String how,
    List<Hit> hits,
    List<TypeCount> types,
    List<Suggestion> suggestions,
    String reset,
    String previous,
    String next,
    List<Form> forms) {

  /** A type, how many of what was found have it, and the search among those. */
  public record TypeCount(String href, Text label, String iri, long count, boolean current) {}

  /** Another search. */
  public record Suggestion(String href, Text text) {}

  /** The same hits in another format. */
  public record Form(String href, String name, String mediaType) {}
}
