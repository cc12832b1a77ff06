package icc.lod.catalogue;

import icc.lod.catalogue.CataloguePage.Entry;
import icc.lod.catalogue.CataloguePage.Fact;
import icc.lod.catalogue.CataloguePage.File;
import icc.lod.catalogue.CataloguePage.Link;
import icc.lod.catalogue.CataloguePage.Service;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.rdf.RdfFormat;
import icc.lod.view.Text;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Makes the page of the catalogue out of the graph that machines get. */
final class CataloguePages {
  private static final List<String> SHOWN =
      List.of(
          Rdf.DCT + "publisher",
          Rdf.DCAT + "contactPoint",
          Rdf.DCT + "spatial",
          Rdf.DCT + "temporal",
          Rdf.DCAT + "theme",
          Rdf.DCAT + "keyword",
          Rdf.DCT + "language",
          Rdf.DCT + "accrualPeriodicity",
          Rdf.DCT + "issued",
          Rdf.DCT + "modified");

  private static final List<String> NAMES =
      List.of(
          Rdf.SKOS + "prefLabel",
          Rdf.FOAF + "name",
          Rdf.DCT + "title",
          Rdf.VCARD + "fn",
          Rdf.RDFS + "label");

  private final Holdings holdings;
  private final Graph graph;
  private final Pages pages;
  private final PublicUrl publicUrl;
  private final Visitor visitor;
  private final IriSpace space;

  private CataloguePages(
      Holdings holdings, Graph graph, Pages pages, PublicUrl publicUrl, Visitor visitor) {
    this.holdings = holdings;
    this.graph = graph;
    this.pages = pages;
    this.publicUrl = publicUrl;
    this.visitor = visitor;
    this.space = new IriSpace(holdings.release().base());
  }

  static CataloguePage page(
      Holdings holdings,
      Graph graph,
      Site site,
      Pages pages,
      PublicUrl publicUrl,
      Visitor visitor) {
    CataloguePages made = new CataloguePages(holdings, graph, pages, publicUrl, visitor);
    Node catalogue = holdings.metadata().catalogue();
    List<Entry> datasets = DcatCatalogue.datasets(holdings).stream().map(made::dataset).toList();
    List<Link> forms = new ArrayList<>();
    for (RdfFormat format : RdfFormat.values()) {
      String name = format == RdfFormat.JSON_LD ? "JSON-LD" : format.lang().getLabel();
      forms.add(
          new Link(Text.plain(name), publicUrl.path(Names.CATALOGUE + "." + format.suffix())));
    }
    return new CataloguePage(
        made.title(catalogue),
        made.texts(catalogue, Rdf.DCT + "description"),
        made.facts(catalogue),
        datasets,
        made.services(),
        forms,
        SchemaOrgCatalogue.json(holdings, graph, site, visitor.languages()));
  }

  private Text title(Node subject) {
    return texts(subject, Rdf.DCT + "title").stream()
        .findFirst()
        .orElseGet(() -> Text.plain(subject.getURI()));
  }

  /** The best text in the visitor's languages. */
  private List<Text> texts(Node subject, String property) {
    return visitor.languages().best(values(subject, property)).stream()
        .map(text -> Text.of(text, visitor.language()))
        .toList();
  }

  private List<Node> values(Node subject, String property) {
    return graph.find(subject, Rdf.iri(property), Node.ANY).mapWith(Triple::getObject).toList();
  }

  private Entry dataset(Node dataset) {
    String iri = dataset.getURI();
    String href =
        EntityIri.parse(iri)
            .filter(known -> holdings.metadata().graph().contains(dataset, Node.ANY, Node.ANY))
            .map(known -> publicUrl.path(space.document(known)))
            .orElse("");
    List<Fact> facts = new ArrayList<>(facts(dataset));
    long triples =
        dataset.equals(holdings.metadata().dataset())
            ? holdings.count("triples")
            : holdings.dates(dataset).triples();
    facts.add(new Fact("catalogue.triples", List.of(new Link(Text.plain(number(triples)), ""))));
    if (!href.isEmpty()) {
      facts.add(new Fact("catalogue.iri", List.of(new Link(Text.plain(iri), href))));
    }
    return new Entry(
        "part-" + Names.part(iri),
        title(dataset),
        texts(dataset, Rdf.DCT + "description"),
        iri,
        facts,
        files(dataset));
  }

  private List<Fact> facts(Node subject) {
    List<Fact> facts = new ArrayList<>();
    for (String property : SHOWN) {
      List<Link> values = shown(values(subject, property));
      if (!values.isEmpty()) {
        String local =
            property.substring(Math.max(property.lastIndexOf('/'), property.lastIndexOf('#')) + 1);
        facts.add(new Fact("catalogue." + local, values));
      }
    }
    return facts;
  }

  private List<Link> shown(List<Node> values) {
    List<Node> languages =
        values.stream().filter(v -> v.isLiteral() && !v.getLiteralLanguage().isEmpty()).toList();
    Optional<Node> best = visitor.languages().best(languages);
    String language = best.map(Node::getLiteralLanguage).orElse("");
    return values.stream()
        .filter(
            v ->
                !v.isLiteral()
                    || v.getLiteralLanguage().equals(language)
                    || v.getLiteralLanguage().isEmpty())
        .map(this::link)
        .sorted(Comparator.comparing(link -> link.text().value()))
        .toList();
  }

  private Link link(Node value) {
    if (value.isLiteral()) {
      String text = value.getLiteralLexicalForm();
      boolean instant = value.getLiteralDatatypeURI().equals(Rdf.XSD + "dateTime");
      return new Link(
          instant ? Text.plain(text.substring(0, 10)) : Text.of(value, visitor.language()), "");
    }
    for (String property : NAMES) {
      List<Text> names = texts(value, property);
      if (!names.isEmpty()) {
        return new Link(names.get(0), href(value));
      }
    }
    return new Link(Text.plain(value.getURI()), href(value));
  }

  /** Our own things have their pages here, wherever the base leads; others theirs elsewhere. */
  private String href(Node thing) {
    return EntityIri.parse(thing.getURI())
        .filter(space::covers)
        .map(iri -> publicUrl.path(space.document(iri)))
        .orElse(thing.getURI());
  }

  private List<File> files(Node dataset) {
    List<File> files = new ArrayList<>();
    for (Dump dump : holdings.dumps()) {
      Node file = holdings.names().inCatalogue(dump.name());
      if (graph.contains(dataset, Rdf.iri(Rdf.DCAT + "distribution"), file)) {
        files.add(file(dump, title(file)));
      }
    }
    return files;
  }

  private File file(Dump dump, Text title) {
    return new File(
        title,
        dump.name(),
        publicUrl.path(DumpRoutes.PATH + dump.name()),
        size(dump.bytes()),
        dump.sha256());
  }

  private List<Service> services() {
    return graph
        .find(holdings.metadata().catalogue(), Rdf.iri(Rdf.DCAT + "service"), Node.ANY)
        .mapWith(Triple::getObject)
        .toList()
        .stream()
        .sorted(Comparator.comparing(Node::getURI))
        .map(
            service ->
                new Service(
                    title(service),
                    texts(service, Rdf.DCT + "description"),
                    values(service, Rdf.DCAT + "endpointURL").get(0).getURI()))
        .toList();
  }

  private String number(long number) {
    return NumberFormat.getIntegerInstance(locale()).format(number);
  }

  private Locale locale() {
    return Locale.forLanguageTag(visitor.language());
  }

  private String size(long bytes) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(1);
    return bytes < 1_000
        ? pages.text(visitor, "catalogue.bytes", bytes)
        : bytes < 1_000_000
            ? pages.text(visitor, "catalogue.kilobytes", format.format(bytes / 1e3))
            : pages.text(visitor, "catalogue.megabytes", format.format(bytes / 1e6));
  }

  /** All files, for the index of the dumps. */
  static List<File> files(Holdings holdings, Pages pages, PublicUrl publicUrl, Visitor visitor) {
    CataloguePages made =
        new CataloguePages(holdings, holdings.metadata().graph(), pages, publicUrl, visitor);
    return holdings.dumps().stream().map(dump -> made.file(dump, Text.plain(dump.name()))).toList();
  }
}
