package icc.lod.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Where the server listens and how the site is addressed.
 *
 * @param host the address to bind to
 * @param port the port to bind to; 0 takes any free one
 * @param publicUrl the address visitors use, when it differs from the one bound to
 * @param languages languages of the site's own texts, the first is the default
 * @param tiles what maps may show beneath their outlines
 * @param stopping how the server ends
 * @param hsts whether browsers are told to come by https only (RFC 6797)
 * @param readyBytes memory for finished answers; none are kept if 0
 * @param cdnAge how long caches of the operator's may use an answer without asking
 */
public record WebSettings(
    String host,
    int port,
    PublicUrl publicUrl,
    List<String> languages,
    MapTiles tiles,
    Stopping stopping,
    boolean hsts,
    long readyBytes,
    Duration cdnAge) {

  /** Some thousand pages. */
  public static final long READY_BYTES = 64L << 20;

  /** Every language that has a file of texts, English first. */
  public static final List<String> DEFAULT_LANGUAGES =
      Messages.languages(WebSettings.class.getClassLoader());

  public WebSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port lies between 0 and 65535, not " + port);
    }
    if (readyBytes < 0) {
      throw new IllegalArgumentException("Not a size in bytes: " + readyBytes);
    }
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("A site needs at least one language");
    }
    languages = languages.stream().map(l -> l.toLowerCase(Locale.ROOT)).distinct().toList();
  }

  /** Settings of a site that ends as usual. */
  public WebSettings(
      String host, int port, PublicUrl publicUrl, List<String> languages, MapTiles tiles) {
    this(
        host,
        port,
        publicUrl,
        languages,
        tiles,
        Stopping.DEFAULT,
        false,
        READY_BYTES,
        Duration.ZERO);
  }

  /** Settings of a site whose maps ask nobody for tiles. */
  public WebSettings(String host, int port, PublicUrl publicUrl, List<String> languages) {
    this(host, port, publicUrl, languages, MapTiles.NONE);
  }

  /** Loopback with the default languages and no public address. */
  public static WebSettings loopback(int port) {
    return new WebSettings("127.0.0.1", port, PublicUrl.NONE, DEFAULT_LANGUAGES);
  }
}
