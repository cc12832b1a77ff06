package icc.lod.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICDATASection;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IComment;
import org.thymeleaf.model.IDocType;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEvent;
import org.thymeleaf.model.IText;

/** Collects a template, as Thymeleaf's parser reads it, as a tree. */
final class TemplateParts extends AbstractTemplateHandler {
  /** A piece of a template. */
  sealed interface Part {}

  /** What stands between tags. */
  record Words(String text) implements Part {}

  /**
   * An element.
   *
   * @param end its closing tag as it is written, or empty
   */
  record Element(IProcessableElementTag tag, List<Part> content, String end) implements Part {}

  private record Open(IOpenElementTag tag, List<Part> content) {}

  private final List<Part> top = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  List<Part> parts() {
    return top;
  }

  @Override
  public void handleText(IText text) {
    words(text.getText());
  }

  @Override
  public void handleDocType(IDocType docType) {
    words(written(docType));
  }

  @Override
  public void handleComment(IComment comment) {
    words(written(comment));
  }

  @Override
  public void handleCDATASection(ICDATASection section) {
    words(written(section));
  }

  @Override
  public void handleStandaloneElement(IStandaloneElementTag tag) {
    at().add(new Element(tag, List.of(), ""));
  }

  @Override
  public void handleOpenElement(IOpenElementTag tag) {
    open.push(new Open(tag, new ArrayList<>()));
  }

  @Override
  public void handleCloseElement(ICloseElementTag tag) {
    if (tag.isUnmatched()) {
      words(written(tag));
      return;
    }
    Open closed = open.pop();
    at().add(new Element(closed.tag(), closed.content(), tag.isSynthetic() ? "" : written(tag)));
  }

  private void words(String text) {
    if (text.contains("[[") || text.contains("[(")) {
      throw new IllegalArgumentException("Templates have no expressions between tags: " + text);
    }
    at().add(new Words(text));
  }

  private List<Part> at() {
    return open.isEmpty() ? top : open.element().content();
  }

  static String written(ITemplateEvent event) {
    StringWriter text = new StringWriter();
    try {
      event.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
