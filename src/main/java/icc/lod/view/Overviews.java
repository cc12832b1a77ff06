package icc.lod.view;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.StoreUnavailableException;
import icc.lod.web.Site;

/**
 * The overview of the current release, made when it is first needed, by one thread while the others
 * wait. Thread-safe.
 */
public final class Overviews {
  private final CurrentStore store;
  private final String defaultLicence;
  private final PerRelease<Overview> overviews =
      new PerRelease<>(lease -> Overview.of(lease.release().base(), new Reading(lease.store())));

  /**
   * Overviews of the releases of a store.
   *
   * @param defaultLicence address of the licence when the data names none; may be empty
   */
  public Overviews(CurrentStore store, String defaultLicence) {
    this.store = store;
    this.defaultLicence = defaultLicence;
  }

  /** What the layout of every page says; a page about a failing store must still be shown. */
  public Site site() {
    try (Lease lease = store.lease()) {
      Overview overview = of(lease);
      return new Site(
          Integer.toString(lease.release().number()), licence(overview), overview.names());
    } catch (StoreUnavailableException e) {
      return Site.NONE;
    }
  }

  /**
   * Makes the overview of the current release now, which may take seconds for millions of triples,
   * so that no visitor waits for it.
   */
  public void prepare() {
    try (Lease lease = store.lease()) {
      of(lease);
    }
  }

  /** The overview of the release that is read. */
  public Overview of(Lease lease) {
    return overviews.of(lease);
  }

  public String licence(Overview overview) {
    return overview.licence().isEmpty() ? defaultLicence : overview.licence();
  }
}
