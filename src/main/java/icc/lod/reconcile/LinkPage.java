package icc.lod.reconcile;

import icc.lod.view.Text;
import java.util.List;

/**
 * What the page about linking shows. Public, for the template engine reads it.
 *
 * @param endpoint the address of the reconciliation service
 * @param form what was filled in
 * @param types that can be chosen
 * @param wrong what is wrong with the table, or empty
 * @param result what was found; at most one
 * @param mebibytes the size of the largest table
 * @param rows that of the longest
 * @param features the reasons for scores, explained below the form
 */
public record LinkPage(
    String endpoint,
    Form form,
    List<Type> types,
    String wrong,
    List<Result> result,
    int mebibytes,
    int rows,
    List<String> features) {
  /** What was filled in. */
  public record Form(String csv, String column, String country, String type) {
    static final Form EMPTY = new Form("", "", "", "");
  }

  /** A type that can be chosen. */
  public record Type(String iri, Text label, boolean chosen) {}

  /**
   * A linked table.
   *
   * @param header its columns
   * @param nameColumn the place of that with the names
   * @param rows the first rows
   * @param hidden how many are not shown
   */
  public record Result(
      List<String> header,
      int nameColumn,
      TableLinking.Summary summary,
      List<Shown> rows,
      int hidden) {}

  /** A row, with the address of the page of its best candidate. */
  public record Shown(int number, LinkedRow row, String href) {}

  public LinkPage {
    types = List.copyOf(types);
    result = List.copyOf(result);
    features = List.copyOf(features);
  }
}
