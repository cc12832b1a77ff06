package icc.lod.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All releases that are kept, each open to readers when somebody asks for it. Few of the past ones
 * are open at a time: who wants one more waits until one of them has no reader. Thread-safe.
 *
 * <p>A release that is removed meanwhile is read to the end by those who read it.
 */
public final class PastReleases implements AutoCloseable {
  /** Each open release costs some fifty file handles and the caches of its store. */
  static final int MOST_OPEN = 8;

  private static final Logger LOG = LoggerFactory.getLogger(PastReleases.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 5;

  /** Within one tick of the file system's clock a folder can change twice. */
  private static final long TICK_MILLIS = 50;

  private record Listed(long changed, long seen, List<Release> releases) {}

  private final Releases releases;
  private final Function<Release, Store> open;
  private final int most;
  private final Map<Integer, OpenRelease> opened = new LinkedHashMap<>(8, 0.75f, true);

  /**
   * A store forces its files to disk when it is closed, written to or not: a reader cannot wait.
   */
  private final ExecutorService closer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("close-release").factory());

  private final AtomicInteger closing = new AtomicInteger();
  private volatile Listed listed = new Listed(-1, -1, List.of());

  /** The releases of a state folder, past ones opened by the function given. */
  PastReleases(Releases releases, Function<Release, Store> open) {
    this(releases, open, MOST_OPEN);
  }

  PastReleases(Releases releases, Function<Release, Store> open, int most) {
    this.releases = releases;
    this.open = open;
    this.most = most;
  }

  /** Those that are kept, oldest first. */
  public List<Release> kept() {
    Path folder = releases.state().resolve("releases");
    try {
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      FileTime changed = Files.getLastModifiedTime(folder);
      Listed known = listed;
      if (known.changed() != changed.toMillis() || known.seen() - known.changed() < TICK_MILLIS) {
        known = new Listed(changed.toMillis(), System.currentTimeMillis(), releases.all());
        listed = known;
      }
      return known.releases();
    } catch (IOException e) {
      throw new UncheckedIOException("The releases in " + folder + " cannot be listed", e);
    }
  }

  /** One that is kept. */
  public Optional<Release> named(int number) {
    return kept().stream().filter(release -> release.number() == number).findFirst();
  }

  /** Who cites which of them. */
  public Citations citations() {
    return new Citations(releases.state());
  }

  /**
   * Cites one, so that it is kept.
   *
   * @return whether it is there to be cited
   */
  public boolean cite(int number, String name) {
    try {
      return citations().cite(number, name, releases);
    } catch (IOException e) {
      throw new UncheckedIOException("A citation of release " + number + " cannot be kept", e);
    }
  }

  /** Whether a release was there once: what is gone is told from what never was. */
  public boolean wasMade(int number) {
    return releases.wasMade(number);
  }

  /** When a release was removed, if that is known. */
  public Optional<Instant> removed(int number) {
    return releases.removed(number);
  }

  /**
   * Takes a lease on a release; the holder must close it. Empty when it is not kept.
   *
   * @throws StoreUnavailableException when it cannot be opened, or when too many others are read
   */
  Optional<Lease> lease(int number) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
      Optional<Release> release = named(number);
      if (release.isEmpty()) {
        forget(number);
        return Optional.empty();
      }
      Optional<Lease> lease = tryLease(release.get());
      if (lease.isPresent()) {
        return lease;
      }
      pause();
    }
    throw StoreUnavailableException.tooManyReleases();
  }

  /** Closes what nobody has read for a while, and what is not kept any more. */
  public void tidy() {
    synchronized (opened) {
      for (OpenRelease each : List.copyOf(opened.values())) {
        if (each.idle(IDLE.toNanos()) || !Files.isDirectory(each.release().folder())) {
          retire(each);
        }
      }
    }
  }

  /** How many past releases are open. */
  int openNow() {
    synchronized (opened) {
      return opened.size();
    }
  }

  /** Closes all that nobody reads; the others are closed by their last readers. */
  @Override
  public void close() {
    synchronized (opened) {
      List.copyOf(opened.values()).forEach(this::retire);
    }
    closer.close();
  }

  private Optional<Lease> tryLease(Release release) {
    synchronized (opened) {
      OpenRelease known = opened.get(release.number());
      if (known != null && known.store().doubtful()) {
        LOG.warn("Release {} is opened anew after an error", release.number());
        retire(known);
        known = known.renewed(open.apply(release));
        opened.put(release.number(), known);
      }
      if (known == null) {
        if (opened.size() >= most && (closing.get() >= most || !makeRoom())) {
          return Optional.empty();
        }
        Optional<OpenRelease> made = open(release);
        if (made.isEmpty()) {
          return Optional.empty();
        }
        known = made.get();
        opened.put(release.number(), known);
      }
      known.enter();
      return Optional.of(new Lease(known));
    }
  }

  /** Empty when it was removed just now. */
  private Optional<OpenRelease> open(Release release) {
    try {
      return Optional.of(new OpenRelease(release, open.apply(release)));
    } catch (RuntimeException e) {
      if (releases.byNumber(release.number()).isEmpty()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Closes the one that was asked for longest ago and has no reader. */
  private boolean makeRoom() {
    for (OpenRelease each : new ArrayList<>(opened.values())) {
      if (each.idle(0)) {
        retire(each);
        return true;
      }
    }
    return false;
  }

  private void forget(int number) {
    synchronized (opened) {
      OpenRelease gone = opened.get(number);
      if (gone != null) {
        retire(gone);
      }
    }
  }

  private void retire(OpenRelease each) {
    opened.remove(each.release().number());
    closing.incrementAndGet();
    closer.execute(
        () -> {
          try {
            each.retire();
          } catch (RuntimeException e) {
            LOG.warn("Release {} could not be closed: {}", each.release().number(), e.toString());
          } finally {
            closing.decrementAndGet();
          }
        });
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreUnavailableException.tooManyReleases();
    }
  }
}
