package icc.lod.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** What {@code #{key}} means in a template: the site's texts in the page's language. */
final class SiteTexts extends AbstractMessageResolver {
  private final Messages messages;

  SiteTexts(Messages messages) {
    this.messages = messages;
  }

  // Thymeleaf's contract: null leaves the key to the next resolver.
  @Override
  public @Nullable String resolveMessage(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      Object @Nullable [] messageParameters) {
    Object[] arguments = messageParameters == null ? new Object[0] : messageParameters;
    Locale locale = context.getLocale();
    return messages
        .find(locale.toLanguageTag().toLowerCase(Locale.ROOT), key, arguments)
        .orElse(null);
  }

  @Override
  public String createAbsentMessageRepresentation(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      Object @Nullable [] messageParameters) {
    return key;
  }
}
