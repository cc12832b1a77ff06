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
    description = description.length() <= LONGEST ? description : cut(description) + "…";
  }

  /** At a space, or between characters where the text has none. */
  private static String cut(String text) {
    int space = text.lastIndexOf(' ', LONGEST);
    int end = space > 0 ? space : LONGEST;
    return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end);
  }
}
