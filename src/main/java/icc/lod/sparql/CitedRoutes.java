package icc.lod.sparql;

import icc.lod.store.Citations;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.view.Edition;
import icc.lod.view.Editions;
import icc.lod.view.Mementos;
import icc.lod.web.Caching;
import icc.lod.web.FileAnswer;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Queries that are cited: {@code /q/{hash}/{release}} answers a kept query by one release, with the
 * same bytes as long as that is kept; {@code POST /releases/{release}/sparql/links} makes such a
 * link and has the release kept. Thread-safe.
 */
final class CitedRoutes implements Routes {
  /** Evaluates a question and sends the answer. */
  @FunctionalInterface
  interface Answering {
    void answer(Question question, Reply reply, Edition edition) throws Exception;
  }

  /** More than a release has readers; each costs a small file. */
  private static final int MOST_CITATIONS = 10_000;

  private final CurrentStore store;
  private final Editions editions;
  private final SparqlSettings settings;
  private final Pages pages;
  private final Desk desk;
  private final SavedQueries saved;
  private final QueryReader reading;
  private final KeptAnswers kept;
  private final Function<Lease, ReleaseNotes> notes;
  private final Answering answering;

  CitedRoutes(
      CurrentStore store,
      SparqlSettings settings,
      Pages pages,
      Desk desk,
      SavedQueries saved,
      QueryReader reading,
      KeptAnswers kept,
      Function<Lease, ReleaseNotes> notes,
      Answering answering) {
    this.store = store;
    this.editions = new Editions(store);
    this.settings = settings;
    this.pages = pages;
    this.desk = desk;
    this.saved = saved;
    this.reading = reading;
    this.kept = kept;
    this.notes = notes;
    this.answering = answering;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(DeskRoutes.SHORT + "{hash}/{release}", this::open);
    routes.post(Editions.ROUTE + Desk.LINKS, this::cite);
  }

  private void cite(Context ctx) throws IOException {
    Release release = editions.named(ctx.pathParam("release"));
    SparqlRequest request =
        SparqlRequest.read(ctx.req(), SparqlRequest.address(ctx.req()), settings);
    if (!reading.read(request, release.base(), Map.of()).repeatable()) {
      throw Problem.badRequest(
          "The answer to this query depends on chance or on the time (RAND, NOW, UUID, BNODE or a "
              + "function of its own), so it cannot be cited: take that out.");
    }
    if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
      throw Problem.badRequest(
          "A citation keeps the query alone: name its graphs there, by FROM and FROM NAMED.");
    }
    checkRoom(release.number());
    String hash = saved.keep(request.query());
    if (!store.past().cite(release.number(), hash)) {
      throw editions.missing(release.number());
    }
    String link = desk.citation(hash, release);
    ctx.header(Header.CACHE_CONTROL, "no-store").header(Header.VARY, Header.ACCEPT);
    ctx.header(Header.LOCATION, link);
    if (DeskRoutes.likesPages(ctx)) {
      ctx.status(303);
      return;
    }
    JsonObject answer = new JsonObject();
    answer.put("link", link);
    answer.put("release", release.number());
    DeskRoutes.send(ctx, 201, answer);
  }

  /** Whoever may cite may keep a release for good: their number is bounded, what is cited stays. */
  private void checkRoom(int release) {
    Citations citations = store.past().citations();
    if (citations.count(release) >= MOST_CITATIONS) {
      throw Problem.of(
          507,
          "No place left",
          "Release "
              + release
              + " has all the citations it can have: give the address of the query in it instead.");
    }
    if (!citations.cited(release) && citations.ofVisitors() >= settings.citedReleases()) {
      throw Problem.of(
          507,
          "No place left",
          "No more releases can be kept by citing them. Cite one of those that are kept already: "
              + citations.releases()
              + ", or ask the operator (icc releases --cite "
              + release
              + ").");
    }
  }

  private void open(Context ctx) throws Exception {
    Request asked = Request.of(ctx);
    Release release = editions.named(ctx.pathParam("release"));
    String hash = ctx.pathParam("hash");
    String text =
        saved
            .find(hash)
            .orElseThrow(() -> Problem.notFound("No query has this link: was it cut short?"));
    SparqlRequest request =
        new SparqlRequest(
            text,
            List.of(),
            List.of(),
            asked.parameter("format").orElse(""),
            settings.queryTimeout());
    SparqlQuery query = reading.read(request, release.base(), Map.of());
    Representation chosen = query.form().choose(request.format(), asked.accept());
    Visitor visitor = pages.visitor(ctx);
    if (chosen.format() == ResultFormat.PAGE) {
      page(ctx, release, text, visitor);
      return;
    }
    Question question = Question.of(request, query, chosen, visitor, release, false);
    data(ctx, question, release, new KeptAnswers.Key(release.number(), hash, chosen.format()));
  }

  private void data(Context ctx, Question question, Release release, KeptAnswers.Key key)
      throws Exception {
    ctx.header(SparqlRoutes.RELEASE_HEADER, Integer.toString(release.number()));
    ctx.header(Mementos.DATETIME, Mementos.date(release.created()));
    ctx.header(Header.LINK, "<" + sparql(release, question) + ">; rel=\"via\"");
    boolean cited = store.past().citations().has(key.release(), key.hash());
    Caching caching = question.caching().control(cited ? Caching.FOREVER : Caching.REVALIDATE);
    if (question.lasting() && caching.answered(ctx)) {
      return;
    }
    Optional<Path> file = kept.find(key);
    if (file.isPresent()) {
      send(ctx, question.told(caching), file.get());
      return;
    }
    Request within = Request.of(ctx).at("/releases/" + release.number() + SparqlRoutes.PATH);
    try (Edition edition = editions.of(within)) {
      Question told = question.told(caching);
      Reply reply = new SparqlRoutes.ContextReply(ctx, pages, told, edition);
      answering.answer(told, new KeepingReply(reply, kept, key), edition);
    }
  }

  /** Small ones are coded on the way, large ones are never read into memory. */
  private void send(Context ctx, Question question, Path file) throws IOException {
    String type = question.representation().type();
    Caching caching = question.caching();
    if (Files.size(file) <= settings.bufferBytes()) {
      caching.send(ctx, type, Files.readAllBytes(file));
    } else {
      new FileAnswer(file, Optional.empty(), type, caching.tag(), caching.control()).send(ctx);
    }
  }

  private String sparql(Release release, Question question) {
    return pages.publicUrl().inRelease(release.number()).absolute(SparqlRoutes.PATH)
        + (question.request().query().length() <= 1000
            ? "?query=" + encoded(question.request().query())
            : "");
  }

  /** People get the desk of the release with the query in it. */
  private void page(Context ctx, Release release, String query, Visitor visitor) {
    String address =
        pages.publicUrl().inRelease(release.number()).path(SparqlRoutes.PATH)
            + "?query="
            + encoded(query)
            + (visitor.byAddress() ? "&lang=" + visitor.language() : "");
    ctx.header(Header.VARY, Header.ACCEPT).header(Header.CACHE_CONTROL, Caching.REVALIDATE);
    if (address.length() <= DeskRoutes.LONGEST_ADDRESS) {
      ctx.status(303).header(Header.LOCATION, address);
      return;
    }
    Request within = Request.of(ctx).at("/releases/" + release.number() + SparqlRoutes.PATH);
    try (Edition edition = editions.of(within)) {
      Caching caching =
          Caching.of(edition.pageTag(), ctx.pathParam("hash"), visitor.key()).vary(Header.ACCEPT);
      if (!visitor.vary(caching).answered(ctx)) {
        ReleaseNotes known = notes.apply(edition.lease());
        Map<String, Object> model = desk.at(edition).written(query, known);
        pages.send(ctx, visitor, caching, Desk.TEMPLATE, edition.model(model, pages.publicUrl()));
      }
    }
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** Keeps what it sends. */
  private static final class KeepingReply implements Reply {
    private final Reply reply;
    private final KeptAnswers kept;
    private final KeptAnswers.Key key;
    private final AtomicReference<Optional<KeptAnswers.Copying>> copying =
        new AtomicReference<>(Optional.empty());

    KeepingReply(Reply reply, KeptAnswers kept, KeptAnswers.Key key) {
      this.reply = reply;
      this.kept = kept;
      this.key = key;
    }

    @Override
    public HttpServletRequest request() {
      return reply.request();
    }

    @Override
    public HttpServletResponse response() {
      return reply.response();
    }

    @Override
    public void send(byte[] body) {
      reply.send(kept.keep(key, body));
    }

    @Override
    public void page(String template, Map<String, ?> model) {
      reply.page(template, model);
    }

    @Override
    public OutputStream stream() throws IOException {
      OutputStream out = reply.stream();
      copying.set(kept.keeping(key, out));
      return copying.get().map(OutputStream.class::cast).orElse(out);
    }

    @Override
    public void breakOff() {
      reply.breakOff();
      copying.getAndSet(Optional.empty()).ifPresent(KeptAnswers.Copying::abandon);
    }
  }
}
