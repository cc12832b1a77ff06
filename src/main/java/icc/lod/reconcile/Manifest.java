package icc.lod.reconcile;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What the service says of itself (API 0.2, "Service Manifest").
 *
 * @param name of the service
 * @param origin the address of the site, absolute
 * @param base the beginning of its identifiers
 * @param schemaSpace the IRI of what its types belong to
 * @param language added to the addresses when the manifest was asked for in one, or empty
 * @param release number of the release
 * @param texts the site's texts in the visitor's language, by key
 */
record Manifest(
    String name,
    String origin,
    String base,
    String schemaSpace,
    String language,
    String release,
    List<Schema.Term> defaultTypes,
    ReconcileSettings settings,
    Answers answers,
    UnaryOperator<String> texts) {
  static final int PREVIEW_WIDTH = 420;
  static final int PREVIEW_HEIGHT = 240;
  private static final List<String> KINDS = List.of("entity", "type", "property");

  /** That of 0.2. */
  JsonObject stable() {
    JsonObject json = common("0.2");
    json.put("identifierSpace", base);
    json.put("schemaSpace", schemaSpace);
    json.put("view", url(origin + "/doc?iri={{id}}"));
    json.put("feature_view", url(origin + "/link" + query("?") + "#{{id}}"));
    JsonObject preview = preview();
    preview.put("url", origin + "/reconcile/preview?id={{id}}" + query("&"));
    json.put("preview", preview);
    JsonObject suggest = new JsonObject();
    KINDS.forEach(kind -> suggest.put(kind, suggestion(kind)));
    json.put("suggest", suggest);
    JsonObject propose = new JsonObject();
    propose.put("service_url", origin);
    propose.put("service_path", "/reconcile/extend/propose" + query("?"));
    JsonObject extend = new JsonObject();
    extend.put("propose_properties", propose);
    extend.put("property_settings", propertySettings("name", "label", "help_text"));
    json.put("extend", extend);
    return json;
  }

  /** That of the draft, whose routes are fixed. */
  JsonObject draft() {
    JsonObject json = common("1.0-draft");
    json.put("view", url(origin + "/doc?iri={id}"));
    json.put("featureView", url(origin + "/link" + query("?") + "#{id}"));
    json.put("preview", preview());
    JsonObject suggest = new JsonObject();
    KINDS.forEach(kind -> suggest.put(kind, true));
    json.put("suggest", suggest);
    JsonObject extend = new JsonObject();
    extend.put("proposeProperties", true);
    extend.put("propertySettings", propertySettings("id", "name", "helpText"));
    json.put("extend", extend);
    json.put("standardizedScore", true);
    return json;
  }

  private JsonObject common(String version) {
    JsonObject json = new JsonObject();
    JsonArray versions = new JsonArray();
    versions.add(version);
    json.put("versions", versions);
    json.put("name", name);
    json.put("documentation", origin + "/link" + query("?"));
    json.put("logo", origin + "/static/web/icon.svg");
    json.put("serviceVersion", release);
    JsonArray types = new JsonArray();
    defaultTypes.forEach(type -> types.add(answers.term(type)));
    json.put("defaultTypes", types);
    json.put("batchSize", settings.batchSize());
    return json;
  }

  private JsonObject suggestion(String kind) {
    JsonObject json = new JsonObject();
    json.put("service_url", origin);
    json.put("service_path", "/reconcile/suggest/" + kind + query("?"));
    json.put("flyout_service_url", origin);
    json.put("flyout_service_path", "/reconcile/flyout/" + kind + "?id=${id}" + query("&"));
    return json;
  }

  private JsonObject preview() {
    JsonObject json = new JsonObject();
    json.put("width", PREVIEW_WIDTH);
    json.put("height", PREVIEW_HEIGHT);
    return json;
  }

  private JsonArray propertySettings(String id, String label, String help) {
    JsonArray all = new JsonArray();
    JsonObject limit = setting(id, label, help, "limit", "number");
    limit.put("default", JsonNumber.value(0));
    all.add(limit);
    JsonObject allLanguages = setting(id, label, help, "languages", "checkbox");
    allLanguages.put("default", new JsonBoolean(false));
    all.add(allLanguages);
    JsonObject iris = setting(id, label, help, "iris", "checkbox");
    iris.put("default", new JsonBoolean(false));
    all.add(iris);
    return all;
  }

  private JsonObject setting(String id, String label, String help, String name, String type) {
    JsonObject json = new JsonObject();
    json.put(id, name);
    json.put(label, texts.apply("reconcile.setting." + name));
    json.put("type", type);
    json.put(help, texts.apply("reconcile.setting." + name + ".help"));
    return json;
  }

  private static JsonObject url(String template) {
    JsonObject json = new JsonObject();
    json.put("url", template);
    return json;
  }

  private String query(String before) {
    return language.isEmpty() ? "" : before + "lang=" + language;
  }
}
