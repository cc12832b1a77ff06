package icc.lod.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address under which visitors reach the site, perhaps with a path prefix; empty when none is
 * configured, and then addresses start at the server's root.
 *
 * @param text absolute, without a slash at the end; or the empty string
 * @param past where the site is as it was with a past release, such as {@code /releases/7}; or
 *     empty for the site as it is
 */
public record PublicUrl(String text, String past) {
  /** A host that can stand in an address, whatever a client sends. */
  private static final Pattern PLAIN = Pattern.compile("https?://[A-Za-z0-9._:\\[\\]-]{1,260}");

  /** No public address: links are paths from the server's root. */
  public static final PublicUrl NONE = new PublicUrl("");

  /** What a past release has addresses of its own for. */
  private static final Pattern KEPT = Pattern.compile("/(doc|sparql|catalog|dumps)([/.?#].*)?");

  /** The site as it is. */
  public PublicUrl(String text) {
    this(text, "");
  }

  /**
   * The site as it was with a release: links to what has an address there stay in the release, all
   * others lead to the site as it is.
   */
  public PublicUrl inRelease(int number) {
    return new PublicUrl(text, "/releases/" + number);
  }

  /**
   * Reads a configured address.
   *
   * @throws IllegalArgumentException when it is not an absolute http(s) URL without query
   */
  public static PublicUrl of(String url) {
    try {
      URI uri = new URI(url.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
        throw new IllegalArgumentException(
            "A public URL is like https://example.org/path, not " + url);
      }
      return new PublicUrl(uri.toASCIIString().replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Not a URL: " + url, e);
    }
  }

  /** The prefix all paths have for visitors: empty, or like {@code /lod}. */
  public String prefix() {
    int path = text.indexOf('/', text.indexOf("://") + 3);
    return path < 0 ? "" : text.substring(path);
  }

  /** A link for pages: the prefix and a path of ours that starts with a slash. */
  public String path(String path) {
    return prefix() + within(path);
  }

  /** A link that stands alone: absolute when a public address is configured, else the path. */
  public String absolute(String path) {
    return text + within(path);
  }

  private String within(String path) {
    return !past.isEmpty() && KEPT.matcher(path).matches() ? past + path : path;
  }

  /**
   * Where documents say they are, which need whole addresses: the configured one, else the one that
   * was asked.
   *
   * @param asked scheme and authority of the request
   */
  public String whole(String asked) {
    return !text.isEmpty() ? text : PLAIN.matcher(asked).matches() ? asked : "http://localhost";
  }
}
