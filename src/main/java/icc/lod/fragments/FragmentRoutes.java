package icc.lod.fragments;

import icc.lod.rdf.RdfFormat;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.web.Caching;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;

/** Fragments of the current release at {@code /fragments}. Thread-safe. */
public final class FragmentRoutes implements Routes {
  static final String PATH = "/fragments";

  private static final String HTML = "html";

  /** Syntaxes with graphs first: they keep what is asked for and what is said of it apart. */
  private static final List<RdfFormat> FORMATS =
      List.of(
          RdfFormat.TRIG,
          RdfFormat.N_QUADS,
          RdfFormat.JSON_LD,
          RdfFormat.TURTLE,
          RdfFormat.N_TRIPLES,
          RdfFormat.RDF_XML);

  private final CurrentStore store;
  private final Overviews overviews;
  private final Pages pages;
  private final FragmentCounts counts = new FragmentCounts();

  /** Fragments of the current release of a store. */
  public FragmentRoutes(CurrentStore store, Overviews overviews, Pages pages) {
    this.store = store;
    this.overviews = overviews;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::fragment);
  }

  /** A form: a suffix of a syntax or of the page, and whether the Accept field chose it. */
  private record Form(String suffix, boolean byAccept) {
    Optional<RdfFormat> syntax() {
      return RdfFormat.bySuffix(suffix);
    }
  }

  private void fragment(Context ctx) {
    Request asked = Request.of(ctx);
    FragmentRequest request = FragmentRequest.of(asked);
    Form form = form(asked);
    Visitor visitor = pages.visitor(ctx);
    String base = origin(ctx) + PATH;
    try (Lease lease = store.lease()) {
      Caching caching = caching(lease, base + "?" + asked.query(), form, visitor);
      if (caching.answered(ctx)) {
        return;
      }
      Fragment fragment = Fragment.read(request, counts.of(request, lease), lease);
      links(ctx, fragment, base);
      if (form.syntax().isEmpty()) {
        FragmentPage page =
            new FragmentPages(overviews.of(lease), new Reading(lease.store()), pages, visitor)
                .page(fragment);
        pages.send(ctx, visitor, caching, "fragments/fragments", Map.of("fragment", page));
        return;
      }
      RdfFormat syntax = form.syntax().get();
      String address = base + (asked.query().isEmpty() ? "" : "?" + iri(asked.query()));
      Graph controls = FragmentControls.of(fragment, base, address);
      Map<String, String> prefixes = new Reading(lease.store()).prefixes();
      byte[] body =
          FragmentDocument.write(
              fragment, controls, FragmentControls.graph(address), prefixes, syntax);
      String charset = syntax.mediaType().startsWith("text/") ? "; charset=utf-8" : "";
      caching.send(ctx, syntax.mediaType() + charset, body);
    }
  }

  private static Form form(Request request) {
    List<String> suffixes = new ArrayList<>(FORMATS.stream().map(RdfFormat::suffix).toList());
    suffixes.add(HTML);
    Optional<String> named = request.parameter("format").filter(text -> !text.isBlank());
    if (named.isPresent()) {
      String wanted = named.get().strip().toLowerCase(Locale.ROOT);
      String suffix = RdfFormat.byMediaType(wanted).map(RdfFormat::suffix).orElse(wanted);
      if (!suffixes.contains(suffix)) {
        throw Problem.badRequest("There is no format '" + named.get() + "': use one of " + suffixes)
            .with("available", suffixes);
      }
      return new Form(suffix, false);
    }
    List<Offer<String>> offers = new ArrayList<>();
    for (RdfFormat format : FORMATS) {
      offers.add(new Offer<>(format.mediaType(), format.suffix()));
      format.aliases().forEach(alias -> offers.add(new Offer<>(alias, format.suffix())));
    }
    offers.add(new Offer<>("text/html", HTML));
    offers.add(new Offer<>("application/xhtml+xml", HTML));
    return Negotiation.best(request.accept(), offers)
        .map(suffix -> new Form(suffix, true))
        .orElseThrow(
            () -> Problem.notAcceptable(offers.stream().map(Offer::mediaType).distinct().toList()));
  }

  private static Caching caching(Lease lease, String address, Form form, Visitor visitor) {
    boolean page = form.syntax().isEmpty();
    Caching caching =
        Caching.of(
            lease.release().tag(),
            Integer.toHexString(address.hashCode()),
            form.suffix(),
            page ? visitor.key() : "");
    caching = form.byAccept() ? caching.vary(Header.ACCEPT) : caching;
    return page ? visitor.vary(caching) : caching;
  }

  /** The pages beside it and its other forms (RFC 8288). */
  private static void links(Context ctx, Fragment fragment, String base) {
    FragmentRequest request = fragment.request();
    long last = FragmentRequest.pages(fragment.total());
    List<String> links = new ArrayList<>();
    links.add(link(base, request.page(1), "first"));
    if (request.page() > 1) {
      links.add(link(base, request.page(request.page() - 1), "prev"));
    }
    if (request.page() < last) {
      links.add(link(base, request.page(request.page() + 1), "next"));
    }
    String query = request.query();
    links.addAll(
        Arrays.stream(RdfFormat.values())
            .map(
                format ->
                    "<%s?%s%sformat=%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(
                            base,
                            query,
                            query.isEmpty() ? "" : "&",
                            format.suffix(),
                            format.mediaType()))
            .collect(Collectors.toList()));
    ctx.header(Header.LINK, String.join(", ", links));
  }

  private static String link(String base, FragmentRequest request, String relation) {
    String query = request.query();
    return "<" + base + (query.isEmpty() ? "" : "?" + query) + ">; rel=\"" + relation + '"';
  }

  /** Documents name each other by whole addresses: the one asked for, where none is configured. */
  private String origin(Context ctx) {
    return pages.publicUrl().whole(ctx.scheme() + "://" + ctx.host());
  }

  /** A query string as it was sent, but for what no IRI may have in it. */
  private static String iri(String query) {
    StringBuilder iri = new StringBuilder();
    for (int i = 0; i < query.length(); i++) {
      char c = query.charAt(i);
      if (c <= 0x20 || c >= 0x7f || "<>\"{}|\\^`".indexOf(c) >= 0) {
        iri.append("%%%02X".formatted((int) c & 0xff));
      } else {
        iri.append(c);
      }
    }
    return iri.toString();
  }
}
