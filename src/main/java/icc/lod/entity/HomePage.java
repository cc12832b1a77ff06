package icc.lod.entity;

import icc.lod.view.Link;
import icc.lod.view.Text;
import java.util.List;

/**
 * The home page, as its template shows it. Public, for the template engine reads it.
 *
 * @param titles at most one
 * @param descriptions at most one
 * @param subject the page of what the data is about, at most one
 * @param triples how many statements the release has
 * @param released the day it was made
 * @param figures numbers that tell most of it
 * @param questions what one may ask
 * @param placed whether anything has a place on a map
 * @param things the classes of what the data is about that have most instances
 * @param others the rest of them
 * @param shared classes of others that the same things are in too
 * @param language classes of the vocabulary and its rules
 * @param ways where else one may go on
 */
public record HomePage(
    List<Text> titles,
    List<Text> descriptions,
    List<Link> subject,
    long triples,
    String released,
    List<ObservationCharts.Figure> figures,
    Timeline timeline,
    List<Question> questions,
    boolean placed,
    List<ClassCount> things,
    List<ClassCount> others,
    List<ClassCount> shared,
    List<ClassCount> language,
    List<Way> ways) {

  /** A class and how many instances it has. */
  public record ClassCount(String href, Text label, String iri, long count) {}

  /** A question with an example query that answers it. */
  public record Question(String href, Text text) {}

  /** A way to the data; the key is of its texts in the messages. */
  public record Way(String key, String href) {}
}
