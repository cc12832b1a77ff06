package icc.lod.examples;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Literals;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.view.Text;
import icc.lod.web.Caching;
import icc.lod.web.Pages;
import icc.lod.web.Preview;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import icc.lod.web.Routes;
import icc.lod.web.Visitor;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The examples: {@code /examples}, and each at {@code /examples/} and its slug. */
public final class ExampleRoutes implements Routes {
  static final String PATH = "/examples";

  private final CurrentStore store;
  private final Overviews overviews;
  private final Examples examples;
  private final Pages pages;

  /** Pages and data of the examples of the current release of a store. */
  public ExampleRoutes(CurrentStore store, Overviews overviews, Examples examples, Pages pages) {
    this.store = store;
    this.overviews = overviews;
    this.examples = examples;
    this.pages = pages;
  }

  /** An example in a form, and whether the Accept field chose it. */
  private record Asked(Entry entry, Form form, boolean byAccept) {}

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.get(PATH + "/{slug}", this::one);
  }

  private void list(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    Request request = Request.of(ctx);
    Optional<Form> named = Form.byParameter(request, Form.OF_LIST);
    Form form = named.orElseGet(() -> Form.accepted(request, Form.OF_LIST));
    try (Lease lease = store.lease()) {
      Caching caching = caching(ctx, lease, visitor, form, named.isEmpty());
      alternates(ctx, Form.OF_LIST, PATH + "?format=");
      if (caching.answered(ctx)) {
        return;
      }
      ReleaseExamples all = examples.of(lease);
      if (form == Form.PAGE) {
        ExampleList list = new ExampleList(all, new Naming(all, visitor), pages.publicUrl());
        Map<String, Object> model = Map.of("list", list.page(request));
        pages.send(ctx, visitor, caching, "examples/list", model);
      } else {
        data(ctx, caching, lease, all.entries(), form);
      }
    }
  }

  private void one(Context ctx) {
    Visitor visitor = pages.visitor(ctx);
    try (Lease lease = store.lease()) {
      ReleaseExamples all = examples.of(lease);
      Asked asked = asked(ctx, all);
      Entry entry = asked.entry();
      Form form = asked.form();
      Caching caching =
          caching(ctx, lease, visitor, form, asked.byAccept())
              .at(publicUrl().absolute(entry.path() + "." + form.suffix()));
      alternates(ctx, Form.OF_ONE, entry.path() + ".");
      if (caching.answered(ctx)) {
        return;
      }
      switch (form) {
        case PAGE -> page(ctx, visitor, caching, lease, entry);
        case QUERY ->
            caching.send(
                ctx, form.contentType(), entry.example().text().getBytes(StandardCharsets.UTF_8));
        default -> data(ctx, caching, lease, List.of(entry), form);
      }
    }
  }

  private void page(Context ctx, Visitor visitor, Caching caching, Lease lease, Entry entry) {
    ReleaseExamples all = examples.of(lease);
    ExamplePages.Setting setting =
        new ExamplePages.Setting(
            all,
            new Naming(all, visitor),
            overviews.of(lease),
            new Reading(lease.store()),
            new Literals(pages, visitor),
            publicUrl(),
            origin(ctx));
    ExamplePage example = new ExamplePages(setting).page(entry);
    String about = example.about().stream().map(Text::value).findFirst().orElse("");
    Map<String, Object> model =
        Map.of(
            "example",
            example,
            "release",
            Integer.toString(lease.release().number()),
            "preview",
            new Preview(example.title().value(), about));
    pages.send(ctx, visitor, caching, "examples/example", model);
  }

  private static void data(
      Context ctx, Caching caching, Lease lease, Collection<Entry> entries, Form form) {
    byte[] body =
        lease
            .store()
            .read(dataset -> Description.write(dataset, entries, form.syntax().orElseThrow()));
    caching.send(ctx, form.contentType(), body);
  }

  /** The whole name may be an example's; else what follows its last dot names a form. */
  private static Asked asked(Context ctx, ReleaseExamples all) {
    Request request = Request.of(ctx);
    String name = Slugs.decoded(request.path().substring(PATH.length() + 1));
    Entry whole = all.bySlug().get(name);
    if (whole != null) {
      Optional<Form> named = Form.byParameter(request, Form.OF_ONE);
      return new Asked(
          whole, named.orElseGet(() -> Form.accepted(request, Form.OF_ONE)), named.isEmpty());
    }
    int dot = name.lastIndexOf('.');
    Entry entry = all.bySlug().get(name.substring(0, Math.max(dot, 0)));
    Optional<Form> form = Form.bySuffix(name.substring(dot + 1), Form.OF_ONE);
    if (entry == null || form.isEmpty()) {
      throw notFound(name, all);
    }
    return new Asked(entry, form.get(), false);
  }

  private static Problem notFound(String name, ReleaseExamples all) {
    Problem problem =
        Problem.notFound(
            "This release has no example of this name; " + PATH + " lists those there are.");
    List<String> nearest =
        Slugs.nearest(name, all.bySlug().keySet()).stream()
            .map(slug -> PATH + "/" + Slugs.encoded(slug))
            .toList();
    return nearest.isEmpty() ? problem : problem.with("nearest", nearest);
  }

  private Caching caching(Context ctx, Lease lease, Visitor visitor, Form form, boolean byAccept) {
    String address = Integer.toHexString((origin(ctx) + ctx.path() + ctx.queryString()).hashCode());
    Caching caching =
        form == Form.PAGE
            ? Caching.of(lease.release().tag(), address, form.suffix(), visitor.key())
            : Caching.of(lease.release().tag(), address, form.suffix());
    if (byAccept) {
      caching = caching.vary(Header.ACCEPT);
    }
    return form == Form.PAGE ? visitor.vary(caching) : caching;
  }

  /** RFC 8288: the same in other forms. */
  private void alternates(Context ctx, List<Form> forms, String beforeSuffix) {
    String links =
        forms.stream()
            .map(
                form ->
                    "<%s%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(
                            publicUrl().absolute(beforeSuffix), form.suffix(), form.mediaType()))
            .collect(Collectors.joining(", "));
    ctx.header(Header.LINK, links);
  }

  /** Programs need a whole address: the one that was asked where none is configured. */
  private String origin(Context ctx) {
    return publicUrl().text().isEmpty() ? ctx.scheme() + "://" + ctx.host() : publicUrl().text();
  }

  private PublicUrl publicUrl() {
    return pages.publicUrl();
  }
}
