package icc.lod.catalogue;

import java.util.function.Predicate;

/**
 * Where and how a release is served: what a description says beyond what the release holds.
 *
 * @param origin the absolute public address, without a slash at the end
 * @param licence address of the licence that most of the data is under, or empty
 * @param answers whether a feature of this server answers at a path
 */
record Site(String origin, String licence, Predicate<String> answers) {
  String address(String path) {
    return origin + path;
  }
}
