package icc.lod.web;

/**
 * What other sites and search engines show of a page (Open Graph). A feature puts one into its
 * page's model under the name {@code preview}.
 *
 * @param title the page's title
 * @param description a sentence about it, or empty for the site's own
 */
public record Preview(String title, String description) {
  private static final int LONGEST = 200;

  public Preview {
    description =
        description.length() <= LONGEST
            ? description
            : description.substring(0, description.offsetByCodePoints(0, cut(description))).strip()
                + "…";
  }

  /** In code points, so that no character is cut in two. */
  private static int cut(String text) {
    int points = text.codePointCount(0, text.length());
    int space = text.lastIndexOf(' ', LONGEST);
    return space > LONGEST / 2 ? text.codePointCount(0, space) : Math.min(points, LONGEST / 2);
  }
}
