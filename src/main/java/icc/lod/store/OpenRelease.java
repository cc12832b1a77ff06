package icc.lod.store;

/** A release and its open store, with a count of readers. Thread-safe. */
final class OpenRelease {
  private final Release release;
  private final Store store;
  private final ReleaseValues values;
  private int readers;
  private boolean retired;
  private long idleSince = System.nanoTime();

  OpenRelease(Release release, Store store) {
    this(release, store, new ReleaseValues());
  }

  private OpenRelease(Release release, Store store, ReleaseValues values) {
    this.release = release;
    this.store = store;
    this.values = values;
  }

  /** The same release opened anew: what was made of it is as true as before. */
  OpenRelease renewed(Store again) {
    return new OpenRelease(release, again, values);
  }

  Release release() {
    return release;
  }

  Store store() {
    return store;
  }

  ReleaseValues values() {
    return values;
  }

  /** Whether nobody has read it for so many nanoseconds. */
  synchronized boolean idle(long nanos) {
    return readers == 0 && System.nanoTime() - idleSince >= nanos;
  }

  /** Counts a reader in, unless the release is out of service. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    readers++;
    return true;
  }

  /** Counts one of its readers in once more, out of service or not; false if it has none. */
  synchronized boolean enterAgain() {
    if (readers == 0) {
      return false;
    }
    readers++;
    return true;
  }

  synchronized void leave() {
    readers--;
    idleSince = System.nanoTime();
    closeIfIdle();
  }

  /** Takes the release out of service; its store is closed when the last reader leaves. */
  synchronized void retire() {
    retired = true;
    closeIfIdle();
  }

  private void closeIfIdle() {
    if (!retired || readers > 0) {
      return;
    }
    if (store.doubtful()) {
      // Its locks may be taken for ever: nobody waits for them.
      Thread.ofPlatform().daemon().name("close-doubtful").start(store::close);
    } else {
      store.close();
    }
  }
}
