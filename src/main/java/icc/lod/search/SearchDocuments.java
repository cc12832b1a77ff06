package icc.lod.search;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.PublicUrl;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Hits for programs. */
final class SearchDocuments {
  private SearchDocuments() {}

  /**
   * {@code {query, type, total, page, pages, match, types: [{iri, count}], hits: [{iri, label,
   * lang, url, types, name, description}]}}; {@code match} tells how near the hits are: all,
   * nearly, some.
   */
  static byte[] json(
      SearchRequest request, SearchResult result, List<Hit> hits, PublicUrl publicUrl) {
    JsonObject json = new JsonObject();
    json.put("query", request.text());
    json.put("type", request.type());
    json.put("total", result.total());
    json.put("page", request.page());
    json.put("pages", (result.total() + SearchRequest.PAGE_SIZE - 1) / SearchRequest.PAGE_SIZE);
    json.put("match", result.how().name().toLowerCase(java.util.Locale.ROOT));
    JsonArray types = new JsonArray();
    result
        .types()
        .forEach(
            (iri, count) -> {
              JsonObject type = new JsonObject();
              type.put("iri", iri);
              type.put("count", count);
              types.add(type);
            });
    json.put("types", types);
    JsonArray list = new JsonArray();
    hits.forEach(hit -> list.add(json(hit, publicUrl)));
    json.put("hits", list);
    return bytes(JSON.toString(json) + "\n");
  }

  static JsonObject json(Hit hit, PublicUrl publicUrl) {
    JsonObject json = new JsonObject();
    json.put("iri", hit.link().iri());
    json.put("label", Hit.text(hit.label()));
    put(json, "lang", hit.link().text().lang());
    json.put("url", absolute(hit.link().href(), publicUrl));
    JsonArray types = new JsonArray();
    hit.typeIris().forEach(types::add);
    json.put("types", types);
    put(json, "name", Hit.text(hit.other()));
    put(json, "description", Hit.text(hit.snippet()));
    return json;
  }

  private static void put(JsonObject json, String key, String value) {
    if (!value.isEmpty()) {
      json.put(key, value);
    }
  }

  /** RFC 4180, with the names of the columns first. */
  static byte[] csv(List<Hit> hits, PublicUrl publicUrl) {
    StringBuilder csv = new StringBuilder("iri,label,types,url,name,description\r\n");
    for (Hit hit : hits) {
      csv.append(field(hit.link().iri())).append(',');
      csv.append(field(Hit.text(hit.label()))).append(',');
      csv.append(field(String.join(" ", hit.typeIris()))).append(',');
      csv.append(field(absolute(hit.link().href(), publicUrl))).append(',');
      csv.append(field(Hit.text(hit.other()))).append(',');
      csv.append(field(Hit.text(hit.snippet()))).append("\r\n");
    }
    return bytes(csv.toString());
  }

  private static String field(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** Types, names and descriptions of the things, as the release states them. */
  static byte[] rdf(SearchResult result, Map<String, String> prefixes, RdfFormat syntax) {
    Graph graph = GraphFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefixes(prefixes);
    for (StoredThing thing : result.things()) {
      thing.types().forEach(type -> graph.add(Triple.create(thing.node(), RDF.Nodes.type, type)));
      thing.names().forEach(graph::add);
      thing.descriptions().forEach(graph::add);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RDFWriter.source(graph).format(syntax.writer()).output(out);
    return out.toByteArray();
  }

  /** Links of pages start with the prefix; a document that is kept needs the whole address. */
  static String absolute(String href, PublicUrl publicUrl) {
    return publicUrl.absolute(href.substring(publicUrl.prefix().length()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
