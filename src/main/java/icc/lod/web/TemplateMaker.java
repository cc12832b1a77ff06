package icc.lod.web;

import icc.lod.web.Markup.Fixed;
import icc.lod.web.Markup.Value;
import icc.lod.web.TemplateParts.Element;
import icc.lod.web.TemplateParts.Part;
import icc.lod.web.TemplateParts.Words;
import icc.lod.web.Templates.Fragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.standard.expression.Assignation;
import org.thymeleaf.standard.expression.Each;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.EscapedAttributeUtils;

/** Makes what writes a template out of the template, in the order in which Thymeleaf decides. */
final class TemplateMaker {
  /** Those that decide about an element as a whole, or about what is in it. */
  private static final Set<String> OF_ELEMENTS =
      Set.of(
          "insert",
          "replace",
          "each",
          "switch",
          "case",
          "if",
          "unless",
          "with",
          "text",
          "utext",
          "fragment",
          "remove");

  private final Templates templates;
  private final Expressions expressions;
  private final String template;

  TemplateMaker(Templates templates, Expressions expressions, String template) {
    this.templates = templates;
    this.expressions = expressions;
    this.template = template;
  }

  Markup markup(List<Part> parts) {
    List<Markup> made = new ArrayList<>();
    String before = "";
    for (Part part : parts) {
      if (part instanceof Element element) {
        made.add(element(element, before));
        before = "";
      } else if (part instanceof Words words) {
        made.add(new Fixed(words.text()));
        before = words.text();
      }
    }
    return Markup.of(made);
  }

  private Markup element(Element element, String before) {
    Optional<Value> replacement = optional(element, "replace").map(this::value);
    if (replacement.isPresent()) {
      return Blocks.shown(replacement.get());
    }
    Markup made = tagged(element);
    Optional<String> with = optional(element, "with");
    if (with.isPresent()) {
      made = Blocks.with(assigned(with.get()), made);
    }
    made = conditional(element, made);
    Optional<String> each = optional(element, "each");
    return each.isPresent() ? each(expressions.each(each.get()), element, before, made) : made;
  }

  private Markup conditional(Element element, Markup always) {
    Markup made = always;
    for (String text : optional(element, "unless").stream().toList()) {
      Value condition = value(text);
      made = Blocks.when(scope -> !Expressions.truth(condition.in(scope)), made);
    }
    for (String text : optional(element, "if").stream().toList()) {
      Value condition = value(text);
      made = Blocks.when(scope -> Expressions.truth(condition.in(scope)), made);
    }
    for (String text : optional(element, "case").stream().toList()) {
      made = Blocks.inCase(text.equals("*") ? Optional.empty() : Optional.of(value(text)), made);
    }
    for (String text : optional(element, "switch").stream().toList()) {
      made = Blocks.choice(value(text), made);
    }
    return made;
  }

  /** The rows of a list stand below each other as the first one stands. */
  private Markup each(Each each, Element element, String before, Markup made) {
    String name = element.tag().getElementCompleteName();
    String between = before.isBlank() && Blocks.OF_THEIR_OWN.contains(name) ? before : "";
    return Blocks.each(
        expressions.name(each.getIterVar()),
        each.hasStatusVar() ? expressions.name(each.getStatusVar()) : "",
        expressions.value(each.getIterable(), this::fragment),
        between,
        made);
  }

  /** The element itself: its tags with what is between them. */
  private Markup tagged(Element element) {
    Markup content = content(element);
    boolean bare =
        element.tag().getElementCompleteName().equals("th:block")
            || optional(element, "remove").isPresent();
    if (bare) {
      return content;
    }
    return Markup.of(
        List.of(
            new TagMaker(this, OF_ELEMENTS).start(element.tag()),
            content,
            new Fixed(element.end())));
  }

  private Markup content(Element element) {
    Optional<String> inserted = optional(element, "insert");
    if (inserted.isPresent()) {
      return Blocks.shown(value(inserted.get()));
    }
    Optional<String> text = optional(element, "text");
    if (text.isPresent()) {
      return Blocks.text(value(text.get()));
    }
    Optional<String> raw = optional(element, "utext");
    return raw.isPresent() ? Blocks.raw(value(raw.get())) : markup(element.content());
  }

  Value value(String text) {
    return expressions.value(text, this::fragment);
  }

  /** The variables that an attribute assigns, in their order. */
  Map<String, Value> assigned(String text) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Assignation each : expressions.assignations(text)) {
      values.put(
          expressions.name(each.getLeft()), expressions.value(each.getRight(), this::fragment));
    }
    return values;
  }

  private static Optional<String> optional(Element element, String name) {
    return Optional.ofNullable(element.tag().getAttribute("th", name)).map(TemplateMaker::text);
  }

  static String text(IAttribute attribute) {
    return String.valueOf(
        EscapedAttributeUtils.unescapeAttribute(TemplateMode.HTML, attribute.getValue()));
  }

  /** A piece of a template as a value: what writes it, with its parameters. */
  private Value fragment(FragmentExpression expression) {
    String from =
        expression.getTemplateName() == null
            ? template
            : expressions.name(expression.getTemplateName());
    Fragment fragment =
        templates.fragment(from, expressions.name(expression.getFragmentSelector()));
    if (!expression.hasParameters()) {
      return scope -> fragment;
    }
    List<Assignation> given = expression.getParameters().getAssignations();
    String[] names = fragment.parameters().toArray(new String[0]);
    if (given.size() != names.length || !expression.hasSyntheticParameters()) {
      throw new IllegalArgumentException(expression + " is called with other parameters");
    }
    Value[] values =
        given.stream()
            .map(each -> expressions.value(each.getRight(), this::fragment))
            .toArray(Value[]::new);
    return scope -> Blocks.called(names, values, scope, fragment);
  }
}
