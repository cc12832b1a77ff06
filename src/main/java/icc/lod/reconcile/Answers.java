package icc.lod.reconcile;

import icc.lod.reconcile.Candidate.Feature;
import icc.lod.view.Text;
import icc.lod.web.Visitor;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonObject;

/**
 * Results as the two versions of the API write them. For one thread.
 *
 * @param texts the site's texts in the visitor's language, by key
 */
record Answers(Naming naming, Visitor visitor, Function<String, String> texts) {
  /** API 0.2, "reconciliation result batch". */
  JsonObject batch(Collection<String> keys, List<List<Candidate>> results) {
    JsonObject json = new JsonObject();
    int at = 0;
    for (String key : keys) {
      JsonObject result = new JsonObject();
      result.put("result", candidates(results.get(at++), false));
      json.put(key, result);
    }
    return json;
  }

  /** 1.0-draft, "reconciliation result batch". */
  JsonObject draft(List<List<Candidate>> results) {
    JsonArray all = new JsonArray();
    for (List<Candidate> candidates : results) {
      JsonObject result = new JsonObject();
      result.put("candidates", candidates(candidates, true));
      all.add(result);
    }
    JsonObject json = new JsonObject();
    json.put("results", all);
    return json;
  }

  private JsonArray candidates(List<Candidate> candidates, boolean draft) {
    JsonArray list = new JsonArray();
    candidates.forEach(candidate -> list.add(candidate(candidate, draft)));
    return list;
  }

  private JsonObject candidate(Candidate candidate, boolean draft) {
    JsonObject json = new JsonObject();
    Text name = naming.name(candidate.thing());
    json.put("id", candidate.thing().node().getURI());
    json.put("name", name.value());
    String description = naming.description(candidate.thing());
    if (!description.isEmpty()) {
      json.put("description", description);
    }
    if (draft) {
      json.put("lang", name.lang().isEmpty() ? visitor.language() : name.lang());
    }
    json.put("score", Json.number(candidate.score()));
    json.put("match", candidate.match());
    json.put("type", types(naming.types(candidate.thing())));
    JsonArray features = new JsonArray();
    candidate.features().forEach(feature -> features.add(feature(feature, draft)));
    json.put("features", features);
    return json;
  }

  JsonArray types(List<Schema.Term> terms) {
    JsonArray types = new JsonArray();
    terms.forEach(term -> types.add(term(term)));
    return types;
  }

  JsonObject term(Schema.Term term) {
    JsonObject json = new JsonObject();
    json.put("id", term.iri());
    json.put("name", naming.term(term).value());
    return json;
  }

  private JsonObject feature(Feature feature, boolean draft) {
    JsonObject json = new JsonObject();
    json.put("id", feature.id());
    if (draft) {
      json.put("name", featureName(feature.id()));
    }
    json.put(
        "value",
        feature.truth() ? new JsonBoolean(feature.value() > 0) : Json.number(feature.value()));
    return json;
  }

  private String featureName(String id) {
    int colon = id.indexOf(':');
    String key = colon < 0 ? id : id.substring(0, colon);
    String name = texts.apply("reconcile.feature." + key);
    return colon < 0 ? name : name + ": " + id.substring(colon + 1);
  }
}
