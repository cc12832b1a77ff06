package icc.lod.entity;

import icc.lod.view.Text;
import java.util.List;

/**
 * The home page, as its template shows it. Public, for the template engine reads it.
 *
 * @param titles at most one
 * @param descriptions at most one
 * @param triples how many statements the release has
 * @param things classes of what the data is about
 * @param shared classes of others that the same things are in too
 * @param language classes of the vocabulary and its rules
 */
public record HomePage(
    List<Text> titles,
    List<Text> descriptions,
    long triples,
    List<ClassCount> things,
    List<ClassCount> shared,
    List<ClassCount> language) {

  /** A class and how many instances it has. */
  public record ClassCount(String href, Text label, String iri, long count) {}
}
