package icc.lod.web;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A tile server that maps may show beneath their outlines; none by default, so that no visitor's
 * browser asks others for anything.
 *
 * @param url the address of a tile with {@code {z}}, {@code {x}} and {@code {y}}; empty for none
 * @param attribution whom to name for the tiles
 * @param origin the only foreign origin pages may load images from; empty for none
 */
public record MapTiles(String url, String attribution, String origin) {
  /** No tile server: outlines of our own alone. */
  public static final MapTiles NONE = new MapTiles("", "", "");

  /**
   * Reads a configured address.
   *
   * @throws IllegalArgumentException when it is no web address with all three placeholders
   */
  public static MapTiles of(String url, String attribution) {
    String address = url.strip();
    boolean whole = address.contains("{z}") && address.contains("{x}") && address.contains("{y}");
    try {
      URI uri = new URI(address.replaceAll("\\{[a-z]}", "0"));
      String scheme = String.valueOf(uri.getScheme());
      if (whole && scheme.matches("https?") && uri.getHost() != null) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new MapTiles(address, attribution, scheme + "://" + uri.getHost() + port);
      }
    } catch (URISyntaxException e) {
      throw wrong(url, e);
    }
    throw wrong(url, new IllegalArgumentException("no web address with placeholders"));
  }

  private static IllegalArgumentException wrong(String url, Exception cause) {
    return new IllegalArgumentException(
        "write an address like https://tiles.example.org/{z}/{x}/{y}.png, not \"" + url + "\"",
        cause);
  }
}
