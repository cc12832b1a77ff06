package icc.lod.changes;

/** Where the pages of the feed are. */
final class FeedAddress {
  static final String ROOT = "/ldes";

  private FeedAddress() {}

  /** A page of a release; the first is the release's own address. */
  static String page(int release, int page) {
    return ROOT + "/" + release + (page == 1 ? "" : "/" + page);
  }

  /** The page that lists a hundred releases. */
  static String hundred(int hundred) {
    return ROOT + "/" + (hundred * 100 + 1) + "-" + (hundred * 100 + 100);
  }
}
