package icc.lod.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** A setting: its name as flag, in the environment and in the file, and what it means. */
public enum Setting {
  ONTOLOGY("ontology", "PATH", true, "vocabulary, shapes, JSON-LD contexts: a file or folder"),
  DATA("data", "PATH", true, "data to publish: a file or folder"),
  EXAMPLES("examples", "PATH", true, "example queries: a file or folder"),
  BASE("base", "IRI", false, "canonical base of the entities' IRIs; ends in / or #"),
  PUBLIC_URL("public-url", "URL", false, "address visitors see, with path prefix behind a proxy"),
  HOST("host", "ADDRESS", false, "address to listen on (default 127.0.0.1)"),
  PORT("port", "NUMBER", false, "port to listen on, 0 takes any free one (default 8080)"),
  STATE("state", "DIR", false, "folder for releases (default ./.icc)"),
  KEEP_RELEASES("keep-releases", "NUMBER", false, "newest releases kept, or all (default 20)"),
  KEEP_CITED("keep-cited", "NUMBER", false, "releases kept as visitors cite them (default 100)"),
  FOLLOW(
      "follow",
      "[S3]",
      false,
      "publish nothing: serve what others publish into the state folder, or push to"
          + " s3://BUCKET/PREFIX"),
  PUSH("push", "S3", false, "bucket that gets every finished release: s3://BUCKET/PREFIX"),
  PUSH_LEAD(
      "push-lead",
      "DURATION",
      false,
      "how long followers may fetch a release before it is current there (default 0s)"),
  S3_ENDPOINT(
      "s3-endpoint",
      "URL",
      false,
      "server of the bucket (default AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, or Amazon's)"),
  S3_REGION("s3-region", "NAME", false, "region of the bucket (default AWS_REGION, or us-east-1)"),
  STORE("store", "KIND", false, "where triples live: tdb2 (default), sparql:QUERY_URL"),
  INDEX_LIMIT(
      "index-limit",
      "NUMBER",
      false,
      "most triples of an endpoint to make search and dumps of (default 1000000)"),
  LANGUAGES("languages", "TAGS", false, "languages of the site, best first (default en,uk)"),
  MAP_TILES("map-tiles", "URL", false, "tile server for the maps, with {z} {x} {y} (default none)"),
  MAP_ATTRIBUTION("map-attribution", "TEXT", false, "whom the maps name for the tiles"),
  NO_GATE("no-gate", "", false, "publish without shapes, IRI rules and examples"),
  QUERY_TIMEOUT("query-timeout", "DURATION", false, "limit of a SPARQL query (default 30s)"),
  CDN_AGE("cdn-age", "DURATION", false, "how long a CDN may keep answers unasked (default 0s)"),
  HSTS("hsts", "", false, "tell browsers to come by https only; needs an https public URL"),
  LOG_FORMAT("log-format", "FORMAT", false, "how log lines are written: text (default), json"),
  NO_ACCESS_LOG("no-access-log", "", false, "no log line for each request"),
  PUBLIC_METRICS("public-metrics", "", false, "let anybody read /metrics, not just this machine"),
  ADMIN_TOKENS("admin-tokens", "FILE", false, "who may use /admin; without it nobody (icc token)"),
  SHUTDOWN_NOTICE(
      "shutdown-notice",
      "DURATION",
      false,
      "how long it still answers once /health/ready says no (default 0s)"),
  SHUTDOWN_PATIENCE(
      "shutdown-patience",
      "DURATION",
      false,
      "how long answers under way may take at the end (default 30s)"),
  QUERY_MEMORY("query-memory", "SIZE", false, "memory a query may ask for in all (default 16g)"),
  ANSWER_BUFFER("answer-buffer", "SIZE", false, "of an answer held back to be sure (default 4m)"),
  READY_MEMORY("ready-memory", "SIZE", false, "for finished answers, 0 keeps none (default 64m)"),
  RESULT_MEMORY(
      "result-memory", "SIZE", false, "for answers to queries, 0 keeps none (default 32m)"),
  NO_REHEARSAL("no-rehearsal", "", false, "do not warm up with queries of its own at the start"),
  CLIENT_BUDGET("client-budget", "DURATION", false, "CPU of a client a minute (default 60s)"),
  TOKEN_BUDGET("token-budget", "DURATION", false, "the same with a token for query (default 5m)"),
  CLIENT_HEADER("client-header", "NAME", false, "field in which your proxy names the client"),
  NO_RATE_LIMIT("no-rate-limit", "", false, "count nobody: clients may use what there is");

  private final String key;
  private final String placeholder;
  private final boolean repeatable;
  private final String help;

  Setting(String key, String placeholder, boolean repeatable, String help) {
    this.key = key;
    this.placeholder = placeholder;
    this.repeatable = repeatable;
    this.help = help;
  }

  /** The name in the settings file. */
  public String key() {
    return key;
  }

  /** The flag, with its dashes. */
  public String flag() {
    return "--" + key;
  }

  /** The environment variable. */
  public String variable() {
    return "ICC_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** What stands for the value in help texts; empty for a switch. */
  public String placeholder() {
    return placeholder;
  }

  /** Whether the setting takes several values: a repeated flag, or a list with commas. */
  public boolean repeatable() {
    return repeatable;
  }

  /** Whether it is on or off. */
  public boolean isSwitch() {
    return placeholder.isEmpty();
  }

  /** Whether it is on or off, or has a value. */
  public boolean isOptional() {
    return placeholder.startsWith("[");
  }

  /** One line of help. */
  public String help() {
    return help;
  }

  static Optional<Setting> byKey(String key) {
    return first(setting -> setting.key.equals(key));
  }

  static Optional<Setting> byVariable(String variable) {
    return first(setting -> setting.variable().equals(variable));
  }

  private static Optional<Setting> first(Predicate<Setting> wanted) {
    return Arrays.stream(values()).filter(wanted).findFirst();
  }
}
