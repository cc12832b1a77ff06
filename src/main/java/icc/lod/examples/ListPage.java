package icc.lod.examples;

import icc.lod.view.Text;
import java.util.List;

/**
 * All examples, or those looked for, as a page shows them.
 *
 * @param total how many there are at all
 * @param shown how many of them are on the page
 * @param words the words looked for, or empty
 * @param keyword the keyword looked for, or empty
 * @param forms the same as data
 */
record ListPage(
    int total,
    int shown,
    String words,
    String keyword,
    List<Keyword> keywords,
    List<Group> groups,
    List<Download> forms) {

  /** A word that examples are about, with how many are. */
  record Keyword(Text text, long count, boolean chosen) {}

  /**
   * The examples about one theme.
   *
   * @param name empty for those about none
   */
  record Group(String id, List<Text> name, List<Text> about, List<Card> cards) {}

  /**
   * An example in a list.
   *
   * @param kind what it answers with, as messages name it
   */
  record Card(
      String slug,
      String href,
      Text title,
      List<Text> about,
      String kind,
      long total,
      boolean answered) {}

  /** A link to a form of something. */
  record Download(String name, String mediaType, String href) {}
}
