package icc.lod.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store of the current release, for many readers, while releases come and go.
 *
 * <p>Thread-safe: any thread may take a lease; {@link #refresh} may be called by any thread, one
 * switch happens at a time. Readers of the old release finish on it; it is closed after the last.
 */
public final class CurrentStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentStore.class);

  private static final int MOST_INCIDENTS = 10;

  /** What could not be opened at the start may have lacked file handles only. */
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final Releases releases;
  private final Function<Release, Store> open;
  private final PastReleases past;
  private final Pins pins = new Pins();
  private final Object switching = new Object();
  private final List<Incident> incidents = new CopyOnWriteArrayList<>();
  private volatile @Nullable OpenRelease current;
  private @Nullable Release unfit;
  private long triedAt;
  private volatile @Nullable Instant since;

  /** Follows the pointer of a state folder; a release is opened by the function given. */
  public CurrentStore(Releases releases, Function<Release, Store> open) {
    this(releases, open, open);
  }

  /** The same, where a release is opened otherwise once it is not the current one any more. */
  public CurrentStore(
      Releases releases, Function<Release, Store> open, Function<Release, Store> openPast) {
    this.releases = releases;
    this.open = open;
    this.past = new PastReleases(releases, openPast);
  }

  /** The releases that are kept besides. */
  public PastReleases past() {
    return past;
  }

  /**
   * Takes a lease on the current release, or on the one that this thread has such a lease on
   * already: what one thread answers is of one release. The holder must close it.
   *
   * @throws StoreUnavailableException when there is no release, or it cannot be opened
   */
  public Lease lease() {
    return pins.again().orElseGet(this::first);
  }

  private Lease first() {
    while (true) {
      OpenRelease now = current;
      if (now == null) {
        throw StoreUnavailableException.nothingPublished();
      }
      if (now.store().doubtful()) {
        renew(now);
      } else if (now.enter()) {
        return pins.first(now);
      }
    }
  }

  /**
   * Takes a lease on the release of this number, current or past; the holder must close it. Empty
   * when it is not kept.
   *
   * @throws StoreUnavailableException when it cannot be opened, or when too many others are read
   */
  public Optional<Lease> lease(int number) {
    OpenRelease now = current;
    if (now != null && now.release().number() == number) {
      Lease lease = lease();
      if (lease.release().number() == number) {
        return Optional.of(lease);
      }
      lease.close();
    }
    return past.lease(number);
  }

  /**
   * Since when what is read here is current, in whole seconds; empty when that is not known. To be
   * asked before a lease is taken: a switch in between makes it too early, which deceives nobody.
   */
  public Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  /** The current release, not to be read but to be known: for that take a lease. */
  public Optional<Release> current() {
    OpenRelease now = current;
    return now == null ? Optional.empty() : Optional.of(now.release());
  }

  /** Opens the same release anew, with caches and locks of its own. */
  private void renew(OpenRelease doubtful) {
    synchronized (switching) {
      if (current == doubtful) {
        current = doubtful.renewed(open.apply(doubtful.release()));
        LOG.warn("Release {} is opened anew after an error", doubtful.release().number());
        doubtful.retire();
      }
    }
  }

  /**
   * Opens what the pointer names now, if it is not open already; tells whether it switched.
   *
   * <p>A release that cannot be opened leaves the one before in service; where there is none, as at
   * a start, the last one that can be opened is served.
   *
   * @throws StoreUnavailableException when the release cannot be opened
   */
  public boolean refresh() {
    synchronized (switching) {
      Optional<Instant> before = pointed();
      Standing standing = releases.standing();
      note(standing.note());
      Optional<Release> named = standing.release();
      OpenRelease old = current;
      if (named.isEmpty()
          || (old != null && same(old.release(), named.get()))
          || waits(named.get())) {
        return false;
      }
      OpenRelease opened = old == null ? openAny(named.get()) : open(named.get());
      Optional<Instant> after = pointed();
      since = null;
      current = opened;
      // Of a pointer that moved meanwhile it is not known which of both it was; the next look is.
      since = before.equals(after) ? before.orElse(null) : null;
      LOG.info("Release {} is current", opened.release().number());
      if (old != null) {
        old.retire();
      }
      return true;
    }
  }

  private OpenRelease open(Release release) {
    Store store = open.apply(release);
    try {
      store.check();
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    return new OpenRelease(release, store);
  }

  private OpenRelease openAny(Release named) {
    try {
      return open(named);
    } catch (StoreUnavailableException e) {
      List<Release> others = new ArrayList<>(releases.all());
      others.removeIf(release -> release.number() == named.number());
      others.sort(
          Comparator.comparing((Release release) -> release.number() > named.number())
              .thenComparing(Comparator.comparingInt(Release::number).reversed()));
      for (Release other : others) {
        try {
          OpenRelease opened = open(other);
          unfit = named;
          triedAt = System.nanoTime();
          String text =
              "Release %d cannot be opened (%s); release %d is served"
                  .formatted(named.number(), e.getMessage(), other.number());
          LOG.warn("{}", text);
          note(text);
          return opened;
        } catch (StoreUnavailableException again) {
          e.addSuppressed(again);
        }
      }
      throw e;
    }
  }

  /** Whether a release is not to be tried just now, for it could not be opened a moment ago. */
  private boolean waits(Release release) {
    Release failed = unfit;
    return failed != null && same(failed, release) && System.nanoTime() - triedAt < AGAIN.toNanos();
  }

  /** A restored backup may have other releases by the same numbers. */
  private static boolean same(Release one, Release other) {
    return one.number() == other.number() && one.created().equals(other.created());
  }

  private void note(String text) {
    if (!text.isEmpty() && incidents.stream().noneMatch(known -> known.text().equals(text))) {
      incidents.add(new Incident(Instant.now().truncatedTo(ChronoUnit.SECONDS), text));
      if (incidents.size() > MOST_INCIDENTS) {
        incidents.remove(0);
      }
    }
  }

  /** What befell the releases since this was made, oldest first. */
  public List<Incident> incidents() {
    return List.copyOf(incidents);
  }

  private Optional<Instant> pointed() {
    try {
      return releases.since();
    } catch (IOException e) {
      LOG.warn("The time of the pointer cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    past.close();
    synchronized (switching) {
      OpenRelease old = current;
      current = null;
      if (old != null) {
        old.retire();
      }
    }
  }
}
