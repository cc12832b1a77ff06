package icc.lod.view;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.web.Caching;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The site with one release, for one request: what is read, and where its addresses are. Close it
 * once done, unless somebody took over the lease.
 */
public final class Edition implements AutoCloseable {
  /** What changes with a version of the software, never with a release. */
  private static final String A_DAY = "public, max-age=86400";

  /** Eight such addresses make a header that clients and proxies still take. */
  private static final int LONGEST = 700;

  private final CurrentStore store;
  private final Release release;
  private final Request request;
  private final boolean bound;
  private final boolean negotiated;
  private @Nullable Lease leased;

  private Edition(
      CurrentStore store,
      Release release,
      Request request,
      boolean bound,
      boolean negotiated,
      @Nullable Lease leased) {
    this.store = store;
    this.release = release;
    this.request = request;
    this.bound = bound;
    this.negotiated = negotiated;
    this.leased = leased;
  }

  static Edition current(CurrentStore store, Request request) {
    Lease lease = store.lease();
    return new Edition(store, lease.release(), request, false, false, lease);
  }

  /** A release that need not be open before something is read of it. */
  static Edition past(CurrentStore store, Release release, Request request, boolean negotiated) {
    return new Edition(store, release, request, true, negotiated, null);
  }

  /** The release that is shown. */
  public Release release() {
    return release;
  }

  /** Whether the request chose the release: what it gets is the state of then. */
  public boolean bound() {
    return bound;
  }

  /** Whether Accept-Datetime chose it. */
  public boolean negotiated() {
    return negotiated;
  }

  /** What is asked for, as if the release were the current one. */
  public Request request() {
    return request;
  }

  /**
   * The lease on the release, taken now if it was not before.
   *
   * @throws icc.lod.web.Problem 410 when it was removed meanwhile
   */
  public Lease lease() {
    Lease known = leased;
    if (known == null) {
      int number = release.number();
      known = store.lease(number).orElseThrow(() -> Editions.missing(store, number));
      leased = known;
    }
    return known;
  }

  /** Where the addresses of this release are. */
  public PublicUrl within(PublicUrl site) {
    return bound ? site.inRelease(release.number()) : site;
  }

  /** What tells pages from those of other releases; those of the past name the current one too. */
  public String pageTag() {
    return bound ? release.tag() + "-seen-" + currentNumber() : release.tag();
  }

  /** What caches may do with data: that of a past release does not change at its address. */
  public Caching data(Caching caching) {
    if (negotiated) {
      return caching.vary(Request.ACCEPT_DATETIME);
    }
    return bound ? caching.control(A_DAY) : caching;
  }

  /**
   * What the headers say of an address that every release has: the ways to its past states, and of
   * a past one when it was (RFC 7089, section 2).
   *
   * @param kept all releases that are kept
   * @param linked whether the address tells all of the question; a body that asks has no states
   */
  public Map<String, String> announced(List<Release> kept, PublicUrl site, boolean linked) {
    Map<String, String> headers = new HashMap<>();
    String address = request.address();
    Mementos mementos = new Mementos(address, kept);
    if (bound) {
      headers.put(Mementos.DATETIME, Mementos.date(release.created()));
    }
    if (linked && address.length() <= LONGEST) {
      List<String> links = bound ? mementos.links(site, release) : mementos.ways(site);
      headers.put("Link", String.join(", ", links));
      if (negotiated) {
        headers.put("Content-Location", site.absolute(mementos.path(release)));
      }
    }
    return headers;
  }

  /** A page's model with what is said above every page of the past. */
  public Map<String, Object> model(Map<String, ?> model, PublicUrl site) {
    Map<String, Object> all = new HashMap<>(model);
    if (bound) {
      int current = currentNumber();
      all.put(
          "edition",
          new EditionNote(
              release.number(),
              release.created().toString().substring(0, 10),
              current,
              current == release.number(),
              site.path(request.address()),
              site.path("/timemap" + request.address())));
    }
    return all;
  }

  /** The lease for somebody who closes it, when it is no more this edition's to close. */
  public Lease handedOver() {
    Lease lease = lease();
    leased = null;
    return lease;
  }

  @Override
  public void close() {
    Lease known = leased;
    if (known != null) {
      known.close();
    }
  }

  private int currentNumber() {
    try (Lease now = store.lease()) {
      return now.release().number();
    }
  }
}
