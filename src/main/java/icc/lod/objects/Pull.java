package icc.lod.objects;

import icc.lod.objects.Bucket.Read;
import icc.lod.store.PublishLock;
import icc.lod.store.Replica;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings a state folder up to a bucket, a step at each look: first the release that is current,
 * then the others, newest first, so that a pointer that moves meanwhile is seen between two. For
 * one thread.
 */
public final class Pull implements AutoCloseable {
  /** Between two tries of what failed, unless the pointer moves. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final Path state;
  private final Replica replica;
  private final Bucket bucket;
  private String tag = "";
  private @Nullable Pointer wanted;
  private boolean done;
  private @Nullable IOException failure;
  private long failedAt;

  /** What brings a state folder up to a bucket. */
  public Pull(Path state, BucketSettings settings) {
    this.state = state;
    this.replica = new Replica(state);
    this.bucket = new Bucket(settings);
  }

  /**
   * Looks at the pointer and does what is to be done next; tells whether the state folder changed.
   *
   * @throws IOException when the bucket or the disk fails, or an object is not what it should be;
   *     what was there is there still
   */
  public boolean look() throws IOException {
    Optional<Read> newer = bucket.newer(Pointer.NAME, tag);
    if (newer.isPresent()) {
      wanted = Pointer.parse(newer.get().text());
      tag = newer.get().tag();
      done = false;
      failure = null;
    }
    IOException before = failure;
    if (before != null && System.nanoTime() - failedAt < AGAIN.toNanos()) {
      throw new IOException(before.getMessage(), before);
    }
    if (done) {
      return false;
    }
    Pointer pointer = wanted;
    return pointer != null && step(pointer);
  }

  /** Whether a look has nothing to do unless the pointer moves. */
  public boolean idle() {
    return done;
  }

  /** Another process may be at the same, or at a restoration: then it is not for this one. */
  @SuppressWarnings("try") // the lock is held, not used
  private boolean step(Pointer pointer) throws IOException {
    Optional<PublishLock> lock = PublishLock.tryTake(state);
    if (lock.isEmpty()) {
      return false;
    }
    try (PublishLock held = lock.get()) {
      boolean changed = next(pointer);
      failure = null;
      return changed;
    } catch (IOException e) {
      failure = e;
      failedAt = System.nanoTime();
      throw e;
    }
  }

  private boolean next(Pointer pointer) throws IOException {
    Fetching fetching = new Fetching(bucket, replica);
    Map<Integer, String> held = replica.held();
    if (!pointer.manifest().equals(held.get(pointer.current()))) {
      fetching.fetch(pointer.current(), pointer.manifest());
    }
    if (replica.point(pointer.current(), pointer.since())) {
      return true;
    }
    NavigableMap<Integer, String> lacking = new TreeMap<>(pointer.releases());
    lacking.entrySet().removeAll(held.entrySet());
    lacking.remove(pointer.current());
    if (!lacking.isEmpty()) {
      fetching.fetch(lacking.lastKey(), lacking.lastEntry().getValue());
      return true;
    }
    replica.keepOnly(pointer.releases(), pointer.removed());
    done = true;
    return true;
  }

  @Override
  public void close() {
    bucket.close();
  }
}
