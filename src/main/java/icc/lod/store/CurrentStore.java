package icc.lod.store;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
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

  private final Releases releases;
  private final Function<Release, Store> open;
  private final PastReleases past;
  private final Object switching = new Object();
  private volatile @Nullable OpenRelease current;
  private volatile @Nullable Instant since;

  /** Follows the pointer of a state folder; a release is opened by the function given. */
  public CurrentStore(Releases releases, Function<Release, Store> open) {
    this.releases = releases;
    this.open = open;
    this.past = new PastReleases(releases, open);
  }

  /** The releases that are kept besides. */
  public PastReleases past() {
    return past;
  }

  /**
   * Takes a lease on the current release; the holder must close it.
   *
   * @throws StoreUnavailableException when there is no release, or it cannot be opened
   */
  public Lease lease() {
    while (true) {
      OpenRelease now = current;
      if (now == null) {
        throw StoreUnavailableException.nothingPublished();
      }
      if (now.store().doubtful()) {
        renew(now);
      } else if (now.enter()) {
        return new Lease(now);
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

  /** Opens what the pointer names now, if it is not open already; tells whether it switched. */
  public boolean refresh() {
    synchronized (switching) {
      Optional<Instant> before = pointed();
      Optional<Release> named = releases.current();
      OpenRelease old = current;
      if (named.isEmpty() || (old != null && old.release().number() == named.get().number())) {
        return false;
      }
      Optional<Instant> after = pointed();
      Store opened = open.apply(named.get());
      since = null;
      current = new OpenRelease(named.get(), opened);
      // Of a pointer that moved meanwhile it is not known which of both it was; the next look is.
      since = before.equals(after) ? before.orElse(null) : null;
      LOG.info("Release {} is current", named.get().number());
      if (old != null) {
        old.retire();
      }
      return true;
    }
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
