package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Links of several resources as one document (RFC 9264), in the order in which they were added:
 * what FAIR Signposting, level 2, wants of a page, its items and its metadata.
 */
final class Linkset {
  static final String TEXT = "application/linkset";
  static final String JSON_TYPE = "application/linkset+json";

  private record Link(String anchor, String relation, String target, String type) {}

  private final List<Link> links = new ArrayList<>();

  /** The links that lead to the link set of a thing, for its Link field (RFC 9264, section 6). */
  static List<String> header(Site site, String iri) {
    return List.of(
        "<" + address(site, iri) + ">; rel=\"linkset\"; type=\"" + TEXT + '"',
        "<" + address(site, iri) + "&format=json>; rel=\"linkset\"; type=\"" + JSON_TYPE + '"');
  }

  static String address(Site site, String iri) {
    return site.address(LinksetRoutes.PATH + "?iri=" + LinksetRoutes.encoded(iri));
  }

  /**
   * Adds a link.
   *
   * @param type media type of the target; empty for none
   */
  Linkset add(String anchor, String relation, String target, String type) {
    if (!target.isEmpty()) {
      links.add(new Link(ascii(anchor), relation, ascii(target), type));
    }
    return this;
  }

  private static String ascii(String iri) {
    return EntityIri.parse(iri).map(EntityIri::ascii).orElse(iri);
  }

  /** Section 4.1: as a Link field, one link a line. */
  byte[] text() {
    List<String> lines = new ArrayList<>();
    for (Link link : links) {
      String type = link.type().isEmpty() ? "" : "; type=\"" + link.type() + '"';
      lines.add(
          "<"
              + link.target()
              + ">; rel=\""
              + link.relation()
              + '"'
              + type
              + "; anchor=\""
              + link.anchor()
              + '"');
    }
    return (String.join(",\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Section 4.2: grouped by anchor and relation. */
  byte[] json() {
    Map<String, Map<String, JsonArray>> contexts = new LinkedHashMap<>();
    for (Link link : links) {
      JsonObject target = new JsonObject();
      target.put("href", link.target());
      if (!link.type().isEmpty()) {
        target.put("type", link.type());
      }
      contexts
          .computeIfAbsent(link.anchor(), a -> new LinkedHashMap<>())
          .computeIfAbsent(link.relation(), r -> new JsonArray())
          .add(target);
    }
    JsonArray set = new JsonArray();
    contexts.forEach(
        (anchor, relations) -> {
          JsonObject context = new JsonObject();
          context.put("anchor", anchor);
          relations.forEach(context::put);
          set.add(context);
        });
    JsonObject json = new JsonObject();
    json.put("linkset", set);
    return (JSON.toString(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
