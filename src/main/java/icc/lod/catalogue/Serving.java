package icc.lod.catalogue;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overviews;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;

/**
 * What all addresses of this feature need: the current release, what it holds, and how the site is
 * addressed. Thread-safe.
 */
public final class Serving {
  private static final String PLAIN = "https?://[A-Za-z0-9._:\\[\\]-]{1,260}";

  private final CurrentStore store;
  private final Overviews overviews;
  private final Pages pages;
  private final Documents documents = new Documents();

  public Serving(CurrentStore store, Overviews overviews, Pages pages) {
    this.store = store;
    this.overviews = overviews;
    this.pages = pages;
  }

  /** Reads what the current release holds, so that no visitor waits for it. */
  public void prepare() {
    try (Lease lease = store.lease()) {
      documents.holdings(lease);
    }
  }

  Lease lease() {
    return store.lease();
  }

  Overviews overviews() {
    return overviews;
  }

  Pages pages() {
    return pages;
  }

  Documents documents() {
    return documents;
  }

  /**
   * How the site is addressed: as configured; where nothing is, as the client did.
   *
   * @param asked scheme and authority of the request
   */
  Site site(Lease lease, String asked) {
    PublicUrl publicUrl = pages.publicUrl();
    String here = asked.matches(PLAIN) ? asked : "http://localhost";
    String licence = overviews.licence(overviews.of(lease));
    return new Site(publicUrl.text().isEmpty() ? here : publicUrl.text(), licence, pages::answers);
  }
}
