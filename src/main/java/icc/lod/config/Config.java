package icc.lod.config;

import icc.lod.objects.Replication;
import icc.lod.operations.LogFormat;
import icc.lod.operations.OperationsSettings;
import icc.lod.operations.TokenFile;
import icc.lod.publish.SourceSettings;
import icc.lod.sparql.FairUse;
import icc.lod.sparql.SparqlSettings;
import icc.lod.store.EndpointSettings;
import icc.lod.store.Retention;
import icc.lod.web.MapTiles;
import icc.lod.web.PublicUrl;
import icc.lod.web.Stopping;
import icc.lod.web.WebSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/**
 * All settings, read and checked.
 *
 * @param sources what to publish
 * @param state folder of releases
 * @param web where to listen
 * @param sparql limits of the query endpoint
 * @param retention which releases are kept
 * @param prepared folder of the release that packaging made of the bundled sources
 * @param operations what the operator sees
 * @param endpoint the endpoint that holds the triples; empty for the embedded store
 * @param replication the bucket that releases go to or come from
 */
public record Config(
    SourceSettings sources,
    Path state,
    WebSettings web,
    SparqlSettings sparql,
    Retention retention,
    Optional<Path> prepared,
    OperationsSettings operations,
    Optional<EndpointSettings> endpoint,
    Replication replication) {

  /** The settings file that is read when none is named. */
  public static final Path DEFAULT_FILE = Path.of("icc.properties");

  private static final String BASE = "https://w3id.org/intelligent-cities/";

  /** All settings but those of operations, of another store and of buckets. */
  public Config(
      SourceSettings sources,
      Path state,
      WebSettings web,
      SparqlSettings sparql,
      Retention retention,
      Optional<Path> prepared) {
    this(
        sources,
        state,
        web,
        sparql,
        retention,
        prepared,
        OperationsSettings.DEFAULT,
        Optional.empty(),
        Replication.NONE);
  }

  /** All settings but those of retention and operations. */
  public Config(SourceSettings sources, Path state, WebSettings web, SparqlSettings sparql) {
    this(sources, state, web, sparql, Retention.DEFAULT, Optional.empty());
  }

  /**
   * Merges a settings file, the environment and flags; later ones win.
   *
   * @param home the installation folder, whose copies of the sources stand in for missing folders
   * @throws ConfigException with every fault found
   */
  public static Config load(
      Optional<Path> file,
      Map<String, String> environment,
      Map<Setting, List<String>> flags,
      Optional<Path> home) {
    RawSettings raw = RawSettings.merge(file, environment, flags);
    Config config =
        new Config(
            sources(raw, home),
            Path.of(raw.one(Setting.STATE).orElse(".icc")),
            web(raw),
            sparql(raw),
            retention(raw),
            home.map(folder -> folder.resolve("release")),
            operations(raw),
            StoreChoice.of(raw),
            BucketChoice.of(raw));
    if (config.endpoint().isPresent() && config.operations().following()) {
      raw.fault(
          Setting.FOLLOW,
          "leave it out with --store sparql:…: every process looks at the endpoint by itself");
    }
    if (!raw.faults().isEmpty()) {
      throw new ConfigException(raw.faults());
    }
    return config;
  }

  /** The address listened on. */
  public String host() {
    return web.host();
  }

  /** What is followed by who follows, in words. */
  public String followed() {
    return replication.follow().map(bucket -> bucket + " into " + state).orElse(state.toString());
  }

  /** The time limit of a query. */
  public Duration queryTimeout() {
    return sparql.queryTimeout();
  }

  private static SourceSettings sources(RawSettings raw, Optional<Path> home) {
    // Whoever names data of their own is not served with the questions about the bundled data.
    List<Path> examples =
        raw.all(Setting.DATA).isEmpty() || !raw.all(Setting.EXAMPLES).isEmpty()
            ? paths(raw, Setting.EXAMPLES, "sparql-examples", home)
            : List.of();
    return new SourceSettings(
        paths(raw, Setting.ONTOLOGY, "ontology", home),
        paths(raw, Setting.DATA, "rdf-data", home),
        examples,
        base(raw),
        !raw.on(Setting.NO_GATE));
  }

  private static List<Path> paths(
      RawSettings raw, Setting setting, String folder, Optional<Path> home) {
    List<String> given = raw.all(setting);
    if (!given.isEmpty()) {
      return given.stream().map(Path::of).toList();
    }
    Path here = Path.of(folder);
    Path bundled = home.map(h -> h.resolve("sources").resolve(folder)).orElse(here);
    return List.of(Files.isDirectory(here) ? here : bundled);
  }

  private static String base(RawSettings raw) {
    String base = raw.one(Setting.BASE).orElse(BASE);
    try {
      if (IRIx.create(base).isAbsolute() && (base.endsWith("/") || base.endsWith("#"))) {
        return base;
      }
    } catch (IRIException e) {
      // Said below, with all other ways to be no base.
    }
    raw.fault(Setting.BASE, "write an absolute IRI that ends in / or #, not \"" + base + "\"");
    return BASE;
  }

  private static WebSettings web(RawSettings raw) {
    List<String> languages =
        raw.one(Setting.LANGUAGES)
            .map(tags -> Arrays.stream(tags.split(",")).map(String::strip).toList())
            .orElse(WebSettings.DEFAULT_LANGUAGES);
    PublicUrl publicUrl = publicUrl(raw);
    return new WebSettings(
        raw.one(Setting.HOST).orElse("127.0.0.1"),
        port(raw),
        publicUrl,
        languages,
        tiles(raw),
        stopping(raw),
        hsts(raw, publicUrl),
        raw.sizeOrNone(Setting.READY_MEMORY, WebSettings.READY_BYTES),
        raw.duration(Setting.CDN_AGE, Duration.ZERO));
  }

  private static MapTiles tiles(RawSettings raw) {
    try {
      String attribution = raw.one(Setting.MAP_ATTRIBUTION).orElse("");
      return raw.one(Setting.MAP_TILES)
          .map(url -> MapTiles.of(url, attribution))
          .orElse(MapTiles.NONE);
    } catch (IllegalArgumentException e) {
      raw.fault(Setting.MAP_TILES, String.valueOf(e.getMessage()));
      return MapTiles.NONE;
    }
  }

  private static int port(RawSettings raw) {
    String port = raw.one(Setting.PORT).orElse("8080");
    if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535) {
      return Integer.parseInt(port);
    }
    raw.fault(Setting.PORT, "write a number from 0 to 65535, not \"" + port + "\"");
    return 0;
  }

  private static Retention retention(RawSettings raw) {
    String text = raw.one(Setting.KEEP_RELEASES).orElse("20");
    if (text.equals("all")) {
      return Retention.ALL;
    }
    if (text.matches("[1-9]\\d{0,8}")) {
      return new Retention(Integer.parseInt(text));
    }
    raw.fault(Setting.KEEP_RELEASES, "write a number from 1 on, or all, not \"" + text + "\"");
    return Retention.DEFAULT;
  }

  private static int citedReleases(RawSettings raw) {
    String text =
        raw.one(Setting.KEEP_CITED).orElse(Integer.toString(SparqlSettings.CITED_RELEASES));
    if (text.matches("\\d{1,9}")) {
      return Integer.parseInt(text);
    }
    raw.fault(Setting.KEEP_CITED, "write a number from 0 on, not \"" + text + "\"");
    return SparqlSettings.CITED_RELEASES;
  }

  private static PublicUrl publicUrl(RawSettings raw) {
    try {
      return raw.one(Setting.PUBLIC_URL).map(PublicUrl::of).orElse(PublicUrl.NONE);
    } catch (IllegalArgumentException e) {
      raw.fault(Setting.PUBLIC_URL, String.valueOf(e.getMessage()));
      return PublicUrl.NONE;
    }
  }

  private static SparqlSettings sparql(RawSettings raw) {
    Duration timeout = positive(raw, Setting.QUERY_TIMEOUT, Duration.ofSeconds(30));
    int buffer = (int) raw.size(Setting.ANSWER_BUFFER, SparqlSettings.BUFFER_BYTES, 1 << 30);
    long memory = raw.size(Setting.QUERY_MEMORY, SparqlSettings.QUERY_MEMORY, Long.MAX_VALUE >> 10);
    return new SparqlSettings(timeout)
        .holding(buffer)
        .citing(citedReleases(raw))
        .allotting(memory)
        .keeping(raw.sizeOrNone(Setting.RESULT_MEMORY, SparqlSettings.RESULT_BYTES))
        .shared(fairUse(raw));
  }

  private static FairUse fairUse(RawSettings raw) {
    Duration budget = positive(raw, Setting.CLIENT_BUDGET, FairUse.BUDGET);
    Duration holders = positive(raw, Setting.TOKEN_BUDGET, FairUse.HOLDER_BUDGET);
    String header = raw.one(Setting.CLIENT_HEADER).orElse("");
    if (!header.matches("[A-Za-z0-9-]*")) {
      raw.fault(
          Setting.CLIENT_HEADER,
          "write the name of a request field like X-Real-IP, not \"" + header + "\"");
    }
    return raw.on(Setting.NO_RATE_LIMIT) ? FairUse.UNLIMITED : new FairUse(budget, holders, header);
  }

  private static Duration positive(RawSettings raw, Setting setting, Duration otherwise) {
    Duration time = raw.duration(setting, otherwise);
    if (time.isZero()) {
      raw.fault(
          setting,
          "write a time like 30s, 500ms or 2m, not \"" + raw.one(setting).orElse("") + "\"");
      return otherwise;
    }
    return time;
  }

  private static Stopping stopping(RawSettings raw) {
    Stopping usual = Stopping.DEFAULT;
    return new Stopping(
        raw.duration(Setting.SHUTDOWN_NOTICE, usual.notice()),
        raw.duration(Setting.SHUTDOWN_PATIENCE, usual.patience()));
  }

  private static boolean hsts(RawSettings raw, PublicUrl publicUrl) {
    boolean on = raw.on(Setting.HSTS);
    if (on && !publicUrl.text().startsWith("https:")) {
      raw.fault(Setting.HSTS, "name the address with https, too: --public-url https://…");
    }
    return on;
  }

  private static OperationsSettings operations(RawSettings raw) {
    String format = raw.one(Setting.LOG_FORMAT).orElse("text");
    Optional<LogFormat> known = LogFormat.of(format);
    if (known.isEmpty()) {
      raw.fault(Setting.LOG_FORMAT, "write text or json, not \"" + format + "\"");
    }
    return new OperationsSettings(
        known.orElse(LogFormat.TEXT),
        !raw.on(Setting.NO_ACCESS_LOG),
        raw.on(Setting.PUBLIC_METRICS),
        tokens(raw),
        raw.onOrValue(Setting.FOLLOW),
        !raw.on(Setting.NO_REHEARSAL));
  }

  private static Optional<TokenFile> tokens(RawSettings raw) {
    Optional<TokenFile> file =
        raw.one(Setting.ADMIN_TOKENS).map(name -> new TokenFile(Path.of(name)));
    file.ifPresent(f -> f.faults().forEach(fault -> raw.fault(Setting.ADMIN_TOKENS, fault)));
    return file;
  }
}
