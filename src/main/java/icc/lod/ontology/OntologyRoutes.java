package icc.lod.ontology;

import icc.lod.ontology.OntologyPage.Paging;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Labels;
import icc.lod.view.Overviews;
import icc.lod.view.RdfDocument;
import icc.lod.view.Reading;
import icc.lod.view.Representation;
import icc.lod.view.Vocabulary;
import icc.lod.view.Vocabulary.Term;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** The vocabulary at {@code /ontology} and the shapes at {@code /shapes}, in every form. */
public final class OntologyRoutes implements Routes {
  private static final int LONGEST_SEARCH = 200;

  private final CurrentStore store;
  private final Documentations documentations;
  private final Pages pages;

  /** Documents about the vocabulary of the current release of a store. */
  public OntologyRoutes(CurrentStore store, Overviews overviews, Pages pages) {
    this.store = store;
    this.documentations = new Documentations(store, overviews, pages.publicUrl());
    this.pages = pages;
  }

  /** Reads the vocabulary of the current release, so that no visitor waits for it. */
  public void prepare() {
    documentations.prepare();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(Vocabulary.PAGE, this::ontology);
    routes.get(Vocabulary.SHAPES, this::shapes);
    for (Representation form : Representation.all()) {
      routes.get(Vocabulary.PAGE + "." + form.suffix(), this::ontology);
      routes.get(Vocabulary.SHAPES + "." + form.suffix(), this::shapes);
    }
  }

  private void ontology(Context ctx) {
    Request request = Request.of(ctx);
    Visitor visitor = pages.visitor(ctx);
    DocumentForm form = DocumentForm.of(request, Vocabulary.PAGE);
    try (Lease lease = store.lease()) {
      Caching caching = form.caching(request, lease.release().tag(), visitor, pages.publicUrl());
      if (caching.answered(ctx)) {
        return;
      }
      Documentation documentation = documentations.of(lease);
      boolean defined = VocabularyGraph.exists(documentation);
      if (form.rdf().isPresent()) {
        require(defined, form, "The release defines no vocabulary of its own.");
        send(ctx, form, caching, lease, VocabularyGraph.read(documentation, lease));
        return;
      }
      OntologyPages telling = new OntologyPages(documentation, speech(documentation, visitor));
      String search = search(request);
      List<Term> found = telling.found(search);
      Paging paging = paging(request, found.size(), search, visitor);
      List<Term> shown =
          found.subList(
              (paging.page() - 1) * Vocabulary.ON_A_PAGE,
              Math.min(found.size(), paging.page() * Vocabulary.ON_A_PAGE));
      OntologyPage page =
          telling.page(
              shown,
              search,
              paging,
              form.forms(pages.publicUrl(), defined),
              pages.publicUrl().absolute(Vocabulary.PAGE));
      ctx.header(Header.LINK, form.links(pages.publicUrl(), defined));
      pages.send(ctx, visitor, caching, "ontology/ontology", Map.of("ontology", page));
    }
  }

  private void shapes(Context ctx) {
    Request request = Request.of(ctx);
    Visitor visitor = pages.visitor(ctx);
    DocumentForm form = DocumentForm.of(request, Vocabulary.SHAPES);
    try (Lease lease = store.lease()) {
      Caching caching = form.caching(request, lease.release().tag(), visitor, pages.publicUrl());
      if (caching.answered(ctx)) {
        return;
      }
      Documentation documentation = documentations.of(lease);
      if (documentation.shapes().isEmpty()) {
        throw Problem.notFound("The release has no shapes: nobody has written rules for its data.");
      }
      if (form.rdf().isPresent()) {
        send(ctx, form, caching, lease, documentation.shapes().statements());
        return;
      }
      ShapesPage page =
          new ShapesPages(documentation, speech(documentation, visitor))
              .page(
                  form.forms(pages.publicUrl(), true),
                  pages.publicUrl().absolute(Vocabulary.SHAPES));
      ctx.header(Header.LINK, form.links(pages.publicUrl(), true));
      pages.send(ctx, visitor, caching, "ontology/shapes", Map.of("shapes", page));
    }
  }

  private Speech speech(Documentation documentation, Visitor visitor) {
    Labels labels = new Labels(visitor);
    labels.learn(documentation.names());
    return new Speech(pages, visitor, labels, documentation.addresses());
  }

  /** What does not exist is not acceptable, or not found, depending on how it was asked for. */
  private static void require(boolean exists, DocumentForm form, String sentence) {
    if (!exists) {
      throw form.byAccept()
          ? Problem.notAcceptable(List.of("text/html"))
          : Problem.notFound(sentence);
    }
  }

  private void send(
      Context ctx, DocumentForm form, Caching caching, Lease lease, List<Triple> statements) {
    Representation.Rdf rdf = form.rdf().orElseThrow();
    Graph graph = GraphFactory.createDefaultGraph();
    statements.forEach(graph::add);
    byte[] body = RdfDocument.write(graph, new Reading(lease.store()).prefixes(), rdf.format());
    ctx.header(Header.LINK, form.links(pages.publicUrl(), true));
    String type = rdf.mediaType();
    caching.send(ctx, type.startsWith("text/") ? type + "; charset=utf-8" : type, body);
  }

  private static String search(Request request) {
    String search = request.parameter("q").orElse("").strip();
    if (search.length() > LONGEST_SEARCH) {
      throw Problem.badRequest("Search for at most " + LONGEST_SEARCH + " characters.");
    }
    return search;
  }

  private Paging paging(Request request, int terms, String search, Visitor visitor) {
    int last = Math.max(1, (terms + Vocabulary.ON_A_PAGE - 1) / Vocabulary.ON_A_PAGE);
    String asked = request.parameter("page").orElse("1");
    if (!asked.matches("[1-9]\\d*")) {
      throw Problem.badRequest("A page is a number from 1 to " + last + ".");
    }
    if (asked.length() > 6 || Integer.parseInt(asked) > last) {
      throw Problem.notFound("There is no page " + asked + ": the last one is " + last + ".");
    }
    int page = Integer.parseInt(asked);
    String rest =
        (search.isEmpty() ? "" : "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8))
            + (visitor.byHeader() ? "" : "&lang=" + visitor.language());
    String start = pages.publicUrl().path(Vocabulary.PAGE + "?page=");
    return new Paging(
        page,
        last,
        page > 1 ? start + (page - 1) + rest : "",
        page < last ? start + (page + 1) + rest : "");
  }
}
