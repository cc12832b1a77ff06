package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.reconcile.LinkPage.Form;
import icc.lod.reconcile.LinkPage.Result;
import icc.lod.reconcile.LinkPage.Shown;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Reading;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Tables linked by people without OpenRefine ({@code /link}): pasted or uploaded, shown or given
 * back as CSV. Nothing is kept. Thread-safe.
 */
public final class LinkRoutes implements Routes {
  static final String PATH = "/link";
  private static final String CSV = "text/csv";
  private static final int SHOWN = 200;
  private static final List<String> FEATURES =
      List.of(
          "name_similarity",
          "name_exact",
          "name_sound",
          "identifier",
          "context",
          "property",
          "type",
          "alone");

  /** A table of thousands of rows keeps a core busy for seconds. */
  private final Semaphore places = new Semaphore(2);

  private final Reconciliation reconciliation;
  private final Pages pages;
  private final ReconcileSettings settings;

  public LinkRoutes(Reconciliation reconciliation, Pages pages, ReconcileSettings settings) {
    this.reconciliation = reconciliation;
    this.pages = pages;
    this.settings = settings;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::form);
    routes.post(PATH, this::link);
  }

  private void form(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    try (Lease lease = reconciliation.store().lease()) {
      Caching caching = Caching.of(lease.release().tag(), "link", origin(ctx), visitor.key());
      if (!visitor.vary(caching).answered(ctx)) {
        LinkPage page = page(ctx, visitor, lease, Form.EMPTY, "", List.of());
        pages.send(ctx, visitor, caching, "reconcile/link", Map.of("link", page));
      }
    }
  }

  private void link(Context ctx) throws IOException {
    Visitor visitor = pages.visitor(ctx);
    TableRequest request = TableRequest.read(new Upload(ctx), settings);
    if (!places.tryAcquire()) {
      throw Problem.unavailable("Other tables are being linked; send yours again soon.", 10);
    }
    try (Lease lease = reconciliation.store().lease()) {
      if (request.wantsCsv()) {
        csv(ctx, visitor, lease, request);
      } else {
        show(ctx, visitor, lease, request);
      }
    } finally {
      places.release();
    }
  }

  /** A request as {@link TableRequest} reads it. */
  record Upload(Context ctx) implements TableRequest.Source {
    @Override
    public String contentType() {
      return Optional.ofNullable(ctx.contentType()).orElse("");
    }

    @Override
    public Optional<String> parameter(String name) {
      return Optional.ofNullable(ctx.queryParam(name));
    }

    @Override
    public jakarta.servlet.http.HttpServletRequest request() {
      return ctx.req();
    }
  }

  private void csv(Context ctx, Visitor visitor, Lease lease, TableRequest request)
      throws IOException {
    StringBuilder out = new StringBuilder();
    try (TableReader table = reader(request)) {
      TableWriter writer = TableWriter.of(table, out);
      linking(visitor, lease, request).each(table, writer::write);
    } catch (TableException e) {
      throw problem(e);
    }
    ctx.header(Header.CACHE_CONTROL, "no-store");
    ctx.header("Content-Disposition", "attachment; filename=\"linked.csv\"");
    ctx.contentType(CSV + "; charset=utf-8")
        .result(out.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void show(Context ctx, Visitor visitor, Lease lease, TableRequest request)
      throws IOException {
    Form form =
        new Form(
            request.text(StandardCharsets.UTF_8),
            request.column(),
            request.country(),
            request.type());
    try (TableReader table = reader(request)) {
      List<LinkedRow> first = new ArrayList<>();
      TableLinking.Summary summary =
          linking(visitor, lease, request)
              .each(
                  table,
                  row -> {
                    if (first.size() < SHOWN) {
                      first.add(row);
                    }
                  });
      int column = request.columns().names(table.header());
      Form chosen =
          new Form(
              request.text(table.charset()),
              table.header().get(column),
              form.country(),
              form.type());
      Result result =
          new Result(
              table.header(), column, summary, shown(first, lease), summary.rows() - first.size());
      LinkPage page = page(ctx, visitor, lease, chosen, "", List.of(result));
      pages.sendProblem(
          ctx, visitor, Problem.of(200, "", ""), "reconcile/link", Map.of("link", page));
    } catch (TableException e) {
      Problem problem = problem(e);
      LinkPage page = page(ctx, visitor, lease, form, problem.detail(), List.of());
      pages.sendProblem(ctx, visitor, problem, "reconcile/link", Map.of("link", page));
    }
  }

  /** Rows are counted first: linking takes a thousand times as long. */
  private TableReader reader(TableRequest request) throws IOException {
    try (TableReader counting = TableReader.open(request.table(), request.encoding())) {
      for (int rows = 0; counting.next().isPresent(); rows++) {
        if (rows == settings.tableRows()) {
          throw TableLinking.tooMany(rows);
        }
      }
    }
    return TableReader.open(request.table(), request.encoding());
  }

  private TableLinking linking(Visitor visitor, Lease lease, TableRequest request) {
    return new TableLinking(reconciliation, lease, visitor, request.columns());
  }

  private List<Shown> shown(List<LinkedRow> rows, Lease lease) {
    List<Node> linked =
        rows.stream()
            .flatMap(row -> row.candidates().stream().limit(1))
            .map(choice -> NodeFactory.createURI(choice.iri()))
            .toList();
    Addresses addresses =
        Addresses.of(
            linked,
            reconciliation.of(lease).overview(),
            new Reading(lease.store()),
            pages.publicUrl());
    List<Shown> shown = new ArrayList<>();
    for (LinkedRow row : rows) {
      String href =
          row.candidates().stream()
              .findFirst()
              .map(choice -> addresses.link(new EntityIri(choice.iri())))
              .orElse("");
      shown.add(new Shown(shown.size() + 1, row, href));
    }
    return shown;
  }

  private LinkPage page(
      Context ctx, Visitor visitor, Lease lease, Form form, String wrong, List<Result> result) {
    Knowledge knowledge = reconciliation.of(lease);
    Naming naming = new Naming(visitor, knowledge);
    List<LinkPage.Type> types =
        knowledge.defaultTypes().stream()
            .filter(term -> !form.type().equals("*"))
            .map(
                term ->
                    new LinkPage.Type(
                        term.iri(), naming.term(term), term.iri().equals(form.type())))
            .toList();
    return new LinkPage(
        origin(ctx) + ReconcileRoutes.PATH,
        form,
        types,
        wrong,
        result,
        settings.tableBytes() >> 20,
        settings.tableRows(),
        FEATURES);
  }

  private static Problem problem(TableException e) {
    String detail = String.valueOf(e.getMessage());
    boolean large = detail.toLowerCase(Locale.ROOT).contains("more than");
    return large ? Problem.of(413, "Content too large", detail) : Problem.badRequest(detail);
  }

  private String origin(Context ctx) {
    String configured = pages.publicUrl().text();
    return configured.isEmpty() ? ctx.scheme() + "://" + ctx.host() : configured;
  }
}
