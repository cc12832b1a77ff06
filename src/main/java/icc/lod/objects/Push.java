package icc.lod.objects;

import icc.lod.objects.Bucket.Listed;
import icc.lod.objects.Bucket.Read;
import icc.lod.store.Inventory;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.StateLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a bucket up to a state folder: files, then lists, then the pointer, then the sweep. For
 * one thread.
 */
public final class Push implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Push.class);
  private static final String LOCK = "push";

  private final Releases releases;
  private final PushSettings settings;
  private final Bucket bucket;
  private @Nullable Shown shown;

  /** A push that has not begun. */
  public Push(Path state, PushSettings settings) {
    this.releases = new Releases(state);
    this.settings = settings;
    this.bucket = new Bucket(settings.to());
  }

  /** What a state folder shows: when that is something else, there is something to push. */
  private record Shown(Optional<Instant> since, SortedMap<Integer, Instant> releases) {}

  /**
   * Pushes if the state folder shows something else than when it was last pushed; not while another
   * process does.
   */
  @SuppressWarnings("try") // the lock is held, not used
  public void look() throws IOException {
    SortedMap<Integer, Instant> all = new TreeMap<>();
    releases.all().forEach(release -> all.put(release.number(), release.created()));
    Shown now = new Shown(releases.since(), all);
    if (all.isEmpty() || now.equals(shown)) {
      return;
    }
    Optional<StateLock> lock = StateLock.tryTake(releases.state(), LOCK);
    if (lock.isPresent()) {
      try (StateLock held = lock.get()) {
        push();
        shown = now;
      }
    }
  }

  private Instant since() throws IOException {
    return releases.since().orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * Pushes what the bucket lacks; waits while another process does.
   *
   * @return how many objects were sent
   * @throws IOException when it was not brought to an end; the bucket shows what it showed before
   */
  @SuppressWarnings("try") // the lock is held, not used
  public int run(Duration patience) throws IOException {
    Optional<StateLock> lock = StateLock.take(releases.state(), LOCK, patience);
    if (lock.isEmpty()) {
      throw new IOException("Another process is still pushing; try again when it has ended");
    }
    try (StateLock held = lock.get()) {
      return push();
    }
  }

  private int push() throws IOException {
    Optional<Read> there = bucket.newer(Pointer.NAME, "");
    if (there.isEmpty()) {
      return push(Optional.empty());
    }
    Pointer before = Pointer.parse(there.get().text());
    mustBeOurs(before);
    return push(Optional.of(before));
  }

  /** Whoever lost the state folder must not sweep away what only the bucket still has. */
  private void mustBeOurs(Pointer before) throws IOException {
    int highest = before.releases().lastKey();
    if (!releases.wasMade(highest)) {
      throw new IOException(
          "%s has release %d, which was not made in %s; get it back by icc serve --follow %s, or push elsewhere"
              .formatted(settings.to(), highest, releases.state(), settings.to()));
    }
  }

  private int push(Optional<Pointer> before) throws IOException {
    Map<Integer, Inventory> inventories = new LinkedHashMap<>();
    for (Release release : releases.all()) {
      Optional<Inventory> inventory = Inventory.of(release);
      if (inventory.isPresent()) {
        inventories.put(release.number(), inventory.get());
      } else {
        LOG.warn("Release {} cannot be pushed: it does not list its files", release.number());
      }
    }
    Release current =
        releases.current().orElseThrow(() -> new IOException("There is no release to push"));
    if (!inventories.containsKey(current.number())) {
      throw new IOException(
          "Release " + current.number() + " does not list its files; publish anew with --force");
    }
    Map<String, Listed> listed = bucket.list(Pointer.file(""));
    int sent = new Sending(bucket, listed).send(releases, inventories);
    SortedMap<Integer, String> manifests = new TreeMap<>();
    inventories.forEach((number, each) -> manifests.put(number, Inventory.digest(each.manifest())));
    Pointer next =
        new Pointer(current.number(), since(), manifests, new TreeMap<>(), releases.ledgerText());
    Pointer pointer = next.after(before.orElse(next), Instant.now(), Sweep.GRACE);
    point(before, pointer);
    new Sweep(bucket).run(inventories.values(), pointer.left().values(), Instant.now());
    return sent;
  }

  private void point(Optional<Pointer> before, Pointer next) throws IOException {
    boolean known =
        before.isEmpty() || next.manifest().equals(before.get().releases().get(next.current()));
    if (!known
        && !settings.lead().isZero()
        && next.releases().containsKey(before.get().current())) {
      bucket.put(Pointer.NAME, next.naming(before.get().current(), before.get().since()).text());
      LOG.info(
          "Release {} is in {}, and current in {}", next.current(), settings.to(), settings.lead());
      pause(settings.lead());
    }
    if (before.isEmpty() || !before.get().equals(next)) {
      bucket.put(Pointer.NAME, next.text());
      LOG.info("Release {} is current in {}", next.current(), settings.to());
    }
  }

  private static void pause(Duration lead) throws IOException {
    try {
      Thread.sleep(lead);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped before the release was current in the bucket", e);
    }
  }

  @Override
  public void close() {
    bucket.close();
  }
}
