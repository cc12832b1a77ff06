package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Addresses;
import icc.lod.view.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.roaringbitmap.buffer.MutableRoaringBitmap;

/**
 * Things as GeoJSON (RFC 7946): a feature each, its position a point or, when none is known, null
 * (section 3.2).
 */
final class PlacesJson {
  private final BrowseSite site;
  private final JsonArray features = new JsonArray();

  PlacesJson(BrowseSite site) {
    this.site = site;
  }

  /** Adds some things of a kind. */
  void things(KindIndex index, List<Integer> ids) {
    List<KindIndex.Entry> entries = ids.stream().map(index::entry).toList();
    Addresses addresses = site.addresses(BrowseSite.nodes(entries));
    MutableRoaringBitmap things =
        MutableRoaringBitmap.bitmapOf(ids.stream().mapToInt(Integer::intValue).toArray());
    List<Map<Integer, List<FacetValue>>> facts =
        index.facets().stream().map(facet -> FacetFacts.of(facet, things)).toList();
    Text kind = KindNames.text(index.kind().names(), index.kind().iri(), site.visitor());
    for (int i = 0; i < ids.size(); i++) {
      int id = ids.get(i);
      JsonObject properties = properties(entries.get(i), addresses);
      properties.put("kind", kind.value());
      properties.put("type", index.kind().iri());
      for (int f = 0; f < facts.size(); f++) {
        List<FacetValue> values = facts.get(f).getOrDefault(id, List.of());
        if (!values.isEmpty()) {
          properties.put(index.facets().get(f).name(), texts(index.facets().get(f), values));
        }
      }
      features.add(feature(index, id, entries.get(i).iri(), properties));
    }
  }

  private static JsonObject feature(KindIndex index, int id, String iri, JsonObject properties) {
    JsonObject feature = new JsonObject();
    feature.put("type", "Feature");
    feature.put("id", iri);
    if (index.placed().contains(id)) {
      feature.put("geometry", point(index.point(id)));
    } else {
      feature.put("geometry", JsonNull.instance);
    }
    feature.put("properties", properties);
    return feature;
  }

  byte[] bytes() {
    JsonObject collection = new JsonObject();
    collection.put("type", "FeatureCollection");
    collection.put("features", features);
    return JSON.toStringFlat(collection).getBytes(StandardCharsets.UTF_8);
  }

  private JsonObject properties(KindIndex.Entry entry, Addresses addresses) {
    JsonObject properties = new JsonObject();
    Text label = KindNames.text(entry.names(), entry.iri(), site.visitor());
    properties.put("label", label.value());
    if (!label.lang().isEmpty()) {
      properties.put("lang", label.lang());
    }
    properties.put("iri", entry.iri());
    EntityIri.parse(entry.iri())
        .ifPresent(
            iri -> properties.put("page", site.pages().publicUrl().absolute(addresses.path(iri))));
    return properties;
  }

  private JsonArray texts(Facet facet, List<FacetValue> values) {
    JsonArray texts = new JsonArray();
    values.forEach(value -> texts.add(value.text(site.visitor(), facet.type()).value()));
    return texts;
  }

  /** Longitude first (section 3.1.1). */
  private static JsonObject point(KindIndex.Point point) {
    JsonArray coordinates = new JsonArray();
    coordinates.add(JsonNumber.value(point.longitude()));
    coordinates.add(JsonNumber.value(point.latitude()));
    JsonObject geometry = new JsonObject();
    geometry.put("type", "Point");
    geometry.put("coordinates", coordinates);
    return geometry;
  }
}
