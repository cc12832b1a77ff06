package icc.lod.examples;

import icc.lod.examples.ListPage.Card;
import icc.lod.examples.ListPage.Download;
import icc.lod.view.Highlighting.Piece;
import icc.lod.view.Link;
import icc.lod.view.Snippet;
import icc.lod.view.Text;
import java.util.List;

/**
 * An example as its page shows it.
 *
 * @param iri a link to the document about it
 * @param theme its theme, none if it has none
 * @param desk where the query can be changed and run
 * @param files the whole answer in all formats
 * @param forms the example itself as data
 */
record ExamplePage(
    Link iri,
    Text title,
    List<Text> about,
    List<Link> theme,
    List<Link> keywords,
    int minimum,
    List<Piece> query,
    String desk,
    Result result,
    List<Download> files,
    List<Snippet> snippets,
    List<Download> forms,
    List<Card> related,
    List<Card> previous,
    List<Card> next) {

  /**
   * What it gave on this release.
   *
   * @param kind what it answers with, as messages name it
   * @param rows the first rows
   * @param total how many there are
   */
  record Result(
      boolean made,
      String kind,
      String failure,
      List<String> columns,
      List<List<Cell>> rows,
      long total,
      long millis) {

    /** Whether more was found than is shown. */
    public boolean partial() {
      return rows.size() < total;
    }
  }
}
