package icc.lod.app;

import icc.lod.store.PublishLock;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.util.Optional;

/** Going back to a release: what serves it follows the pointer. */
public final class Rollback {
  private Rollback() {}

  /** Makes a release current, unless somebody is publishing; tells whether it is. */
  @SuppressWarnings("try") // the lock is held, not used
  public static boolean to(Release release, Releases releases) throws IOException {
    Optional<PublishLock> lock = PublishLock.tryTake(releases.state());
    if (lock.isEmpty()) {
      return false;
    }
    try (PublishLock held = lock.get()) {
      releases.point(release);
      return true;
    }
  }
}
