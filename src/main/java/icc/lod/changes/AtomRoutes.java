package icc.lod.changes;

import icc.lod.changes.Summary.Counts;
import icc.lod.store.Lease;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;

/** The releases that changed something, as a feed for readers of news (RFC 4287). */
final class AtomRoutes implements Routes {
  static final String PATH = "/feed.atom";
  static final String MEDIA_TYPE = "application/atom+xml";

  private static final int MOST = 50;

  /** So many things are named; more are counted. */
  private static final int MOST_NAMED = 20;

  private final Changes changes;
  private final Pages pages;

  AtomRoutes(Changes changes) {
    this.changes = changes;
    this.pages = changes.pages();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::feed);
  }

  private void feed(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    try (Lease lease = changes.lease()) {
      String origin = changes.origin(ctx.scheme() + "://" + ctx.host());
      Caching caching =
          Caching.of(
              lease.release().tag(), "atom", visitor.key(), Integer.toHexString(origin.hashCode()));
      Caching told = visitor.vary(caching);
      if (!told.answered(ctx)) {
        ctx.header(Header.CONTENT_LANGUAGE, visitor.language());
        byte[] body = xml(lease, visitor, origin).getBytes(StandardCharsets.UTF_8);
        told.send(ctx, MEDIA_TYPE + "; charset=utf-8", body);
      }
    }
  }

  private String xml(Lease lease, Visitor visitor, String origin) {
    Log log = changes.log(lease);
    Names names = Names.of(lease.release().base());
    List<Summary> latest = log.changing().reversed().stream().limit(MOST).toList();
    String site = pages.siteName(visitor);
    String title = pages.text(visitor, "changes.atom.title", site);
    String updated =
        latest.isEmpty()
            ? lease.release().created().toString()
            : latest.get(0).instant().toString();
    StringBuilder xml = new StringBuilder(2_000);
    xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"");
    xml.append("http://www.w3.org/2005/Atom\" xml:lang=\"").append(visitor.language());
    xml.append("\">\n").append(element("id", names.root() + ReleaseRoutes.PATH));
    xml.append(element("title", title)).append(element("updated", updated));
    xml.append("<author>").append(element("name", site)).append("</author>\n");
    xml.append(link("self", MEDIA_TYPE, origin + PATH + "?lang=" + visitor.language()));
    xml.append(link("alternate", "text/html", origin + ReleaseRoutes.PATH));
    for (Summary release : latest) {
      xml.append(entry(lease, log, release, new Place(visitor, origin, names)));
    }
    return xml.append("</feed>\n").toString();
  }

  /** For whom and where. */
  private record Place(Visitor visitor, String origin, Names names) {}

  private String entry(Lease lease, Log log, Summary release, Place place) {
    Node name = place.names().release(release.number());
    String address = place.origin() + ReleaseRoutes.PATH + "/" + release.number();
    String title = pages.text(place.visitor(), "changes.release.title", release.number());
    return "<entry>\n"
        + element("id", name.getURI())
        + element("title", title)
        + element("updated", release.instant().toString())
        + element("published", release.instant().toString())
        + link("alternate", "text/html", address)
        + "<content type=\"html\">"
        + escaped(content(lease, log, release, place))
        + "</content>\n</entry>\n";
  }

  private String content(Lease lease, Log log, Summary release, Place place) {
    Counts counts = release.counts();
    String all =
        pages.text(
            place.visitor(),
            "changes.atom.counts",
            counts.created(),
            counts.changed(),
            counts.deleted());
    List<String> items = new ArrayList<>();
    if (counts.total() <= MOST_NAMED) {
      List<ChangeViews.Difference> members =
          log.block(release, 1).stream()
              .map(member -> ChangeViews.difference(log, member, release))
              .toList();
      for (ChangeView view : new ChangeViews(changes, lease, place.visitor()).views(members)) {
        String action = pages.text(place.visitor(), "changes.action." + view.action());
        items.add(
            "<a href=\"%s\">%s</a>: %s"
                .formatted(
                    escaped(absolute(place.origin(), view.entity().href())),
                    escaped(view.entity().text().value()),
                    escaped(action)));
      }
    }
    return "<p>"
        + escaped(all)
        + "</p>"
        + (items.isEmpty() ? "" : "<ul><li>" + String.join("</li><li>", items) + "</li></ul>");
  }

  /** Paths of pages begin with the public prefix, which the origin ends in. */
  private String absolute(String origin, String href) {
    String prefix = pages.publicUrl().prefix();
    return href.startsWith("/") ? origin + href.substring(prefix.length()) : href;
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
  }

  private static String link(String relation, String type, String address) {
    return "<link rel=\"%s\" type=\"%s\" href=\"%s\"/>\n"
        .formatted(relation, type, escaped(address));
  }

  /** Text of XML; what XML has no form for is left out. */
  private static String escaped(String text) {
    return text.replaceAll(
            "[^\\x09\\x0a\\x0d\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
