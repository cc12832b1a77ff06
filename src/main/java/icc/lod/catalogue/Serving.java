package icc.lod.catalogue;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Edition;
import icc.lod.view.Editions;
import icc.lod.view.Overviews;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;

/**
 * What all addresses of this feature need: the current release, what it holds, and how the site is
 * addressed. Thread-safe.
 */
public final class Serving {
  private static final String PLAIN = "https?://[A-Za-z0-9._:\\[\\]-]{1,260}";

  private final CurrentStore store;
  private final Editions editions;
  private final Overviews overviews;
  private final Pages pages;
  private final Documents documents = new Documents();

  public Serving(CurrentStore store, Overviews overviews, Pages pages) {
    this.store = store;
    this.editions = new Editions(store);
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

  /** The release that a request is about. */
  Edition edition(Request request) {
    return editions.of(request);
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
    return site(lease, pages.publicUrl(), asked);
  }

  /** The same for a release that may be a past one. */
  Site site(Edition edition, String asked) {
    return site(edition.lease(), edition.within(pages.publicUrl()), asked);
  }

  private Site site(Lease lease, PublicUrl publicUrl, String asked) {
    String here = asked.matches(PLAIN) ? asked : "http://localhost";
    String licence = overviews.licence(overviews.of(lease));
    return new Site(
        publicUrl.text().isEmpty() ? here : publicUrl.text(),
        licence,
        pages::answers,
        publicUrl.past());
  }
}
