package icc.lod.past;

import java.util.List;

/**
 * A time map as people read it. Public, for the template engine reads it.
 *
 * @param address the path and query of the original
 * @param href the original
 * @param rows its past states, newest first
 * @param previous address of the page before, or empty
 * @param next address of the page after, or empty
 */
public record TimeMapPage(
    String address, String href, int total, List<Row> rows, String previous, String next) {

  /**
   * A past state.
   *
   * @param date when its release was made
   * @param changed whether what is said of the thing is other than in the state before
   */
  public record Row(int release, String date, String href, boolean changed, boolean current) {}
}
