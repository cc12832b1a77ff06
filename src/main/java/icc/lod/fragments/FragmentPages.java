package icc.lod.fragments;

import icc.lod.fragments.Fragment.Statement;
import icc.lod.fragments.FragmentPage.Cell;
import icc.lod.fragments.FragmentPage.Field;
import icc.lod.fragments.FragmentPage.Form;
import icc.lod.fragments.FragmentPage.Line;
import icc.lod.fragments.FragmentRequest.Position;
import icc.lod.rdf.RdfFormat;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Makes the page of a fragment, for one visitor: terms by name, each a way to other fragments. */
final class FragmentPages {
  private final Overview overview;
  private final Reading reading;
  private final Pages pages;
  private final Visitor visitor;

  FragmentPages(Overview overview, Reading reading, Pages pages, Visitor visitor) {
    this.overview = overview;
    this.reading = reading;
    this.pages = pages;
    this.visitor = visitor;
  }

  FragmentPage page(Fragment fragment) {
    FragmentRequest request = fragment.request();
    PageText text = text(fragment);
    List<Field> fields = new ArrayList<>();
    for (Position position : Position.values()) {
      Node term = request.at(position);
      String written = term.equals(Node.ANY) ? "" : TermParameter.write(term);
      fields.add(new Field(position.parameter(), written));
    }
    int shown = fragment.statements().size();
    boolean more = request.page() < FragmentRequest.pages(fragment.total());
    return new FragmentPage(
        fields,
        fields.stream().anyMatch(field -> !field.value().isEmpty()),
        fragment.total(),
        shown == 0 ? 0 : request.offset() + 1,
        request.offset() + shown,
        fragment.statements().stream().map(statement -> line(statement, request, text)).toList(),
        request.page() > 1 ? href(request.page(request.page() - 1)) : "",
        more ? href(request.page(request.page() + 1)) : "",
        pages.publicUrl().path(FragmentRoutes.PATH),
        forms(request));
  }

  private PageText text(Fragment fragment) {
    Set<Node> things = new HashSet<>();
    for (Statement statement : fragment.statements()) {
      things.add(statement.triple().getSubject());
      things.add(statement.triple().getPredicate());
      things.add(statement.triple().getObject());
      things.addAll(statement.graphs());
    }
    things.removeIf(node -> !node.isURI());
    Labels labels = new Labels(visitor);
    labels.learn(reading.about(things, overview.used(Terms.LABELS)));
    Addresses addresses = Addresses.of(things, overview, reading, pages.publicUrl());
    return new PageText(List.of(), labels, addresses, new Literals(pages, visitor));
  }

  private Line line(Statement statement, FragmentRequest request, PageText text) {
    return new Line(
        cell(Position.SUBJECT, statement.triple().getSubject(), request, text),
        cell(Position.PREDICATE, statement.triple().getPredicate(), request, text),
        cell(Position.OBJECT, statement.triple().getObject(), request, text),
        statement.graphs().stream()
            .map(graph -> cell(Position.GRAPH, graph, request, text))
            .toList());
  }

  private Cell cell(Position position, Node term, FragmentRequest request, PageText text) {
    boolean bound = !request.at(position).equals(Node.ANY);
    String narrow = term.isBlank() || bound ? "" : href(request.with(position, term));
    return new Cell(text.value(term), narrow);
  }

  private List<Form> forms(FragmentRequest request) {
    List<Form> forms = new ArrayList<>();
    for (RdfFormat format : RdfFormat.values()) {
      String href = href(request);
      forms.add(
          new Form(
              href + (href.contains("?") ? "&" : "?") + "format=" + format.suffix(),
              format == RdfFormat.JSON_LD ? "JSON-LD" : format.lang().getLabel(),
              format.mediaType()));
    }
    return forms;
  }

  /** With the language, if the address chose it. */
  private String href(FragmentRequest request) {
    String query = request.query();
    String lang = visitor.byAddress() ? "lang=" + visitor.language() : "";
    String both = query.isEmpty() || lang.isEmpty() ? query + lang : query + "&" + lang;
    return pages.publicUrl().path(FragmentRoutes.PATH) + (both.isEmpty() ? "" : "?" + both);
  }
}
