package icc.lod.entity;

import icc.lod.entity.HomePage.ClassCount;
import icc.lod.entity.HomePage.Question;
import icc.lod.entity.HomePage.Way;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.Example;
import icc.lod.store.Release;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Makes home pages out of portraits, for each visitor's language. Thread-safe. */
final class HomePages {
  /** More kinds at first sight are a wall. */
  private static final int FIRST_THINGS = 16;

  private static final Map<String, String> WAYS =
      Map.of(
          "home.way.browse", "/browse",
          "home.way.sparql", "/sparql",
          "home.way.catalogue", "/catalog",
          "home.way.dumps", "/dumps/",
          "home.way.ontology", "/ontology",
          "home.way.link", "/link",
          "home.way.api", "/api");

  private final Pages pages;

  HomePages(Pages pages) {
    this.pages = pages;
  }

  HomePage page(Portrait portrait, Release release, Visitor visitor) {
    Labels labels = new Labels(visitor);
    labels.learn(portrait.words());
    PageText text =
        new PageText(List.of(), labels, portrait.addresses(), new Literals(pages, visitor));
    List<ClassCount> own = new ArrayList<>();
    List<ClassCount> shared = new ArrayList<>();
    List<ClassCount> language = new ArrayList<>();
    sort(portrait, labels, own, shared, language);
    List<ClassCount> things = own.isEmpty() ? shared : own;
    Overview overview = portrait.overview();
    List<Node> subject = portrait.subject();
    LocalDate made = release.created().atZone(ZoneOffset.UTC).toLocalDate();
    Node day = NodeFactory.createLiteralDT(made.toString(), XSDDatatype.XSDdate);
    return new HomePage(
        subject.stream().map(labels::label).toList(),
        subject.stream().flatMap(n -> labels.description(n).stream()).toList(),
        overview.subject().stream().map(text::link).toList(),
        release.triples(),
        new Literals(pages, visitor).literal(day).text().value(),
        portrait.figures().stream().map(o -> ObservationCharts.figure(o, o.node(), text)).toList(),
        Timeline.of(portrait.events(), made, text::link, text::value),
        portrait.questions().stream().map(example -> question(example, labels)).toList(),
        portrait.placed() && pages.answers("/map"),
        things.subList(0, Math.min(things.size(), FIRST_THINGS)),
        things.subList(Math.min(things.size(), FIRST_THINGS), things.size()),
        own.isEmpty() ? List.of() : shared,
        language,
        ways());
  }

  private static void sort(
      Portrait portrait,
      Labels labels,
      List<ClassCount> own,
      List<ClassCount> shared,
      List<ClassCount> language) {
    Overview overview = portrait.overview();
    overview
        .classes()
        .forEach(
            (node, count) -> {
              boolean ours = EntityIri.of(node).map(overview.space()::covers).orElse(false);
              List<ClassCount> list = isLanguage(node) ? language : ours ? own : shared;
              list.add(classCount(node, count, labels, portrait.addresses()));
            });
  }

  private static ClassCount classCount(Node node, long count, Labels labels, Addresses addresses) {
    EntityIri iri = new EntityIri(node.getURI());
    return new ClassCount(
        addresses.href(addresses.path(iri)), labels.label(node), iri.text(), count);
  }

  private static boolean isLanguage(Node node) {
    return Terms.LANGUAGES.stream().anyMatch(node.getURI()::startsWith);
  }

  /** A question has a page of its own, or is asked at the endpoint. */
  private Question question(Example example, Labels labels) {
    Node node = NodeFactory.createURI(example.iri());
    String slug = example.iri().replaceAll(".*[/#]", "");
    String page = "/examples/" + slug;
    String href =
        pages.answers(page)
            ? page
            : "/sparql?query=" + URLEncoder.encode(example.text(), StandardCharsets.UTF_8);
    Text asked = labels.description(node).orElseGet(() -> labels.label(node));
    return new Question(pages.publicUrl().path(href), asked);
  }

  private List<Way> ways() {
    return WAYS.entrySet().stream()
        .filter(way -> pages.answers(way.getValue()))
        .sorted(Map.Entry.comparingByKey())
        .map(way -> new Way(way.getKey(), pages.publicUrl().path(way.getValue())))
        .toList();
  }
}
