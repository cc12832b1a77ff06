package icc.lod.catalogue;

import icc.lod.rdf.Languages;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The catalogue in schema.org's words, as search engines for data sets read it in the page. */
final class SchemaOrgCatalogue {
  private static final int SHORTEST = 50;
  private static final int LONGEST = 5000;

  private final Graph graph;
  private final Languages languages;

  private SchemaOrgCatalogue(Graph graph, Languages languages) {
    this.graph = graph;
    this.languages = languages;
  }

  /** JSON-LD that no text in it can lead out of a script element. */
  static String json(Holdings holdings, Graph graph, Site site, Languages languages) {
    SchemaOrgCatalogue made = new SchemaOrgCatalogue(graph, languages);
    Node catalogue = holdings.metadata().catalogue();
    JsonObject json = new JsonObject();
    json.put("@context", "https://schema.org");
    json.put("@type", "DataCatalog");
    json.put("@id", catalogue.getURI());
    json.put("url", site.address(Names.CATALOGUE));
    made.text(catalogue, Rdf.DCT + "title", "name", json);
    made.text(catalogue, Rdf.DCT + "description", "description", json);
    JsonArray datasets = new JsonArray();
    for (Node dataset : DcatCatalogue.datasets(holdings)) {
      datasets.add(made.dataset(dataset, catalogue, site));
    }
    json.put("dataset", datasets);
    return JSON.toStringFlat(json)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private JsonObject dataset(Node dataset, Node catalogue, Site site) {
    JsonObject json = new JsonObject();
    json.put("@type", "Dataset");
    json.put("@id", dataset.getURI());
    json.put("identifier", dataset.getURI());
    json.put("url", site.address(Names.CATALOGUE) + "#part-" + Names.part(dataset.getURI()));
    text(dataset, Rdf.DCT + "title", "name", json);
    json.put("description", description(dataset));
    json.put("isAccessibleForFree", true);
    first(dataset, Rdf.DCT + "modified", "dateModified", json);
    first(dataset, Rdf.DCT + "issued", "datePublished", json);
    first(dataset, Rdf.DCAT + "version", "version", json);
    JsonArray keywords = new JsonArray();
    values(dataset, Rdf.DCAT + "keyword").stream()
        .map(Node::getLiteralLexicalForm)
        .sorted()
        .forEach(keywords::add);
    json.put("keywords", keywords);
    creator(dataset, json);
    coverage(dataset, json);
    JsonObject in = new JsonObject();
    in.put("@id", catalogue.getURI());
    in.put("@type", "DataCatalog");
    json.put("includedInDataCatalog", in);
    distributions(dataset, json);
    return json;
  }

  /** Search engines take no description that is shorter, or longer. */
  private String description(Node dataset) {
    String text = best(dataset, Rdf.DCT + "description");
    String whole = text.length() < SHORTEST ? best(dataset, Rdf.DCT + "title") + ". " + text : text;
    return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
  }

  private void creator(Node dataset, JsonObject json) {
    for (Node agent : values(dataset, Rdf.DCT + "publisher")) {
      JsonObject creator = new JsonObject();
      creator.put("@type", "Organization");
      creator.put("@id", agent.getURI());
      creator.put("name", best(agent, Rdf.FOAF + "name"));
      json.put("creator", creator);
    }
  }

  private void coverage(Node dataset, JsonObject json) {
    JsonArray places = new JsonArray();
    values(dataset, Rdf.DCT + "spatial").stream()
        .map(place -> best(place, Rdf.SKOS + "prefLabel"))
        .filter(name -> !name.isEmpty())
        .sorted()
        .forEach(places::add);
    if (!places.isEmpty()) {
      json.put("spatialCoverage", places);
    }
    for (Node period : values(dataset, Rdf.DCT + "temporal")) {
      String start = best(period, Rdf.DCAT + "startDate");
      String end = best(period, Rdf.DCAT + "endDate");
      json.put(
          "temporalCoverage",
          (start.isEmpty() ? ".." : start) + "/" + (end.isEmpty() ? ".." : end));
    }
  }

  private void distributions(Node dataset, JsonObject json) {
    JsonArray files = new JsonArray();
    for (Node file :
        values(dataset, Rdf.DCAT + "distribution").stream()
            .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
            .toList()) {
      JsonObject download = new JsonObject();
      download.put("@type", "DataDownload");
      first(file, Rdf.DCAT + "downloadURL", "contentUrl", download);
      String type = iri(file, Rdf.DCAT + "mediaType");
      download.put("encodingFormat", type.replaceAll("^.*/media-types/", ""));
      first(file, Rdf.DCAT + "byteSize", "contentSize", download);
      String licence = iri(file, Rdf.DCT + "license");
      if (!licence.isEmpty()) {
        json.put("license", licence);
      }
      files.add(download);
    }
    json.put("distribution", files);
  }

  private void text(Node subject, String property, String name, JsonObject json) {
    String text = best(subject, property);
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }

  private void first(Node subject, String property, String name, JsonObject json) {
    values(subject, property).stream()
        .findFirst()
        .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
        .ifPresent(text -> json.put(name, text));
  }

  private String iri(Node subject, String property) {
    return values(subject, property).stream().map(Node::getURI).findFirst().orElse("");
  }

  private String best(Node subject, String property) {
    return languages.best(values(subject, property)).map(Node::getLiteralLexicalForm).orElse("");
  }

  private List<Node> values(Node subject, String property) {
    return graph.find(subject, Rdf.iri(property), Node.ANY).mapWith(Triple::getObject).toList();
  }
}
