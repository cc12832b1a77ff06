package icc.lod.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresource.StringTemplateResource;

/** The variables while a page is written; for one thread. */
final class Scope {
  /** The thing that a {@code th:switch} is about, until one of its cases fits. */
  static final class Choice {
    final @Nullable Object value;
    boolean made;

    Choice(@Nullable Object value) {
      this.value = value;
    }
  }

  /** Thymeleaf evaluates nothing outside a template; which one it is means nothing to it. */
  private static final TemplateData NO_TEMPLATE =
      new TemplateData(
          "",
          null,
          new StringTemplateResource(""),
          TemplateMode.HTML,
          AlwaysValidCacheEntryValidity.INSTANCE);

  private final EngineContext context;
  private final String language;
  private @Nullable Choice choice;

  Scope(IEngineConfiguration configuration, String language, Map<String, Object> variables) {
    this.context =
        new EngineContext(
            configuration, NO_TEMPLATE, Map.of(), Locale.forLanguageTag(language), variables);
    this.language = language;
  }

  /** For expressions that Thymeleaf evaluates. */
  EngineContext context() {
    return context;
  }

  String language() {
    return language;
  }

  @Nullable Object get(String name) {
    return context.getVariable(name);
  }

  /** Gives a variable a value for a while; {@link #back} ends it. */
  @Nullable Object put(String name, @Nullable Object value) {
    Object before = context.getVariable(name);
    context.setVariable(name, value);
    return before;
  }

  void back(String name, @Nullable Object before) {
    if (before == null) {
      context.removeVariable(name);
    } else {
      context.setVariable(name, before);
    }
  }

  @Nullable Choice choice() {
    return choice;
  }

  void choose(@Nullable Choice between) {
    choice = between;
  }
}
