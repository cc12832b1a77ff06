package icc.lod.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Pages for people: Thymeleaf templates of the features inside one layout, in the visitor's
 * language. Thread-safe.
 *
 * <p>A template lies in {@code templates/<package>/}, uses {@code ~{web/layout :: page(…)}}, finds
 * {@code #{key}} in the messages files and {@code @{/path}} under the public address, and has
 * besides its own model the variable {@code page} ({@link Frame}).
 */
public final class Pages {
  private static final int MOST_ASKED = 1_000;

  static final String CONTENT_TYPE = "text/html; charset=utf-8";

  /** No script but our own files, nothing from other hosts, no framing by other sites. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:%s; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  /**
   * What the layout shows around a page.
   *
   * @param name what the site is called
   * @param anyLanguage the page's address without a language
   * @param preview address of the picture that other sites show
   */
  public record Frame(
      String language,
      String name,
      String path,
      List<LanguageLink> languages,
      String anyLanguage,
      List<Navigation.Entry> sections,
      List<Navigation.Entry> sources,
      String preview,
      Site site) {}

  /**
   * The same page in another language.
   *
   * @param href keeps the language for the visitor
   * @param alone the page's own address in that language
   */
  public record LanguageLink(
      String code, String name, String href, String alone, boolean current) {}

  private final WebSettings settings;
  private final Supplier<Site> site;
  private final Messages messages;
  private final Navigation navigation;
  private final Assets assets = new Assets();
  private final Templates templates;

  /** Set once, by the server that shows the pages, before it answers anybody. */
  private volatile Predicate<String> answered = path -> false;

  /** What was asked of it: routes are compared one by one, and pages ask for the same few. */
  private final Cache<String, Boolean> asked =
      Caffeine.newBuilder().maximumSize(MOST_ASKED).build();

  /**
   * Pages of a site.
   *
   * @param site what is said of the site now; asked once a page, must not fail
   */
  public Pages(WebSettings settings, Supplier<Site> site) {
    this(settings, site, Pages.class.getClassLoader());
  }

  /** Pages whose texts lie where a loader finds them. */
  Pages(WebSettings settings, Supplier<Site> site, ClassLoader texts) {
    this.settings = settings;
    this.site = site;
    this.messages = new Messages(settings.languages(), texts);
    this.navigation = new Navigation(settings.publicUrl());
    this.templates = new Templates(messages, new SiteLinks(settings.publicUrl(), assets));
  }

  /**
   * The languages of who asks.
   *
   * @throws Problem 400 when {@code ?lang=} names no language of the site
   */
  public Visitor visitor(Context ctx) {
    return Visitor.of(ctx, settings.languages());
  }

  /** Somebody who did not say which language they read. */
  Visitor defaultVisitor() {
    String language = settings.languages().get(0);
    return Visitor.chosen(language, settings.languages(), Visitor.Choice.HEADER);
  }

  /** Whether a feature of this server answers at a path: pages link nothing that does not exist. */
  public boolean answers(String path) {
    return asked.get(path, answered::test);
  }

  /** What the site is called: the name of what the data is about, else a name for any site. */
  public String siteName(Visitor visitor) {
    return site.get().name(visitor.language(), text(visitor, "site.name"));
  }

  /** Tells which paths features answer. */
  void answered(Predicate<String> paths) {
    answered = paths;
    asked.invalidateAll();
  }

  /** The languages of the site, the default first. */
  public List<String> languages() {
    return settings.languages();
  }

  /** Where the site is for its visitors. */
  public PublicUrl publicUrl() {
    return settings.publicUrl();
  }

  /** One of the site's texts in the visitor's language. */
  public String text(Visitor visitor, String key, Object... arguments) {
    return messages.text(visitor.language(), key, arguments);
  }

  /** One of the site's texts in one of its languages. */
  public String text(String language, String key, Object... arguments) {
    return messages.text(language, key, arguments);
  }

  Optional<String> find(Visitor visitor, String key) {
    return messages.find(visitor.language(), key);
  }

  /** Answers with a page, or 304 when the visitor has it. */
  public void send(
      Context ctx, Visitor visitor, Caching caching, String template, Map<String, ?> model) {
    byte[] body = render(ctx, visitor, template, model);
    visitor.vary(caching).send(ctx, CONTENT_TYPE, body);
  }

  /** Answers a problem with a page of a feature's own, where what is wrong can be mended. */
  public void sendProblem(
      Context ctx, Visitor visitor, Problem problem, String template, Map<String, ?> model) {
    byte[] body = render(ctx, visitor, template, model);
    Problems.forget(ctx);
    TrafficLog.reason(ctx, problem);
    ctx.status(problem.status()).header(Header.CACHE_CONTROL, "no-store");
    ctx.header(Header.VARY, Header.ACCEPT + ", " + Header.ACCEPT_LANGUAGE);
    problem.headers().forEach(ctx::header);
    ctx.contentType(CONTENT_TYPE);
    ctx.res().setContentLengthLong(body.length);
    ctx.result(body);
  }

  /** A whole page as UTF-8, its language and security headers set. */
  byte[] render(Context ctx, Visitor visitor, String template, Map<String, ?> model) {
    Map<String, Object> variables = new HashMap<>(model);
    variables.putIfAbsent("preview", new Preview("", ""));
    variables.put("page", frame(ctx, visitor));
    variables.put("tiles", settings.tiles());
    ctx.header(Header.CONTENT_LANGUAGE, visitor.language());
    if (ctx.res().getHeader(Header.CONTENT_SECURITY_POLICY) == null) {
      ctx.header(Header.CONTENT_SECURITY_POLICY, contentSecurityPolicy());
    }
    String page = templates.page(template, visitor.language(), variables);
    return Tidy.html(page).getBytes(StandardCharsets.UTF_8);
  }

  private String contentSecurityPolicy() {
    String origin = settings.tiles().origin();
    return CONTENT_SECURITY_POLICY.formatted(origin.isEmpty() ? "" : " " + origin);
  }

  Assets assets() {
    return assets;
  }

  private Frame frame(Context ctx, Visitor visitor) {
    Site now = site.get();
    return new Frame(
        visitor.language(),
        now.name(visitor.language(), text(visitor, "site.name")),
        ctx.path(),
        languageLinks(ctx, visitor),
        settings.publicUrl().absolute(withQuery(ctx, query(ctx))),
        navigation.sections(ctx.path(), this::answers),
        navigation.sources(ctx.path(), this::answers),
        settings.publicUrl().absolute(assets.versioned("/static/web/preview.png")),
        now);
  }

  private List<LanguageLink> languageLinks(Context ctx, Visitor visitor) {
    String query = query(ctx);
    String back = encode(withQuery(ctx, query));
    List<LanguageLink> links = new ArrayList<>();
    for (String code : settings.languages()) {
      String in = query.isEmpty() ? "lang=" + code : query + "&lang=" + code;
      links.add(
          new LanguageLink(
              code,
              messages.text(code, "language.name"),
              settings.publicUrl().path(LanguageRoutes.PATH) + "?to=" + code + "&back=" + back,
              settings.publicUrl().absolute(withQuery(ctx, in)),
              code.equals(visitor.language())));
    }
    return links;
  }

  private static String withQuery(Context ctx, String query) {
    return query.isEmpty() ? ctx.path() : ctx.path() + "?" + query;
  }

  /** The query string asked for, without a language. */
  private static String query(Context ctx) {
    StringJoiner query = new StringJoiner("&");
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("lang")) {
                values.forEach(v -> query.add(encode(name) + "=" + encode(v)));
              }
            });
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
