package icc.lod.app;

import icc.lod.store.CurrentStore;
import icc.lod.store.Release;
import icc.lod.web.CurrentState;
import java.time.Instant;
import java.util.Optional;

/**
 * The current release as the server knows it.
 *
 * @param setup since when program and settings are what they are
 */
record Present(CurrentStore store, Instant setup) implements CurrentState {
  @Override
  public Optional<Instant> modified() {
    return store.since().map(release -> release.isAfter(setup) ? release : setup);
  }

  @Override
  public Optional<String> tag() {
    return store.current().map(Release::tag);
  }
}
