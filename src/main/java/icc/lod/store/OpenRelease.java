package icc.lod.store;

/** A release and its open store, with a count of readers. Thread-safe. */
final class OpenRelease {
  private final Release release;
  private final Store store;
  private int readers;
  private boolean retired;

  OpenRelease(Release release, Store store) {
    this.release = release;
    this.store = store;
  }

  Release release() {
    return release;
  }

  Store store() {
    return store;
  }

  /** Counts a reader in, unless the release is out of service. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    readers++;
    return true;
  }

  synchronized void leave() {
    readers--;
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
