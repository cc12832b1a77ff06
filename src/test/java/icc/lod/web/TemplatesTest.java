package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class TemplatesTest {
  /** A text as pages have it. */
  public record Text(String value, String lang) {}

  /** A thing as pages have it. */
  public record Thing(Text title, boolean open, int count, List<Thing> parts) {}

  private final ClassLoader files = TemplatesTest.class.getClassLoader();
  private final Templates templates =
      new Templates(
          new Messages(List.of("en"), files), new SiteLinks(PublicUrl.NONE, new Assets()));

  private static Map<String, Object> model(boolean open) {
    Thing part = new Thing(new Text("A part's \"name\"", ""), true, 0, List.of());
    Thing thing = new Thing(new Text("Lviv & <b>", ""), open, open ? 3 : 1, List.of(part, part));
    Map<String, Object> model = new HashMap<>();
    model.put("thing", thing);
    model.put("list", List.of(new Text("a", "en"), new Text("б", "uk"), new Text("c", "")));
    model.put("nothing", List.of());
    model.put("none", null);
    return model;
  }

  private static String byThymeleaf(String template, Map<String, Object> model) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new DirectPaths());
    TemplateEngine engine = new TemplateEngine();
    engine.setDialect(dialect);
    engine.setTemplateResolver(resolver);
    return engine.process(template, new Context(Locale.ENGLISH, model));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void page_isWhatThymeleafMakesOfIt(boolean open) {
    String page = templates.page("web/everything", "en", model(open));

    assertThat(page).isEqualTo(byThymeleaf("web/everything", model(open)));
    assertThat(page).contains("Lviv &amp; &lt;b&gt;", "A part&#39;s &quot;name&quot;");
  }

  @Test
  void whatTemplatesDoNotKnow_isSaid() {
    assertThatThrownBy(() -> templates.page("web/unknown", "en", Map.of()))
        .hasMessageContaining("th:object");
  }

  @Test
  void pageThatIsMissing_isSaid() {
    assertThatThrownBy(() -> templates.page("web/nosuch", "en", Map.of()))
        .hasMessageContaining("web/nosuch");
  }
}
