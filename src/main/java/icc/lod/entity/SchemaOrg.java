package icc.lod.entity;

import icc.lod.view.Position;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What search engines read in a page: the thing in schema.org's words. */
final class SchemaOrg {
  /** What search engines for data sets look for, by its name in DCAT. */
  private static final Map<String, String> CATALOGUED =
      Map.of(
          "http://www.w3.org/ns/dcat#Dataset", "Dataset",
          "http://www.w3.org/ns/dcat#Catalog", "DataCatalog");

  private SchemaOrg() {}

  /** JSON-LD that no text in it can lead out of a script element. */
  static String json(
      Description description, Text title, List<Text> descriptions, List<Position> positions) {
    Node node = description.iri().node();
    JsonObject json = new JsonObject();
    json.put("@context", "https://schema.org");
    json.put("@id", description.iri().text());
    json.put("@type", array(types(description, node), "Thing"));
    json.put("name", title.value());
    descriptions.forEach(text -> json.put("description", text.value()));
    JsonArray same = new JsonArray();
    for (Triple triple : description.about(node)) {
      boolean sameness =
          triple.getPredicate().equals(Terms.SAME_AS)
              || triple.getPredicate().equals(Terms.EXACT_MATCH);
      if (sameness && triple.getObject().isURI()) {
        same.add(triple.getObject().getURI());
      }
    }
    if (!same.isEmpty()) {
      json.put("sameAs", same);
    }
    for (Position position : positions) {
      JsonObject geo = new JsonObject();
      geo.put("@type", "GeoCoordinates");
      geo.put("latitude", position.latitude());
      geo.put("longitude", position.longitude());
      json.put("geo", geo);
    }
    return safe(JSON.toStringFlat(json));
  }

  private static Set<String> types(Description description, Node node) {
    Set<String> types = new LinkedHashSet<>();
    for (Triple triple : description.about(node)) {
      if (triple.getPredicate().equals(Terms.TYPE) && triple.getObject().isURI()) {
        String type = triple.getObject().getURI();
        if (CATALOGUED.containsKey(type)) {
          types.add(CATALOGUED.get(type));
        } else if (type.matches("https?://schema\\.org/[A-Za-z0-9]+")) {
          types.add(type.substring(type.lastIndexOf('/') + 1));
        }
      }
    }
    return types;
  }

  private static JsonArray array(Set<String> values, String otherwise) {
    JsonArray array = new JsonArray();
    (values.isEmpty() ? Set.of(otherwise) : values).forEach(array::add);
    return array;
  }

  private static String safe(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
