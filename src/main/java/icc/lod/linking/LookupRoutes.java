package icc.lod.linking;

import icc.lod.store.Lease;
import icc.lod.view.Reading;
import icc.lod.web.Caching;
import icc.lod.web.Nearest;
import icc.lod.web.Pages;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** The lookup by identifiers at {@code /lookup}. Thread-safe. */
public final class LookupRoutes implements Routes {
  static final String PATH = "/lookup";

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Lookup lookup;
  private final Nearest nearest;
  private final Pages pages;

  /**
   * A lookup in the current release.
   *
   * @param nearest finds names that are near to a text
   */
  public LookupRoutes(Lookup lookup, Nearest nearest, Pages pages) {
    this.lookup = lookup;
    this.nearest = nearest;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, ctx -> answer(ctx, LookupRequest.of(Request.of(ctx))));
    routes.post(PATH, ctx -> answer(ctx, posted(ctx)));
  }

  private static LookupRequest posted(Context ctx) throws IOException {
    String type =
        String.valueOf(ctx.contentType()).toLowerCase(Locale.ROOT).replaceAll(";.*", "").strip();
    byte[] body = ctx.req().getInputStream().readNBytes(LookupRequest.MOST_BYTES + 1);
    if (body.length > LookupRequest.MOST_BYTES) {
      throw Problem.of(413, "Too large", "The body may have a million bytes.");
    }
    String text = new String(body, StandardCharsets.UTF_8);
    return switch (type) {
      case FORM -> LookupRequest.of(Request.of(ctx), fields(text));
      case "text/plain" -> LookupRequest.of(Request.of(ctx), text, false);
      case "application/json" -> LookupRequest.of(Request.of(ctx), text, true);
      default ->
          throw Problem.of(
              415,
              "Unsupported media type",
              "Send uri fields as "
                  + FORM
                  + ", lines as text/plain, or a list as application/json.");
    };
  }

  private static Map<String, List<String>> fields(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = Math.max(pair.indexOf('='), 0);
        String value = equals == 0 ? "" : pair.substring(equals + 1);
        fields
            .computeIfAbsent(
                decoded(equals == 0 ? pair : pair.substring(0, equals)), n -> new ArrayList<>())
            .add(decoded(value));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("The form is not well coded: " + e.getMessage());
    }
  }

  private void answer(Context ctx, LookupRequest request) {
    LinkForm.Chosen chosen = LinkForm.of(Request.of(ctx), LinkForm.OF_LOOKUP);
    LinkForm form = chosen.form();
    Visitor visitor = pages.visitor(ctx);
    if (request.asked().isEmpty() && form != LinkForm.HTML) {
      throw Problem.badRequest(
          "Say which identifier: /lookup?uri=Q36036, an IRI of others, a code, or one of ours;"
              + " uri may be given up to "
              + Lookup.MOST
              + " times.");
    }
    try (Lease lease = lookup.links().store().lease()) {
      Caching caching = caching(lease, request, chosen, visitor, origin(ctx));
      boolean get = ctx.method().name().equals("GET");
      if (get && caching.answered(ctx)) {
        return;
      }
      List<Answer> answers = lookup.find(request.asked(), lease, visitor, origin(ctx));
      boolean unknown = !request.list() && answers.size() == 1 && answers.get(0).total() == 0;
      if (unknown) {
        unknown(ctx, answers.get(0), form, visitor);
      } else {
        send(ctx, lease, request, answers, form, visitor, caching);
      }
    }
  }

  private void send(
      Context ctx,
      Lease lease,
      LookupRequest request,
      List<Answer> answers,
      LinkForm form,
      Visitor visitor,
      Caching caching) {
    if (form == LinkForm.HTML) {
      pages.send(ctx, visitor, caching, "linking/lookup", Map.of("lookup", page(request, answers)));
      return;
    }
    caching.send(
        ctx,
        form.contentType(),
        switch (form) {
          case JSON -> LookupDocuments.json(answers, request.list(), absolute(ctx));
          case CSV -> LookupDocuments.csv(answers);
          default ->
              LookupDocuments.rdf(
                  statements(answers, lease, visitor),
                  new Reading(lease.store()).prefixes(),
                  form.syntax().orElseThrow());
        });
  }

  private List<Triple> statements(List<Answer> answers, Lease lease, Visitor visitor) {
    var nodes =
        answers.stream()
            .flatMap(answer -> answer.matches().stream())
            .map(match -> NodeFactory.createURI(match.iri()))
            .distinct()
            .toList();
    Described described =
        Described.of(nodes, lookup.links().of(lease).terms(), new Reading(lease.store()), visitor);
    return nodes.stream().flatMap(node -> described.statements(node).stream()).toList();
  }

  /** 404 with what is near: by code, else by name. */
  private void unknown(Context ctx, Answer answer, LinkForm form, Visitor visitor) {
    List<Nearest.Name> names =
        answer.nearest().isEmpty() ? nearest.to(words(answer.asked()), visitor) : List.of();
    Problem problem =
        Problem.notFound(
                "Nothing in this release is known by the identifier '" + shown(answer) + "'.")
            .with(
                "nearest",
                Stream.concat(
                        answer.nearest().stream()
                            .map(m -> m.label().value() + " (" + m.by() + ") <" + m.iri() + ">"),
                        names.stream().map(n -> n.text() + " " + n.href()))
                    .toList());
    if (form != LinkForm.HTML) {
      throw problem;
    }
    LookupPage page = page(new LookupRequest(List.of(answer.asked()), false), List.of(answer));
    pages.sendProblem(
        ctx, visitor, problem, "linking/lookup", Map.of("lookup", page, "names", names));
  }

  private static String shown(Answer answer) {
    String text = answer.asked();
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }

  /** The last part of an address may be a name. */
  private static String words(String asked) {
    String tail = asked.replaceAll("[/#?]+$", "").replaceAll("^.*[/#=:]", "");
    String words = tail.replaceAll("\\.[a-z]{2,5}$", "").replaceAll("[_+%-]+", " ");
    return words.length() <= 100 ? words : words.substring(0, 100);
  }

  private LookupPage page(LookupRequest request, List<Answer> answers) {
    String query =
        String.join(
            "&",
            request.asked().stream()
                .map(text -> "uri=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .toList());
    List<LookupPage.Form> forms =
        answers.isEmpty() || query.length() > 2_000
            ? List.of()
            : LinkForm.OF_LOOKUP.stream()
                .filter(form -> form != LinkForm.HTML)
                .map(
                    form ->
                        new LookupPage.Form(
                            pages.publicUrl().path(PATH) + "?" + query + "&format=" + form.suffix(),
                            form.title(),
                            form.mediaType()))
                .toList();
    return new LookupPage(String.join("\n", request.asked()), answers, forms);
  }

  private static Caching caching(
      Lease lease, LookupRequest request, LinkForm.Chosen chosen, Visitor visitor, String origin) {
    String asked = Integer.toHexString((origin + request).hashCode());
    Caching caching =
        Caching.of(
            lease.release().tag(),
            "lookup",
            asked,
            chosen.form().suffix(),
            chosen.form().syntax().isPresent() ? "" : visitor.key());
    caching = chosen.byAccept() ? caching.vary(Header.ACCEPT) : caching;
    return chosen.form().syntax().isPresent() ? caching : visitor.vary(caching);
  }

  /** Where the pages of matches are, before their paths. */
  private String absolute(Context ctx) {
    String prefix = pages.publicUrl().prefix();
    String origin = origin(ctx);
    return origin.substring(0, origin.length() - prefix.length());
  }

  private String origin(Context ctx) {
    return pages.publicUrl().whole(ctx.scheme() + "://" + ctx.host());
  }
}
