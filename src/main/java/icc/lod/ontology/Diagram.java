package icc.lod.ontology;

import icc.lod.ontology.Layers.Drawing;
import icc.lod.ontology.Layers.Point;
import icc.lod.view.Text;
import icc.lod.view.Vocabulary.Term;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;

/**
 * The classes of a release as a drawing (SVG 2): a box a class, with its properties that lead to
 * other classes and arrows to these; a hollow arrow to what it is a subclass of.
 *
 * <p>It is a group and not an image for assistive technology, since its boxes are links.
 */
final class Diagram {
  private static final int HEAD = 30;
  private static final int LINE = 18;
  private static final int MOST_LINES = 7;
  private static final int INSIDE = Layers.WIDTH - 20;

  private record Box(Term term, List<Phrase> lines) {
    int height() {
      return HEAD + lines.size() * LINE + (lines.isEmpty() ? 0 : 8);
    }
  }

  private final ClassModel model;
  private final Speech speech;
  private final XMLStreamWriter xml;

  private Diagram(ClassModel model, Speech speech, XMLStreamWriter xml) {
    this.model = model;
    this.speech = speech;
    this.xml = xml;
  }

  /** The drawing as an SVG element; empty when there is nothing to draw. */
  static String svg(ClassModel model, Speech speech) {
    if (model.classes().isEmpty()) {
      return "";
    }
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new Diagram(model, speech, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A drawing in memory cannot fail", e);
    }
    return out.toString();
  }

  private void write() throws XMLStreamException {
    List<Box> boxes = model.classes().stream().map(term -> new Box(term, lines(term))).toList();
    Map<Node, Integer> places = new HashMap<>();
    for (Box box : boxes) {
      places.put(box.term().node(), places.size());
    }
    List<int[]> edges = new ArrayList<>();
    int generalisations = edges(places, edges);
    int[] heights = boxes.stream().mapToInt(Box::height).toArray();
    Drawing drawing = Layers.draw(heights, edges);
    open(drawing);
    for (int i = 0; i < edges.size(); i++) {
      arrow(drawing.arrows().get(i), i < generalisations);
    }
    for (int i = 0; i < boxes.size(); i++) {
      box(boxes.get(i), drawing.boxes().get(i));
    }
    xml.writeEndElement();
  }

  /** One arrow for each pair of classes, however many properties lead along it. */
  private int edges(Map<Node, Integer> places, List<int[]> edges) {
    model
        .parents()
        .forEach(
            (child, parents) ->
                parents.forEach(
                    parent -> edges.add(new int[] {place(places, child), place(places, parent)})));
    int generalisations = edges.size();
    model
        .links()
        .forEach(
            (from, links) -> {
              Set<Node> targets = new LinkedHashSet<>();
              links.values().forEach(targets::addAll);
              targets.remove(from);
              targets.forEach(to -> edges.add(new int[] {place(places, from), place(places, to)}));
            });
    return generalisations;
  }

  private static int place(Map<Node, Integer> places, Node node) {
    return places.getOrDefault(node, 0);
  }

  private List<Phrase> lines(Term term) {
    Map<Node, Set<Node>> links = model.links().getOrDefault(term.node(), Map.of());
    List<Phrase> lines = new ArrayList<>();
    links.forEach(
        (property, targets) -> {
          String to =
              String.join(", ", targets.stream().map(t -> speech.label(t).value()).toList());
          String text = speech.label(property).value() + " → " + to;
          lines.add(Phrase.link(Text.plain(text), speech.href(property)));
        });
    if (lines.size() > MOST_LINES) {
      Phrase more = speech.say("more", lines.size() - MOST_LINES + 1);
      lines.subList(MOST_LINES - 1, lines.size()).clear();
      lines.add(more);
    }
    return lines;
  }

  private void open(Drawing drawing) throws XMLStreamException {
    xml.writeStartElement("svg");
    xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
    xml.writeAttribute("class", "diagram");
    xml.writeAttribute("role", "group");
    xml.writeAttribute("aria-labelledby", "s--diagram-title s--diagram-text");
    xml.writeAttribute("viewBox", "0 0 " + drawing.width() + " " + drawing.height());
    xml.writeAttribute("width", Integer.toString(drawing.width()));
    xml.writeAttribute("height", Integer.toString(drawing.height()));
    text("title", "s--diagram-title", speech.text("diagram"));
    text("desc", "s--diagram-text", speech.text("diagram.text", model.classes().size()));
    xml.writeStartElement("defs");
    marker("s--arrow", "arrow", "M0 0L9 4.5L0 9");
    marker("s--parent", "parent", "M0 0L9 4.5L0 9Z");
    xml.writeEndElement();
  }

  private void text(String element, String id, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("id", id);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void marker(String id, String style, String path) throws XMLStreamException {
    xml.writeStartElement("marker");
    xml.writeAttribute("id", id);
    xml.writeAttribute("markerWidth", "10");
    xml.writeAttribute("markerHeight", "10");
    xml.writeAttribute("refX", "9");
    xml.writeAttribute("refY", "4.5");
    xml.writeAttribute("orient", "auto");
    xml.writeEmptyElement("path");
    xml.writeAttribute("class", style);
    xml.writeAttribute("d", path);
    xml.writeEndElement();
  }

  private void arrow(List<Point> points, boolean parent) throws XMLStreamException {
    StringBuilder path = new StringBuilder();
    Point last = points.getFirst();
    path.append('M').append(last.x()).append(' ').append(last.y());
    for (Point point : points.subList(1, points.size())) {
      if (point.x() == last.x()) {
        path.append('V').append(point.y());
      } else {
        int middle = (last.y() + point.y()) / 2;
        path.append('C').append(last.x()).append(' ').append(middle).append(' ');
        path.append(point.x()).append(' ').append(middle).append(' ');
        path.append(point.x()).append(' ').append(point.y());
      }
      last = point;
    }
    xml.writeEmptyElement("path");
    xml.writeAttribute("class", parent ? "line parent-line" : "line");
    xml.writeAttribute("marker-end", parent ? "url(#s--parent)" : "url(#s--arrow)");
    xml.writeAttribute("d", path.toString());
  }

  private void box(Box box, Point at) throws XMLStreamException {
    xml.writeEmptyElement("rect");
    xml.writeAttribute("class", "box");
    xml.writeAttribute("x", Integer.toString(at.x()));
    xml.writeAttribute("y", Integer.toString(at.y()));
    xml.writeAttribute("width", Integer.toString(Layers.WIDTH));
    xml.writeAttribute("height", Integer.toString(box.height()));
    xml.writeAttribute("rx", "5");
    String title = speech.label(box.term().node()).value();
    Phrase name = Phrase.link(Text.plain(title), speech.href(box.term().node()));
    String count = speech.text("number", box.term().uses());
    line(name, "name", at.x() + 10, at.y() + 20, INSIDE - 12 - width(count, 12), 15);
    label(count, "count", at.x() + Layers.WIDTH - 10, at.y() + 20);
    int y = at.y() + HEAD + 13;
    for (Phrase line : box.lines()) {
      line(line, "property", at.x() + 10, y, INSIDE, 12);
      y += LINE;
    }
  }

  /** A linked text; what is too long for its box is whole in the tooltip. */
  private void line(Phrase phrase, String style, int x, int y, int room, int size)
      throws XMLStreamException {
    String text = phrase.words();
    String href = phrase.pieces().getFirst().href();
    if (!href.isEmpty()) {
      xml.writeStartElement("a");
      xml.writeAttribute("href", href);
    }
    String shown = fitting(text, room, size);
    boolean cut = !shown.equals(text);
    if (cut) {
      xml.writeStartElement("title");
      xml.writeCharacters(text);
      xml.writeEndElement();
    }
    label(shown, style, x, y);
    if (!href.isEmpty()) {
      xml.writeEndElement();
    }
  }

  private static String fitting(String text, int room, int size) {
    if (width(text, size) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end), size) > room - size) {
      end--;
    }
    return text.substring(0, end).strip() + "…";
  }

  /** About how wide a text is; letters beyond Latin are wider. */
  private static int width(String text, int size) {
    int tenths = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      tenths += c == ' ' || "iljtfrI.,".indexOf(c) >= 0 ? 40 : c > 0x24f ? 68 : 63;
    }
    return tenths * size / 100;
  }

  private void label(String text, String style, int x, int y) throws XMLStreamException {
    xml.writeStartElement("text");
    xml.writeAttribute("class", style);
    xml.writeAttribute("x", Integer.toString(x));
    xml.writeAttribute("y", Integer.toString(y));
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
