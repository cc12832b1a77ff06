package icc.lod.changes;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.view.Overviews;
import icc.lod.view.PerRelease;
import icc.lod.web.Pages;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * What all addresses of this feature need: the log that the current release holds, the releases
 * that are kept, and how the site is addressed. Thread-safe.
 */
public final class Changes {
  private static final String PLAIN = "https?://[A-Za-z0-9._:\\[\\]-]{1,260}";

  /** Where no public address is configured, every name of the server is one: not all are kept. */
  private static final int MOST_BODIES = 50;

  private record Kept(Log log, Map<String, byte[]> bodies) {}

  private final CurrentStore store;
  private final Releases releases;
  private final Overviews overviews;
  private final Pages pages;
  private final PerRelease<Kept> kept =
      new PerRelease<>(
          lease ->
              new Kept(Log.read(LogFiles.of(lease.release().folder())), new ConcurrentHashMap<>()));

  public Changes(CurrentStore store, Releases releases, Overviews overviews, Pages pages) {
    this.store = store;
    this.releases = releases;
    this.overviews = overviews;
    this.pages = pages;
  }

  /** Reads what the current release changed, so that no visitor waits for it. */
  public void prepare() {
    try (Lease lease = lease()) {
      log(lease);
    }
  }

  Lease lease() {
    return store.lease();
  }

  Log log(Lease lease) {
    return kept.of(lease).log();
  }

  Overviews overviews() {
    return overviews;
  }

  Pages pages() {
    return pages;
  }

  Releases releases() {
    return releases;
  }

  /** The numbers of the releases that are there. */
  Set<Integer> numbers() {
    return releases.all().stream().map(Release::number).collect(Collectors.toSet());
  }

  /** The log that knows a release: its own where it is kept, for the current one may be older. */
  Log log(Lease lease, int number) {
    Optional<Release> own =
        number == lease.release().number() ? Optional.empty() : releases.byNumber(number);
    return own.map(release -> Log.read(LogFiles.of(release.folder()))).orElseGet(() -> log(lease));
  }

  /** A body that is made once for a release. */
  byte[] kept(Lease lease, String key, Supplier<byte[]> making) {
    Map<String, byte[]> bodies = kept.of(lease).bodies();
    Optional<byte[]> known = Optional.ofNullable(bodies.get(key));
    return known.orElseGet(
        () -> {
          byte[] made = making.get();
          if (bodies.size() < MOST_BODIES) {
            bodies.put(key, made);
          }
          return made;
        });
  }

  /**
   * How the site is addressed: as configured; where nothing is, as the client did.
   *
   * @param asked scheme and authority of the request
   */
  String origin(String asked) {
    String configured = pages.publicUrl().text();
    return configured.isEmpty() ? asked.matches(PLAIN) ? asked : "http://localhost" : configured;
  }

  /** Why something went, where the data does not say. */
  Tombstone.Reasons reasons() {
    return () -> pages.languages().stream().map(language -> reason(language)).toList();
  }

  private Node reason(String language) {
    return Words.text(pages.text(language, "changes.reason.gone"), language);
  }
}
