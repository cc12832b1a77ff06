package icc.lod.web;

import icc.lod.web.Markup.Fixed;
import icc.lod.web.Markup.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.standard.processor.StandardConditionalFixedValueTagProcessor;

/** Makes what writes a tag with its attributes. */
final class TagMaker {
  /** Attributes that stand without a value or not at all. */
  private static final Set<String> YES_OR_NO =
      Set.of(StandardConditionalFixedValueTagProcessor.ATTR_NAMES);

  /** What Thymeleaf knows beyond setting attributes and these templates do without. */
  private static final Set<String> UNKNOWN =
      Set.of(
          "alt-title",
          "assert",
          "attrappend",
          "attrprepend",
          "errorclass",
          "errors",
          "field",
          "include",
          "inline",
          "lang-xmllang",
          "object",
          "ref",
          "styleappend",
          "substituteby");

  /** Attributes that say something even when empty. */
  private static final Set<String> KEPT_EMPTY =
      Set.of("href", "src", "value", "action", "name", "type");

  private final TemplateMaker maker;
  private final Set<String> ofElements;

  TagMaker(TemplateMaker maker, Set<String> ofElements) {
    this.maker = maker;
    this.ofElements = ofElements;
  }

  Markup start(IProcessableElementTag tag) {
    String whole = TemplateParts.written(tag);
    Map<String, Markup> attributes = new LinkedHashMap<>();
    Map<String, Markup> appended = new LinkedHashMap<>();
    boolean plain = true;
    int at = 1 + tag.getElementCompleteName().length();
    for (IAttribute attribute : tag.getAllAttributes()) {
      String name = attribute.getAttributeCompleteName();
      int start = whole.indexOf(attribute.toString(), at);
      String space = whole.substring(at, start);
      at = start + attribute.toString().length();
      if (!name.startsWith("th:") && !name.equals("xmlns:th")) {
        attributes.putIfAbsent(name, new Fixed(space + attribute));
        continue;
      }
      plain = false;
      String own = name.substring(name.indexOf(':') + 1);
      if (!name.equals("xmlns:th") && !ofElements.contains(own)) {
        add(space, own, TemplateMaker.text(attribute), tag, attributes, appended);
      }
    }
    if (plain) {
      return new Fixed(whole);
    }
    List<Markup> all = new ArrayList<>();
    all.add(new Fixed("<" + tag.getElementCompleteName()));
    all.addAll(attributes.values());
    all.addAll(appended.values());
    all.add(new Fixed(whole.endsWith("/>") ? "/>" : ">"));
    return Markup.of(all);
  }

  private void add(
      String space,
      String name,
      String text,
      IProcessableElementTag tag,
      Map<String, Markup> attributes,
      Map<String, Markup> appended) {
    if (UNKNOWN.contains(name)) {
      throw new IllegalArgumentException("Templates here do not know th:" + name + ": " + tag);
    }
    if (name.equals("attr")) {
      maker
          .assigned(text)
          .forEach((each, value) -> set(each, each(" ", each, value), attributes, appended));
    } else if (name.equals("classappend")) {
      String before = tag.hasAttribute("class") ? tag.getAttributeValue("class") : "";
      set("class", more("class", before, maker.value(text)), attributes, appended);
    } else if (YES_OR_NO.contains(name)) {
      set(name, each(" ", name, maker.value(text)), attributes, appended);
    } else {
      attributes.put(name, each(space, name, maker.value(text)));
    }
  }

  /** In the place of one with the same name, else after all others. */
  private static void set(
      String name, Markup made, Map<String, Markup> attributes, Map<String, Markup> appended) {
    (attributes.containsKey(name) ? attributes : appended).put(name, made);
  }

  private static Markup each(String space, String name, Value value) {
    String start = space + name + "=\"";
    if (YES_OR_NO.contains(name)) {
      return (scope, out) -> {
        if (Expressions.truth(value.in(scope))) {
          out.append(start).append(name).append('"');
        }
      };
    }
    boolean kept = KEPT_EMPTY.contains(name);
    return (scope, out) -> {
      Object found = value.in(scope);
      String text = found == null ? "" : found.toString();
      if (kept || !text.isEmpty()) {
        out.append(start);
        Markup.escape(text, out);
        out.append('"');
      }
    };
  }

  private static Markup more(String name, String before, Value value) {
    return (scope, out) -> {
      Object found = value.in(scope);
      String text = found == null ? "" : found.toString();
      if (!before.isEmpty() || !text.isEmpty()) {
        out.append(' ').append(name).append("=\"").append(before);
        out.append(before.isEmpty() || text.isEmpty() ? "" : " ");
        Markup.escape(text, out);
        out.append('"');
      }
    };
  }
}
