package icc.lod.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;

class DirectPathsTest {
  record Text(String value, String lang) {}

  record Thing(Text title, List<Text> more, int count, boolean isOpen) {
    String hidden() {
      return "hidden";
    }
  }

  public static final class Bean {
    public String getName() {
      return "bean";
    }

    public boolean isGood() {
      return true;
    }
  }

  private final TemplateEngine direct = engine(true);
  private final TemplateEngine ognl = engine(false);

  private static TemplateEngine engine(boolean paths) {
    TemplateEngine engine = new TemplateEngine();
    StandardDialect dialect = new StandardDialect();
    if (paths) {
      dialect.setVariableExpressionEvaluator(new DirectPaths());
    }
    engine.setDialect(dialect);
    return engine;
  }

  private static Context context() {
    Context context = new Context(Locale.ENGLISH);
    Map<String, Object> map = new HashMap<>();
    map.put("key", "of a map");
    map.put("size", "a key like a method");
    map.put("none", null);
    context.setVariable("thing", new Thing(new Text("Lviv & <b>", ""), List.of(), 3, true));
    context.setVariable("list", List.of(new Text("a", "en"), new Text("b", "uk")));
    context.setVariable("map", map);
    context.setVariable("bean", new Bean());
    context.setVariable("maybe", Optional.of("x"));
    context.setVariable("nothing", null);
    return context;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thing.title.value",
        "thing.title",
        "thing.count",
        "thing.count()",
        "thing.count > 2",
        "thing.isOpen",
        "thing.more.isEmpty()",
        "thing.more.size()",
        "list[1].value",
        "list.size()",
        "map.key",
        "map.none",
        "map.size",
        "map.size()",
        "map.absent",
        "bean.name",
        "bean.good",
        "bean.getName()",
        "maybe.get()",
        "maybe.isPresent()",
        "nothing",
        "absent",
        "null",
        "true",
        "#strings.isEmpty(thing.title.lang)",
        "#strings.isEmpty(thing.title.value)",
        "#strings.isEmpty(nothing)",
        "#strings.isEmpty(map.none)",
        "#strings.isEmpty(thing.count)",
        "thing.title.value + '!'",
        "!thing.isOpen"
      })
  void path_meansWhatItMeansToOgnl(String expression) {
    for (String template :
        List.of(
            "<p th:text=\"${" + expression + "}\">-</p>",
            "<p th:if=\"${" + expression + "}\">yes</p>",
            "<p>[[${" + expression + "}]]</p>")) {
      assertThat(direct.process(template, context()))
          .as(template)
          .isEqualTo(ognl.process(template, context()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thing.absent", "nothing.value", "thing.title.value.absent()"})
  void whatIsNotThere_isTheSameError(String expression) {
    String template = "<p th:text=\"${" + expression + "}\">-</p>";
    assertThatThrownBy(() -> ognl.process(template, context()))
        .isInstanceOf(TemplateProcessingException.class);
    assertThatThrownBy(() -> direct.process(template, context()))
        .isInstanceOf(TemplateProcessingException.class);
  }

  @Test
  void stepsOfALoop_areThoseOfItsStatus() {
    String template =
        "<th:block th:each=\"x, each : ${list}\">[[${x.value}]][[${each.first}]][[${each.index}]]</th:block>";
    assertThat(direct.process(template, context())).isEqualTo(ognl.process(template, context()));
    assertThat(direct.process(template, context())).isEqualTo("atrue0bfalse1");
  }
}
