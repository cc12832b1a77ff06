package icc.lod.web;

import icc.lod.rdf.Languages;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Pages for people: Thymeleaf templates of the features inside one layout, in the visitor's
 * language. Thread-safe.
 *
 * <p>A template lies in {@code templates/<package>/}, uses {@code ~{web/layout :: page(…)}}, finds
 * {@code #{key}} in the messages files and {@code @{/path}} under the public address, and has
 * besides its own model the variable {@code page} ({@link Frame}).
 */
public final class Pages {
  static final String CONTENT_TYPE = "text/html; charset=utf-8";

  /** No script but our own files, nothing from other hosts, no framing by other sites. */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:%s; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'self'";

  /** What the layout shows around a page. */
  public record Frame(String language, List<LanguageLink> languages, Site site) {}

  /** The same page in another language. */
  public record LanguageLink(String code, String name, String href, boolean current) {}

  private final WebSettings settings;
  private final Supplier<Site> site;
  private final Messages messages;
  private final Assets assets = new Assets();
  private final TemplateEngine engine = new TemplateEngine();

  /**
   * Pages of a site.
   *
   * @param site what is said of the site now; asked once a page, must not fail
   */
  public Pages(WebSettings settings, Supplier<Site> site) {
    this.settings = settings;
    this.site = site;
    this.messages = new Messages(settings.languages());
    ClassLoaderTemplateResolver templates =
        new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
    engine.setTemplateResolver(templates);
    engine.setMessageResolver(new SiteTexts(messages));
    engine.setLinkBuilder(new SiteLinks(settings.publicUrl(), assets));
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
    return new Visitor(language, new Languages(settings.languages()), false);
  }

  /** Where the site is for its visitors. */
  public PublicUrl publicUrl() {
    return settings.publicUrl();
  }

  /** One of the site's texts in the visitor's language. */
  public String text(Visitor visitor, String key, Object... arguments) {
    return messages.text(visitor.language(), key, arguments);
  }

  Optional<String> find(Visitor visitor, String key) {
    return messages.find(visitor.language(), key);
  }

  /** Answers with a page, or 304 when the visitor has it. */
  public void send(
      Context ctx, Visitor visitor, Caching caching, String template, Map<String, ?> model) {
    byte[] body = render(ctx, visitor, template, model);
    caching.send(ctx, CONTENT_TYPE, body);
  }

  /** A whole page as UTF-8, its language and security headers set. */
  byte[] render(Context ctx, Visitor visitor, String template, Map<String, ?> model) {
    org.thymeleaf.context.Context variables =
        new org.thymeleaf.context.Context(Locale.forLanguageTag(visitor.language()));
    model.forEach(variables::setVariable);
    variables.setVariable(
        "page", new Frame(visitor.language(), languageLinks(ctx, visitor), site.get()));
    variables.setVariable("tiles", settings.tiles());
    ctx.header(Header.CONTENT_LANGUAGE, visitor.language());
    if (ctx.res().getHeader(Header.CONTENT_SECURITY_POLICY) == null) {
      ctx.header(Header.CONTENT_SECURITY_POLICY, contentSecurityPolicy());
    }
    return engine.process(template, variables).getBytes(StandardCharsets.UTF_8);
  }

  private String contentSecurityPolicy() {
    String origin = settings.tiles().origin();
    return CONTENT_SECURITY_POLICY.formatted(origin.isEmpty() ? "" : " " + origin);
  }

  Assets assets() {
    return assets;
  }

  private List<LanguageLink> languageLinks(Context ctx, Visitor visitor) {
    List<LanguageLink> links = new ArrayList<>();
    for (String code : settings.languages()) {
      links.add(
          new LanguageLink(
              code,
              messages.text(code, "language.name"),
              settings.publicUrl().path(ctx.path()) + "?" + queryWith(ctx, code),
              code.equals(visitor.language())));
    }
    return links;
  }

  /** The query string asked for, with another language. */
  private static String queryWith(Context ctx, String language) {
    StringBuilder query = new StringBuilder();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("lang")) {
                values.forEach(
                    v -> query.append(encode(name)).append('=').append(encode(v)).append('&'));
              }
            });
    return query.append("lang=").append(language).toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
