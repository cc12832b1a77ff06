package icc.lod.catalogue;

import icc.lod.web.PublicUrl;
import java.util.function.Predicate;

/**
 * Where and how a release is served: what a description says beyond what the release holds.
 *
 * @param origin the absolute public address, without a slash at the end
 * @param licence address of the licence that most of the data is under, or empty
 * @param answers whether a feature of this server answers at a path
 * @param past where a past release has its addresses; empty for the current one
 */
record Site(String origin, String licence, Predicate<String> answers, String past) {
  String address(String path) {
    return new PublicUrl(origin, past).absolute(path);
  }

  /** What tells the addresses in a description from those of other sites. */
  String key() {
    return origin + past;
  }
}
