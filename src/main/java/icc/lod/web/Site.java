package icc.lod.web;

/**
 * What every page says about the site.
 *
 * @param release number of the release shown, or empty when there is none
 * @param licence address of the licence of the data, or empty when it is not known
 */
public record Site(String release, String licence) {
  /** A site that has published nothing yet. */
  public static final Site NONE = new Site("", "");
}
