package icc.lod.examples;

import icc.lod.examples.ExamplePage.Result;
import icc.lod.examples.ListPage.Card;
import icc.lod.examples.ListPage.Download;
import icc.lod.publish.ExampleAnswer.Kind;
import icc.lod.view.Addresses;
import icc.lod.view.Highlighting;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Reading;
import icc.lod.view.Snippets;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.PublicUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** Makes the page of an example. */
final class ExamplePages {
  /** Where the page is made: for whom, out of which release, at which address. */
  record Setting(
      ReleaseExamples examples,
      Naming naming,
      Overview overview,
      Reading reading,
      Literals literals,
      PublicUrl publicUrl,
      String origin) {}

  private final Setting setting;
  private final ExampleList list;

  ExamplePages(Setting setting) {
    this.setting = setting;
    this.list = new ExampleList(setting.examples(), setting.naming(), setting.publicUrl());
  }

  ExamplePage page(Entry entry) {
    KeptAnswer.Rows rows = entry.answer().rows();
    PageText text = text(entry, rows);
    List<Entry> order = list.inOrder();
    int place = order.indexOf(entry);
    String query = entry.example().text();
    String desk = setting.publicUrl().path("/sparql") + "?query=" + encode(query);
    Kind kind = entry.answer().kind();
    return new ExamplePage(
        text.link(entry.node()),
        setting.naming().title(entry),
        setting.naming().explanation(entry),
        entry.theme().map(this::theme).stream().toList(),
        setting.naming().keywords(entry).stream().map(this::keyword).toList(),
        entry.example().minimum(),
        Highlighting.of(query),
        desk,
        result(entry.answer(), rows, text),
        files(desk, kind),
        Snippets.of(setting.origin() + "/sparql", query, answer(kind)),
        forms(entry),
        list.related(entry).stream().filter(e -> !e.equals(entry)).map(list::card).toList(),
        cards(order, place - 1),
        cards(order, place + 1));
  }

  private List<Card> cards(List<Entry> order, int place) {
    return place < 0 || place >= order.size() ? List.of() : List.of(list.card(order.get(place)));
  }

  private Link theme(Node node) {
    String href =
        setting.publicUrl().path(ExampleRoutes.PATH) + "#" + ExampleList.anchor(Optional.of(node));
    return new Link(href, setting.naming().labels().label(node), node.getURI(), "");
  }

  private Link keyword(Text word) {
    String href = setting.publicUrl().path(ExampleRoutes.PATH) + "?keyword=" + encode(word.value());
    return new Link(href, word, "", "");
  }

  /** Everything the result names is asked for in one query, and where it leads in another. */
  private PageText text(Entry entry, KeptAnswer.Rows rows) {
    Set<Node> nodes = new HashSet<>();
    for (Binding row : rows.rows()) {
      row.forEach(
          (column, node) -> {
            if (node.isURI()) {
              nodes.add(node);
            }
          });
    }
    Labels labels = setting.naming().labels();
    labels.learn(setting.reading().about(nodes, Terms.LABELS));
    nodes.add(entry.node());
    Addresses addresses =
        Addresses.of(nodes, setting.overview(), setting.reading(), setting.publicUrl());
    return new PageText(List.of(), labels, addresses, setting.literals());
  }

  private Result result(KeptAnswer answer, KeptAnswer.Rows kept, PageText text) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Binding row : kept.rows()) {
      rows.add(
          kept.columns().stream()
              .map(column -> Cell.of(row, column, text, setting.literals()))
              .toList());
    }
    return new Result(
        answer.made(),
        answer.kind().name().toLowerCase(Locale.ROOT),
        answer.failure(),
        kept.columns().stream().map(Var::getVarName).toList(),
        rows,
        answer.total(),
        answer.millis());
  }

  private static List<Download> files(String desk, Kind kind) {
    Stream<Download> files =
        switch (kind) {
          case TABLE ->
              Stream.of(
                  new Download("CSV", "text/csv", "csv"),
                  new Download("TSV", "text/tab-separated-values", "tsv"),
                  new Download("JSON", "application/sparql-results+json", "json"),
                  new Download("XML", "application/sparql-results+xml", "xml"));
          case VERDICT ->
              Stream.of(
                  new Download("JSON", "application/sparql-results+json", "json"),
                  new Download("XML", "application/sparql-results+xml", "xml"));
          case STATEMENTS ->
              Stream.of(
                  new Download("Turtle", "text/turtle", "ttl"),
                  new Download("JSON-LD", "application/ld+json", "jsonld"),
                  new Download("N-Triples", "application/n-triples", "nt"),
                  new Download("RDF/XML", "application/rdf+xml", "rdf"));
          case QUADS ->
              Stream.of(
                  new Download("TriG", "application/trig", "trig"),
                  new Download("JSON-LD", "application/ld+json", "jsonld"),
                  new Download("N-Quads", "application/n-quads", "nq"));
        };
    return files
        .map(f -> new Download(f.name(), f.mediaType(), desk + "&format=" + f.href()))
        .toList();
  }

  private List<Download> forms(Entry entry) {
    String path = setting.publicUrl().path(entry.path());
    return Form.OF_ONE.stream()
        .filter(form -> form != Form.PAGE)
        .map(form -> new Download(form.title(), form.mediaType(), path + "." + form.suffix()))
        .toList();
  }

  private static Snippets.Answer answer(Kind kind) {
    return switch (kind) {
      case TABLE -> Snippets.Answer.TABLE;
      case VERDICT -> Snippets.Answer.VERDICT;
      case STATEMENTS -> Snippets.Answer.GRAPH;
      case QUADS -> Snippets.Answer.DATASET;
    };
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
