package icc.lod.changes;

import icc.lod.rdf.Digests;
import icc.lod.rdf.RdfFormat;
import icc.lod.statements.SortedGraph;
import icc.lod.store.Lease;
import icc.lod.web.Caching;
import icc.lod.web.Modified;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/**
 * The change feed: a Linked Data Event Stream at {@code /ldes}, its pages below. All but the first
 * never change.
 */
final class FeedRoutes implements Routes {
  private static final List<RdfFormat> GRAPHS =
      List.of(
          RdfFormat.TURTLE,
          RdfFormat.TRIG,
          RdfFormat.JSON_LD,
          RdfFormat.N_TRIPLES,
          RdfFormat.N_QUADS,
          RdfFormat.RDF_XML);

  private static final List<RdfFormat> RELATIVE =
      List.of(RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.JSON_LD);

  private final Changes changes;
  private final Pages pages;

  FeedRoutes(Changes changes) {
    this.changes = changes;
    this.pages = changes.pages();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(FeedAddress.ROOT, this::root);
    routes.get(FeedAddress.ROOT + "/{part}", this::part);
    routes.get(FeedAddress.ROOT + "/{release}/{page}", this::page);
  }

  private void root(Context ctx) {
    Request request = Request.of(ctx);
    Asked asked = Asked.of(request, GRAPHS, true);
    try (Lease lease = changes.lease()) {
      if (asked.html()) {
        about(ctx, lease, asked);
        return;
      }
      RdfFormat format = asked.syntax();
      FeedNodes nodes = nodes(ctx, lease, FeedAddress.ROOT, format);
      byte[] body =
          changes.kept(
              lease,
              String.join(" ", "root", format.name(), origin(ctx, format)),
              () -> SortedGraph.write(nodes.root(), format));
      ctx.header(Header.LINK, links());
      asked.caching(Caching.of("ldes", digest(body))).send(ctx, type(format), body);
    }
  }

  private void about(Context ctx, Lease lease, Asked asked) {
    Visitor visitor = pages.visitor(ctx);
    Set<Integer> there = changes.numbers();
    Modified.unknown(ctx);
    String those = Integer.toHexString(there.hashCode());
    Caching caching =
        asked.caching(Caching.of(lease.release().tag(), "ldes", those, visitor.key()));
    if (visitor.vary(caching).answered(ctx)) {
      return;
    }
    Log log = changes.log(lease);
    ReleaseList list = ReleaseList.of(log.changing(), there, 1, pages, visitor);
    ctx.header(Header.LINK, links());
    pages.send(
        ctx,
        visitor,
        caching,
        "changes/feed",
        Map.of(
            "list",
            list,
            "feed",
            changes.origin(ctx.scheme() + "://" + ctx.host()) + FeedAddress.ROOT,
            "forms",
            ReleasePage.Form.all(GRAPHS, pages.publicUrl().path(FeedAddress.ROOT) + "?")));
  }

  private String links() {
    String atom = pages.publicUrl().absolute(AtomRoutes.PATH);
    return "<" + atom + ">; rel=\"alternate\"; type=\"" + AtomRoutes.MEDIA_TYPE + "\"";
  }

  /** A release, or a list of a hundred. */
  private void part(Context ctx) {
    String part = ctx.pathParam("part");
    if (part.matches("\\d{1,7}01-\\d{1,7}00|1-100")) {
      hundred(ctx, part);
    } else {
      members(ctx, part, "1");
    }
  }

  private void page(Context ctx) {
    String page = ctx.pathParam("page");
    if (page.equals("1")) {
      // It has an address already, and two would be two pages.
      throw none();
    }
    members(ctx, ctx.pathParam("release"), page);
  }

  private void hundred(Context ctx, String part) {
    int first = Integer.parseInt(part.substring(0, part.indexOf('-')));
    int hundred = first / FeedNodes.HUNDRED;
    String path = FeedAddress.hundred(hundred);
    Asked asked = Asked.of(Request.of(ctx), GRAPHS, false);
    try (Lease lease = changes.lease()) {
      Log log = changes.log(lease);
      int last = log.releases().isEmpty() ? 0 : log.releases().getLast().number();
      if (!path.equals(ctx.path()) || !FeedNodes.isFull(hundred, last)) {
        throw none();
      }
      RdfFormat format = asked.syntax();
      immutable(
          ctx,
          asked,
          path,
          log.releases().get(0).instant(),
          () -> {
            Graph graph = nodes(ctx, lease, path, format).hundred(hundred);
            return SortedGraph.write(graph, format);
          });
    }
  }

  private void members(Context ctx, String release, String page) {
    Asked asked = Asked.of(Request.of(ctx), FeedSyntax.ALL, false);
    if (!release.matches("[1-9]\\d{0,8}") || !page.matches("[1-9]\\d{0,8}")) {
      throw none();
    }
    int wanted = Integer.parseInt(page);
    String path = FeedAddress.page(Integer.parseInt(release), wanted);
    try (Lease lease = changes.lease()) {
      Log log = changes.log(lease);
      Summary summary =
          log.release(Integer.parseInt(release))
              .filter(known -> known.pages().size() >= wanted)
              .orElseThrow(FeedRoutes::none);
      RdfFormat format = asked.syntax();
      immutable(
          ctx,
          asked,
          path,
          summary.instant(),
          () -> {
            FeedNodes nodes = nodes(ctx, lease, path, format);
            FeedPage made = new FeedPage(log, nodes, changes.reasons());
            return FeedSyntax.write(made.quads(summary, wanted), format);
          });
    }
  }

  /** What never changes is told from others by its address, its form and when it was made. */
  private void immutable(
      Context ctx, Asked asked, String path, Instant since, Supplier<byte[]> body) {
    RdfFormat format = asked.syntax();
    String tag = digest((path + since + origin(ctx, format)).getBytes(StandardCharsets.UTF_8));
    Caching caching =
        asked.caching(Caching.of("ldes", tag, format.suffix())).control(Caching.FOREVER);
    if (!caching.answered(ctx)) {
      caching.send(ctx, type(format), body.get());
    }
  }

  private static Problem none() {
    return Problem.notFound("The feed has no such page: begin at " + FeedAddress.ROOT + ".");
  }

  private FeedNodes nodes(Context ctx, Lease lease, String from, RdfFormat format) {
    String origin = origin(ctx, format);
    return new FeedNodes(
        changes.log(lease),
        Names.of(lease.release().base()),
        to -> origin.isEmpty() ? relative(from, to) : origin + to,
        (language, key) -> pages.text(language, key),
        pages.languages());
  }

  /** Where relative IRIs can be written they are: such a page is the same at every address. */
  private String origin(Context ctx, RdfFormat format) {
    return RELATIVE.contains(format) ? "" : changes.origin(ctx.scheme() + "://" + ctx.host());
  }

  private static String relative(String from, String to) {
    return from.equals(to) ? "" : to.substring(from.lastIndexOf('/') + 1);
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes), 0, 12);
  }

  private static String type(RdfFormat format) {
    return format.mediaType() + (format.mediaType().startsWith("text/") ? "; charset=utf-8" : "");
  }

  /**
   * In what form something is asked for.
   *
   * @param format empty for the page for people
   * @param byAccept whether the Accept field chose it
   */
  record Asked(Optional<RdfFormat> format, boolean byAccept) {
    /**
     * Reads a request.
     *
     * @throws Problem 400 for an unknown format, 406 when the client takes nothing that exists
     */
    static Asked of(Request request, List<RdfFormat> syntaxes, boolean html) {
      Optional<String> named = request.parameter("format");
      if (named.isPresent()) {
        List<String> known = new ArrayList<>(syntaxes.stream().map(RdfFormat::suffix).toList());
        if (html) {
          known.add(0, "html");
        }
        if (html && Arrays.asList("html", "text/html").contains(named.get())) {
          return new Asked(Optional.empty(), false);
        }
        return RdfFormat.bySuffix(named.get())
            .or(() -> RdfFormat.byMediaType(named.get()))
            .filter(syntaxes::contains)
            .map(format -> new Asked(Optional.of(format), false))
            .orElseThrow(
                () ->
                    Problem.badRequest(
                            "There is no format '" + named.get() + "' here: use one of " + known)
                        .with("available", known));
      }
      List<Offer<Optional<RdfFormat>>> offers = offers(syntaxes, html);
      return Negotiation.best(request.accept(), offers)
          .map(format -> new Asked(format, true))
          .orElseThrow(
              () ->
                  Problem.notAcceptable(offers.stream().map(Offer::mediaType).distinct().toList()));
    }

    private static List<Offer<Optional<RdfFormat>>> offers(List<RdfFormat> syntaxes, boolean html) {
      List<Offer<Optional<RdfFormat>>> offers = new ArrayList<>();
      if (html) {
        offers.add(new Offer<>("text/html", Optional.empty()));
        offers.add(new Offer<>("application/xhtml+xml", Optional.empty()));
      }
      for (RdfFormat format : syntaxes) {
        offers.add(new Offer<>(format.mediaType(), Optional.of(format)));
        format.aliases().forEach(alias -> offers.add(new Offer<>(alias, Optional.of(format))));
      }
      return offers;
    }

    boolean html() {
      return format.isEmpty();
    }

    RdfFormat syntax() {
      return format.orElseThrow();
    }

    Caching caching(Caching caching) {
      return byAccept ? caching.vary(Header.ACCEPT) : caching;
    }
  }
}
