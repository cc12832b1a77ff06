package icc.lod.web;

import icc.lod.web.TemplateParts.Element;
import icc.lod.web.TemplateParts.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateparser.markup.HTMLTemplateParser;
import org.thymeleaf.templateresource.ClassLoaderTemplateResource;

/**
 * The templates of pages: Thymeleaf's, parsed by Thymeleaf, but each turned once into what writes
 * it. Thread-safe.
 */
final class Templates {
  private static final String CHARSET = StandardCharsets.UTF_8.name();

  private final IEngineConfiguration configuration;
  private final Expressions expressions;
  private final HTMLTemplateParser parser = new HTMLTemplateParser(2, 4096);
  private final Map<Place, Fragment> fragments = new ConcurrentHashMap<>();

  /**
   * A part of a template.
   *
   * @param selector Thymeleaf's name for it, or empty for the whole
   */
  private record Place(String template, String selector) {}

  Templates(Messages messages, SiteLinks links) {
    DirectPaths paths = new DirectPaths();
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(paths);
    TemplateEngine engine = new TemplateEngine();
    engine.setDialect(dialect);
    this.configuration = engine.getConfiguration();
    this.expressions = new Expressions(configuration, messages, links, paths);
  }

  /** A page in a language. */
  String page(String template, String language, Map<String, Object> variables) {
    StringBuilder page = new StringBuilder(32_768);
    fragment(template, "").write(new Scope(configuration, language, variables), page);
    return page.toString();
  }

  Fragment fragment(String template, String selector) {
    return fragments.computeIfAbsent(new Place(template, selector), this::read);
  }

  private Fragment read(Place place) {
    TemplateParts parts = new TemplateParts();
    ClassLoaderTemplateResource file =
        new ClassLoaderTemplateResource(
            Templates.class.getClassLoader(), "templates/" + place.template() + ".html", CHARSET);
    Set<String> selectors = place.selector().isEmpty() ? Set.of() : Set.of(place.selector());
    parser.parseStandalone(
        configuration, null, place.template(), selectors, file, TemplateMode.HTML, false, parts);
    if (parts.parts().isEmpty()) {
      throw new IllegalArgumentException("There is nothing at " + place);
    }
    return new Fragment(place.template(), parts.parts(), parameters(parts.parts()));
  }

  private List<String> parameters(List<Part> parts) {
    if (parts.get(0) instanceof Element element && element.tag().hasAttribute("th", "fragment")) {
      return expressions.parameters(element.tag().getAttributeValue("th", "fragment"));
    }
    return List.of();
  }

  /** A part of a template that others show; made ready when it is first shown. */
  final class Fragment implements Markup {
    private final String template;
    private final List<Part> parts;
    private final List<String> parameters;
    private volatile @Nullable Markup ready;

    private Fragment(String template, List<Part> parts, List<String> parameters) {
      this.template = template;
      this.parts = parts;
      this.parameters = parameters;
    }

    List<String> parameters() {
      return parameters;
    }

    @Override
    public void write(Scope scope, StringBuilder out) {
      Markup made = ready;
      if (made == null) {
        made = new TemplateMaker(Templates.this, expressions, template).markup(parts);
        ready = made;
      }
      made.write(scope, out);
    }
  }
}
