package icc.lod.linking;

import icc.lod.rdf.RdfFormat;
import icc.lod.view.RdfDocument;
import icc.lod.view.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** Answers of a lookup as programs read them. */
final class LookupDocuments {
  private static final List<String> HEAD =
      List.of(
          "asked",
          "status",
          "iri",
          "label",
          "register",
          "code",
          "target",
          "property",
          "confidence",
          "sources");

  private LookupDocuments() {}

  static byte[] json(List<Answer> answers, boolean list, String origin) {
    JsonArray all = new JsonArray();
    answers.forEach(answer -> all.add(json(answer, origin)));
    JsonObject json = new JsonObject();
    json.put("results", all);
    return (JSON.toString(list ? json : all.get(0)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A row for each identifier of each match, so that a table of codes becomes another. */
  static byte[] csv(List<Answer> answers) {
    Table table = Table.csv().row(HEAD);
    for (Answer answer : answers) {
      if (answer.matches().isEmpty()) {
        List<String> row = new ArrayList<>(List.of(answer.asked(), answer.status()));
        row.addAll(HEAD.subList(2, HEAD.size()).stream().map(name -> "").toList());
        table.row(row);
      }
      for (Match match : answer.matches()) {
        if (match.identifiers().isEmpty()) {
          table.row(row(answer, match, "", "", "", "", "", ""));
        }
        for (Identifier i : match.identifiers()) {
          table.row(
              row(
                  answer,
                  match,
                  i.register().value(),
                  i.code(),
                  i.iri(),
                  i.property(),
                  i.confidence().value(),
                  String.join(" ", i.sources())));
        }
      }
    }
    return table.bytes();
  }

  static byte[] rdf(Collection<Triple> statements, Map<String, String> prefixes, RdfFormat format) {
    Graph graph = GraphFactory.createDefaultGraph();
    statements.forEach(graph::add);
    return RdfDocument.write(graph, prefixes, format);
  }

  /** An answer as JSON. */
  static JsonObject json(Answer answer, String origin) {
    JsonObject json = new JsonObject();
    json.put("asked", answer.asked());
    json.put("status", answer.status());
    json.put("total", answer.total());
    json.put("matches", matches(answer.matches(), origin));
    if (!answer.nearest().isEmpty()) {
      json.put("nearest", matches(answer.nearest(), origin));
    }
    return json;
  }

  private static JsonArray matches(List<Match> matches, String origin) {
    JsonArray all = new JsonArray();
    for (Match match : matches) {
      JsonObject json = new JsonObject();
      json.put("iri", match.iri());
      json.put("page", origin + match.href());
      json.put("label", match.label().value());
      JsonArray types = new JsonArray();
      match.types().stream().map(Text::value).forEach(types::add);
      json.put("types", types);
      json.put("by", match.by());
      JsonArray identifiers = new JsonArray();
      match.identifiers().forEach(identifier -> identifiers.add(json(identifier)));
      json.put("identifiers", identifiers);
      all.add(json);
    }
    return all;
  }

  private static JsonObject json(Identifier identifier) {
    JsonObject json = new JsonObject();
    put(json, "register", identifier.register().value());
    put(json, "code", identifier.code());
    put(json, "iri", identifier.iri());
    put(json, "property", identifier.property());
    put(json, "confidence", identifier.confidence().value());
    put(json, "method", identifier.method().value());
    put(json, "date", identifier.date());
    put(json, "identifier", identifier.node());
    if (!identifier.sources().isEmpty()) {
      JsonArray sources = new JsonArray();
      identifier.sources().forEach(sources::add);
      json.put("sources", sources);
    }
    return json;
  }

  private static void put(JsonObject json, String name, String value) {
    if (!value.isEmpty()) {
      json.put(name, value);
    }
  }

  private static List<String> row(Answer answer, Match match, String... rest) {
    List<String> row =
        new ArrayList<>(
            List.of(answer.asked(), answer.status(), match.iri(), match.label().value()));
    row.addAll(List.of(rest));
    return row;
  }
}
