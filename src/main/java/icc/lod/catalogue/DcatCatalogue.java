package icc.lod.catalogue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The catalogue of a release by DCAT-AP 3.0.1: what the release says of itself, completed by what
 * is known of its files, counts and services. Every node is an IRI.
 */
final class DcatCatalogue {
  /** What a part has from the whole when it says nothing of its own. */
  private static final List<String> INHERITED =
      List.of(
          Rdf.DCT + "publisher",
          Rdf.DCT + "creator",
          Rdf.DCAT + "contactPoint",
          Rdf.DCAT + "theme",
          Rdf.DCAT + "keyword",
          Rdf.DCT + "spatial",
          Rdf.DCT + "temporal",
          Rdf.DCT + "accrualPeriodicity",
          Rdf.DCT + "conformsTo",
          Rdf.DCT + "language");

  private final Holdings holdings;
  private final Metadata metadata;
  private final Site site;
  private final Description description;
  private final Set<Node> licences = new TreeSet<>((a, b) -> a.getURI().compareTo(b.getURI()));

  private DcatCatalogue(Holdings holdings, Site site) {
    this.holdings = holdings;
    this.metadata = holdings.metadata();
    this.site = site;
    this.description = new Description(metadata);
  }

  /** The data sets that a catalogue lists, the whole first. */
  static List<Node> datasets(Holdings holdings) {
    List<Node> all = new ArrayList<>(List.of(holdings.metadata().dataset()));
    all.addAll(holdings.metadata().parts());
    return all;
  }

  /** The catalogue with some of its data sets, or all. */
  static Graph of(Holdings holdings, Site site, List<Node> datasets) {
    DcatCatalogue made = new DcatCatalogue(holdings, site);
    made.catalogue(datasets);
    for (Node dataset : datasets) {
      if (dataset.equals(holdings.metadata().dataset())) {
        made.whole(dataset);
      } else {
        made.part(dataset);
      }
    }
    made.services(datasets);
    return made.description.finish();
  }

  private void catalogue(List<Node> datasets) {
    Node catalogue = metadata.catalogue();
    Rdf rdf = description.rdf();
    rdf.type(catalogue, Rdf.DCAT + "Catalog");
    description.copy(catalogue, catalogue);
    description.texts(catalogue, "catalogue", holdings.host());
    publisher(catalogue);
    languages(catalogue);
    description.once(catalogue, Rdf.DCT + "license", licence(metadata.dataset()));
    description.document(catalogue, Rdf.FOAF + "homepage", site.address("/"));
    rdf.add(catalogue, Rdf.DCAT + "themeTaxonomy", Concepts.scheme("data-theme"));
    String issued = "";
    String modified = "";
    for (Node dataset : datasets(holdings)) {
      Dates dates = holdings.dates(dataset);
      issued = issued.isEmpty() || dates.issued().compareTo(issued) < 0 ? dates.issued() : issued;
      modified = dates.modified().compareTo(modified) > 0 ? dates.modified() : modified;
    }
    dates(catalogue, issued, modified);
    for (Node dataset : datasets) {
      rdf.add(catalogue, Rdf.DCAT + "dataset", dataset);
    }
  }

  private void whole(Node dataset) {
    description.copy(dataset, dataset);
    description.texts(dataset, "dataset", holdings.host());
    common(dataset);
    Rdf rdf = description.rdf();
    Node series = holdings.names().inCatalogue("releases");
    rdf.add(dataset, Rdf.DCAT + "inSeries", series).type(series, Rdf.DCAT + "DatasetSeries");
    String title = description.words(dataset, Rdf.DCT + "title", "en");
    description.texts(series, "series", title);
    for (String property : List.of("publisher", "accrualPeriodicity", "spatial", "temporal")) {
      description.inherit(series, dataset, Rdf.DCT + property);
    }
    description.inherit(series, dataset, Rdf.DCAT + "contactPoint");
    Dates dates = holdings.dates(dataset);
    dates(series, dates.issued(), dates.modified());
    rdf.add(
        dataset, Rdf.DCAT + "version", Rdf.string(Integer.toString(holdings.release().number())));
    proof(dataset);
    for (Dump dump : holdings.dumps()) {
      if (dump.whole()) {
        distribution(dataset, dump);
      }
    }
  }

  /** Where it is told what was checked on this release. */
  private void proof(Node dataset) {
    int number = holdings.release().number();
    if (Files.isDirectory(holdings.release().folder().resolve("proof"))) {
      Node page = Rdf.iri(site.origin() + "/releases/" + number + "/proof");
      description.add(dataset, Rdf.FOAF + "page", page);
    }
  }

  private void part(Node part) {
    description.copy(part, part);
    description.texts(part, "part", part.getURI());
    for (String property : INHERITED) {
      if (description.has(part, property)) {
        continue;
      }
      metadata
          .values(metadata.dataset(), property)
          .forEach(value -> description.add(part, property, value));
    }
    common(part);
    for (Dump dump : holdings.dumps()) {
      if (dump.content() == Dump.Content.GRAPH && dump.about().equals(part.getURI())) {
        distribution(part, dump);
      }
    }
    if (!part.equals(metadata.dataset())) {
      description.rdf().add(metadata.dataset(), Rdf.DCT + "hasPart", part);
    }
  }

  private void common(Node dataset) {
    Rdf rdf = description.rdf();
    rdf.type(dataset, Rdf.DCAT + "Dataset")
        .add(dataset, Rdf.DCT + "identifier", Rdf.string(dataset.getURI()));
    publisher(dataset);
    languages(dataset);
    description.once(
        dataset, Rdf.DCT + "accessRights", Concepts.authority("access-right", "PUBLIC"));
    Dates dates = holdings.dates(dataset);
    dates(dataset, dates.issued(), dates.modified());
    description.document(dataset, Rdf.DCAT + "landingPage", site.address(Names.CATALOGUE));
  }

  private void publisher(Node subject) {
    if (description.has(subject, Rdf.DCT + "publisher")) {
      return;
    }
    List<Node> known = metadata.values(metadata.dataset(), Rdf.DCT + "publisher");
    if (known.isEmpty()) {
      Node agent = holdings.names().inCatalogue("publisher");
      description.rdf().type(agent, Rdf.FOAF + "Agent");
      Concepts.text("publisher", Rdf.DCT + "title", holdings.host())
          .forEach(name -> description.add(agent, Rdf.FOAF + "name", name));
      description.add(subject, Rdf.DCT + "publisher", agent);
    } else {
      description.add(subject, Rdf.DCT + "publisher", known.get(0));
    }
  }

  private void languages(Node subject) {
    if (!description.has(subject, Rdf.DCT + "language")) {
      for (String tag : holdings.languages()) {
        Concepts.language(tag)
            .ifPresent(language -> description.add(subject, Rdf.DCT + "language", language));
      }
    }
  }

  private void dates(Node subject, String issued, String modified) {
    description.once(subject, Rdf.DCT + "issued", Rdf.dateTime(issued));
    description.once(subject, Rdf.DCT + "modified", Rdf.dateTime(modified));
  }

  /** The licence of a data set, of the whole, or what most of the data is under. */
  private Node licence(Node dataset) {
    for (Node subject : List.of(dataset, metadata.dataset(), metadata.catalogue())) {
      List<Node> own = metadata.values(subject, Rdf.DCT + "license");
      if (!own.isEmpty()) {
        return Concepts.same(own.get(0));
      }
    }
    return site.licence().isEmpty() ? Node.ANY : Concepts.same(Rdf.iri(site.licence()));
  }

  private void distribution(Node dataset, Dump dump) {
    Node licence = licence(dataset);
    if (licence.isURI()) {
      licences.add(licence);
    }
    Distribution.of(holdings, site, dataset, dump, licence, description);
  }

  private void services(List<Node> datasets) {
    for (Services.Kind kind : Services.Kind.values()) {
      if (site.answers().test(kind.path())) {
        Node service = Services.describe(kind, holdings.names(), site, description);
        description.rdf().add(metadata.catalogue(), Rdf.DCAT + "service", service);
        datasets.forEach(
            dataset -> description.rdf().add(service, Rdf.DCAT + "servesDataset", dataset));
        for (String property :
            List.of(Rdf.DCAT + "theme", Rdf.DCAT + "keyword", Rdf.DCAT + "contactPoint")) {
          description.inherit(service, metadata.dataset(), property);
        }
        description.inherit(service, metadata.dataset(), Rdf.DCT + "publisher");
        description.once(service, Rdf.DCT + "license", licence(metadata.dataset()));
        publisher(service);
      }
    }
  }

  /** Statements of a graph about a node, for pages. */
  static List<Triple> about(Graph graph, Node node) {
    return graph.find(node, Node.ANY, Node.ANY).toList();
  }
}
