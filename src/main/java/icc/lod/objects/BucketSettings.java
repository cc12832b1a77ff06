package icc.lod.objects;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where releases are pushed to or followed from. Who may is no matter of settings: the client takes
 * credentials where it takes them everywhere, from the environment, a profile, or the machine.
 *
 * @param bucket its name
 * @param prefix what the names of all objects begin with: empty, or ending in a slash
 * @param endpoint the server, where it is not Amazon's or the environment's
 * @param region the region, where the environment does not say it
 */
public record BucketSettings(
    String bucket, String prefix, Optional<URI> endpoint, Optional<String> region) {
  /** How the address of a bucket begins. */
  public static final String SCHEME = "s3://";

  /** Names by Amazon's rules: "General purpose bucket naming rules" of the S3 user guide. */
  private static final Pattern ADDRESS =
      Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9/_.-]*))?");

  /**
   * Reads an address such as {@code s3://bucket/prefix}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static BucketSettings parse(
      String address, Optional<URI> endpoint, Optional<String> region) {
    Matcher match = ADDRESS.matcher(address);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "write s3://BUCKET/PREFIX, not \"" + address.replaceFirst("//.*@", "//…@") + "\"");
    }
    String prefix = match.group(2) == null ? "" : match.group(2).replaceAll("^/+|/+$", "");
    return new BucketSettings(
        match.group(1), prefix.isEmpty() ? "" : prefix + "/", endpoint, region);
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + prefix;
  }
}
