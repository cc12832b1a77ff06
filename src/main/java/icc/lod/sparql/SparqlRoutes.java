package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.store.StoreUnavailableException;
import icc.lod.view.Edition;
import icc.lod.view.Editions;
import icc.lod.view.Overviews;
import icc.lod.view.PerRelease;
import icc.lod.web.BrokenOff;
import icc.lod.web.Caching;
import icc.lod.web.Modified;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The query endpoint (SPARQL 1.1 Protocol, section 2.1; RFC 10008 for the method QUERY) and its
 * description (SPARQL 1.1 Service Description, section 2). Thread-safe.
 */
public final class SparqlRoutes implements Routes, AutoCloseable {
  /** Where the endpoint is. */
  public static final String PATH = "/sparql";

  /** The response header that names the release an answer comes from. */
  public static final String RELEASE_HEADER = "ICC-Release";

  /**
   * The response header, or trailer, that says whether the answer is whole. Of one that is sent as
   * it comes the header can only say how to know: by the proper end of the body.
   */
  static final String COMPLETE_HEADER = "ICC-Complete";

  /** The response header that names the limits an answer was made under. */
  private static final String LIMITS_HEADER = "ICC-Limits";

  /** Attribute of a request: the query that was read from it. */
  private static final String ASKED = "icc.lod.sparql.asked";

  private static final String ANY_ADDRESS = "http://localhost" + PATH;

  private static final Logger LOG = LoggerFactory.getLogger(SparqlRoutes.class);

  private final CurrentStore current;
  private final Editions editions;
  private final Overviews overviews;
  private final SparqlSettings settings;
  private final Pages pages;
  private final Answers answers;
  private final QueryReader reading = new QueryReader();
  private final Desk desk;
  private final DeskRoutes deskRoutes;
  private final CitedRoutes citedRoutes;
  private final PerRelease<ReleaseNotes> notes = new PerRelease<>(ReleaseNotes::count);

  /**
   * The endpoint of the current release.
   *
   * @param queries the folder where queries with short links are kept
   */
  public SparqlRoutes(
      CurrentStore current,
      Overviews overviews,
      SparqlSettings settings,
      Pages pages,
      Path queries) {
    this.current = current;
    this.editions = new Editions(current);
    this.overviews = overviews;
    this.settings = settings;
    this.pages = pages;
    SavedQueries saved = new SavedQueries(queries);
    this.desk = new Desk(settings, pages.publicUrl(), saved);
    this.deskRoutes =
        new DeskRoutes(current, settings, pages, desk, saved, reading, overviews::of, notes::of);
    this.answers = new Answers(settings, overviews::of);
    this.citedRoutes =
        new CitedRoutes(
            current,
            settings,
            pages,
            desk,
            saved,
            reading,
            new KeptAnswers(current.past()),
            notes::of,
            this::answer);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    for (String path : List.of(PATH, Editions.ROUTE + PATH)) {
      routes.get(path, this::handle);
      routes.post(path, this::handle);
      routes.query(path, this::handle);
    }
    deskRoutes.addTo(routes);
    citedRoutes.addTo(routes);
  }

  /**
   * Counts what the description tells of the current release, and writes it once in every syntax:
   * both take long the first time. To be called whenever the release changes, or else the next
   * visitor waits.
   *
   * @throws StoreUnavailableException when there is no release
   */
  public void prepare() {
    try (Lease lease = current.lease()) {
      ReleaseNotes known = notes.of(lease);
      for (RdfFormat syntax : RdfFormat.values()) {
        ServiceDescription.bytes(ANY_ADDRESS, known, settings, syntax);
      }
      deskRoutes.prepare(lease);
    }
  }

  /**
   * Asks the current release what is often asked, for the JVM to compile what answers it; takes
   * some seconds.
   *
   * @param wanted asked before each query
   * @return how many queries were answered
   * @throws StoreUnavailableException when there is no release
   */
  public int rehearse(BooleanSupplier wanted) {
    try (Lease lease = current.lease()) {
      return new Rehearsal(lease).run(wanted);
    }
  }

  /** The endpoint for other features. */
  public Inquiries inquiries() {
    return new Inquiries(current, settings, reading, answers, notes::of);
  }

  /** How queries ended: for the operator. */
  public Endings endings() {
    return answers.endings();
  }

  /** How many questions found their answer in memory: for the operator. */
  public Map<String, Supplier<Number>> resultLookups() {
    return answers.results().counts();
  }

  /** The queries at work, the oldest first: for the operator. */
  public List<QueryAtWork> running() {
    return answers.running().stream().map(QueryAtWork::of).toList();
  }

  /**
   * Ends a query for the operator.
   *
   * @return whether there was one of this id
   */
  public boolean end(long id) {
    Optional<RunningQuery> found =
        answers.running().stream().filter(query -> query.id() == id).findFirst();
    found.ifPresent(query -> query.stop(StopReason.OPERATOR));
    return found.isPresent();
  }

  /** Takes no more queries. */
  @Override
  public void close() {
    answers.close();
  }

  /** A dictionary of structured fields (RFC 9651, section 3.2); of rows all are given. */
  private String limits(Question question) {
    return "time="
        + seconds(question.request().timeout())
        + ", memory="
        + settings.queryMemory()
        + ", rows=?0";
  }

  /** A duration as people and the parameter {@code timeout=} write it. */
  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  private void handle(Context ctx) throws Exception {
    try {
      operate(ctx);
    } catch (Problem problem) {
      Optional<String> query = asked(ctx);
      if (query.isEmpty() || !DeskRoutes.likesPages(ctx)) {
        throw problem;
      }
      if (problem.status() >= 500) {
        LOG.warn("A query was not answered: {}", problem.detail());
      }
      deskRoutes.explain(ctx, query.get(), problem);
    }
  }

  /** The query of a request that was refused, as far as there is one. */
  private static Optional<String> asked(Context ctx) {
    Optional<String> read = Optional.ofNullable(ctx.attribute(ASKED));
    if (read.isPresent() || !ctx.method().equals(HandlerType.GET)) {
      return read;
    }
    try {
      Map<String, List<String>> values = SparqlRequest.address(ctx.req()).values();
      return values.getOrDefault("query", List.of()).stream().findFirst();
    } catch (Problem malformed) {
      return Optional.empty();
    }
  }

  private void operate(Context ctx) throws Exception {
    ctx.header("Accept-Query", RequestBody.QUERY + ", " + RequestBody.FORM);
    try (Edition edition = editions.negotiated(Request.of(ctx))) {
      ctx.header(RELEASE_HEADER, Integer.toString(edition.release().number()));
      boolean read = ctx.method().equals(HandlerType.GET);
      edition.announced(editions.kept(), pages.publicUrl(), read).forEach(ctx::header);
      Parameters address = SparqlRequest.address(ctx.req());
      ReleaseNotes known = notes.of(edition.lease());
      if (SparqlRequest.bare(ctx.req(), address)) {
        describe(ctx, address, edition, known);
        return;
      }
      Question question = question(ctx, address, edition, known);
      ctx.header(LIMITS_HEADER, limits(question));
      if (question.page()) {
        // Names need it; made now, it is not of the time that the query may take.
        overviews.of(edition.lease());
      }
      if (!question.lasting() || !question.caching().answered(ctx)) {
        answer(question, new ContextReply(ctx, pages, question, edition), edition);
      }
    }
  }

  /**
   * Answers; the edition's lease is closed when the query has really ended. What is said around a
   * page comes from the release that was current when the query began.
   */
  @SuppressWarnings("try") // the lease is held, not used
  private void answer(Question question, Reply reply, Edition edition) throws Exception {
    try (Lease around = current.lease()) {
      ReleaseNotes known = notes.of(edition.lease());
      answers.answer(question, reply, edition.handedOver(), known, desk.at(edition));
    }
  }

  private Question question(Context ctx, Parameters address, Edition edition, ReleaseNotes known)
      throws IOException {
    SparqlRequest request = SparqlRequest.read(ctx.req(), address, settings);
    ctx.attribute(ASKED, request.query());
    Release release = known.release();
    SparqlQuery query = reading.read(request, release.base(), known.prefixes());
    Representation chosen = query.form().choose(request.format(), Request.of(ctx).accept());
    boolean post = ctx.method().equals(HandlerType.POST);
    Question question = Question.of(request, query, chosen, pages.visitor(ctx), release, post);
    return question.page() ? question : question.told(edition.data(question.caching()));
  }

  /** The description for programs, the form for people. */
  private void describe(Context ctx, Parameters address, Edition edition, ReleaseNotes known) {
    Representation chosen =
        QueryForm.GRAPH.choose(SparqlRequest.format(address), Request.of(ctx).accept());
    Visitor visitor = pages.visitor(ctx);
    Desk here = desk.at(edition);
    if (chosen.format() == ResultFormat.PAGE) {
      Caching caching = Question.caching(chosen, visitor, edition.pageTag(), "form");
      if (!caching.answered(ctx)) {
        Map<String, Object> model = edition.model(here.fresh(known), pages.publicUrl());
        pages.send(ctx, visitor, caching, Desk.TEMPLATE, model);
      }
      return;
    }
    String endpoint = here.endpoint(ctx.req());
    RdfFormat syntax = chosen.format().syntax().orElseThrow();
    String tag = known.release().tag();
    Caching caching =
        edition.data(Question.caching(chosen, visitor, tag, "service", syntax.suffix(), endpoint));
    if (!caching.answered(ctx)) {
      byte[] body = ServiceDescription.bytes(endpoint, known, settings, syntax);
      caching.send(ctx, chosen.type(), body);
    }
  }

  /** The reply that Javalin sends. */
  record ContextReply(Context ctx, Pages pages, Question question, Edition edition)
      implements Reply {
    @Override
    public HttpServletRequest request() {
      return ctx.req();
    }

    @Override
    public HttpServletResponse response() {
      return ctx.res();
    }

    @Override
    public void send(byte[] body) {
      ctx.header(COMPLETE_HEADER, "true");
      question.caching().send(ctx, question.representation().type(), body);
      forget();
    }

    @Override
    public void page(String template, Map<String, ?> model) {
      Map<String, Object> all = edition.model(model, pages.publicUrl());
      if (!question.lasting()) {
        Modified.unknown(ctx);
      }
      pages.send(ctx, question.visitor(), question.caching(), template, all);
      forget();
    }

    @Override
    public OutputStream stream() throws IOException {
      ctx.header(COMPLETE_HEADER, "at-end");
      if (Objects.toString(ctx.header("TE"), "").contains("trailers")
          && ctx.protocol().equals("HTTP/1.1")) {
        // RFC 9110, section 6.5.1: for those who say that they read trailers.
        ctx.header("Trailer", COMPLETE_HEADER);
        ctx.res().setTrailerFields(() -> Map.of(COMPLETE_HEADER, "true"));
      }
      OutputStream body = question.caching().open(ctx, question.representation().type());
      forget();
      return body;
    }

    @Override
    public void breakOff() {
      BrokenOff.now(ctx.req());
    }

    /** Takes back what was said to caches when the answer is not for them. */
    private void forget() {
      if (!question.lasting()) {
        ctx.res().setHeader(Header.ETAG, null);
        ctx.res().setHeader(Header.LAST_MODIFIED, null);
        ctx.header(Header.CACHE_CONTROL, "no-store");
      }
    }
  }
}
