package icc.lod.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code mvn -Pbench verify}: the packaged program beside its yardsticks. */
final class Bench {
  private static final Map<String, String> FORMS =
      Map.of(
          "html", "text/html",
          "jsonld", "application/ld+json",
          "ttl", "text/turtle",
          "nt", "application/n-triples",
          "rdf", "application/rdf+xml");
  private static final String ROWS = "text/csv";
  private static final String TRIPLES = "application/n-triples";
  private static final int PAGES = 200;
  private static final int ROUNDS = 3;
  private static final int QUERIES = 15;

  private final Path folder;
  private final Path home;
  private final TestData data;
  private final Path triples;
  private final double seconds;
  private final Report report;

  private Bench(Path folder, Path home, int scale, double seconds) throws IOException {
    this.folder = folder;
    this.home = home;
    this.seconds = seconds;
    this.data = new TestData(scale);
    this.triples = folder.resolve("data-" + scale + ".nt");
    this.report = new Report(scale, data.write(triples));
  }

  /** The folder to work in, that of the packaged program, the scale, the seconds of a slice. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    Path home = Path.of(arguments[1]).toAbsolutePath();
    int scale = Integer.parseInt(arguments[2]);
    double seconds = Double.parseDouble(arguments[3]);
    Bench bench = new Bench(folder, home, scale, seconds);
    bench.run();
    bench.pieces();
    bench.report.write(folder.resolve("result-" + scale + ".json"));
  }

  private void run() throws Exception {
    publish();
    try (Peer icc = serve();
        Peer fuseki = fuseki()) {
      report.part("Start to the first page", "Fuseki");
      report.add("start", "s", icc.startSeconds(), fuseki.startSeconds());
      report.add("memory after it", "MB", icc.megabytes(), fuseki.megabytes());
      pages(icc);
      queries(icc, fuseki);
      others(icc);
      report.part("After all that", "Fuseki");
      report.add("memory", "MB", icc.megabytes(), fuseki.megabytes());
    }
  }

  private void pieces() throws RunnerException {
    report.part("Pieces, by JMH", "");
    Options options =
        new OptionsBuilder()
            .include(HotPieces.class.getSimpleName())
            .verbosity(VerboseMode.SILENT)
            .build();
    for (RunResult result : new Runner(options).run()) {
      report.add(
          result.getPrimaryResult().getLabel(), "ns", result.getPrimaryResult().getScore());
    }
  }

  private void publish() throws IOException, InterruptedException {
    report.part("Publish", "tdbloader");
    delete(folder.resolve("state"));
    delete(folder.resolve("tdb2"));
    double loader =
        run(
            java(),
            "-Xmx1g",
            "-cp",
            home.resolve("lib") + "/*",
            "tdb2.tdbloader",
            "--loader=phased",
            "--loc",
            folder.resolve("tdb2").toString(),
            triples.toString());
    report.add("all that belongs to a release", "s", run(icc("publish")), loader);
    report.add("the same again, unchanged", "s", run(icc("publish")), loader);
  }

  private String[] icc(String command, String... more) throws IOException {
    Path none = Files.createDirectories(folder.resolve("none"));
    return Stream.concat(
            Stream.of(
                home.resolve("bin/icc").toString(),
                command,
                "--state",
                folder.resolve("state").toString(),
                "--data",
                triples.toString(),
                "--ontology",
                none.toString(),
                "--examples",
                none.toString(),
                "--base",
                TestData.BASE,
                "--no-gate"),
            Arrays.stream(more))
        .toArray(String[]::new);
  }

  private Peer serve() throws IOException, InterruptedException {
    int port = Peer.freePort();
    String[] command =
        icc(
            "serve",
            "--port",
            Integer.toString(port),
            "--no-rate-limit",
            "--no-access-log",
            "--query-timeout",
            "60s");
    byte[] first = Client.get("/doc/city/city-0.html", "text/html");
    return Peer.start(List.of(command), port, folder.resolve("icc.log"), first);
  }

  private Peer fuseki() throws IOException, InterruptedException {
    int port = Peer.freePort();
    Path run = Files.createDirectories(folder.resolve("fuseki"));
    Optional<Path> jar;
    try (Stream<Path> files = Files.list(folder)) {
      jar = files.filter(f -> f.getFileName().toString().startsWith("jena-fuseki")).findFirst();
    }
    return Peer.start(
        List.of(
            java(),
            "-Xmx1g",
            "-DFUSEKI_BASE=" + run,
            "-jar",
            jar.orElseThrow(() -> new IOException("There is no jena-fuseki-server jar in " + folder))
                .toString(),
            "--localhost",
            "--port",
            Integer.toString(port),
            "--loc",
            folder.resolve("tdb2").toString(),
            "/ds"),
        port,
        folder.resolve("fuseki.log"),
        Client.form("/ds/query", "text/csv", "query", "ASK {}"));
  }

  /** Files with the bytes of the pages, where nginx is installed. */
  private Optional<Peer> nginx(String first) throws IOException, InterruptedException {
    Path program = Path.of("/usr/sbin/nginx");
    if (!Files.isExecutable(program)) {
      report.note("nginx is not installed: pages are compared with nothing");
      return Optional.empty();
    }
    int port = Peer.freePort();
    Path root = folder.resolve("nginx");
    Path settings = root.resolve("nginx.conf");
    Files.writeString(
        settings,
        """
        worker_processes 1; daemon off; pid %1$s/pid; error_log %1$s/error.log warn;
        events { worker_connections 512; }
        http { access_log off; sendfile on; keepalive_requests 10000000;
          open_file_cache max=5000 inactive=60s; default_type application/octet-stream;
          client_body_temp_path %1$s/c; proxy_temp_path %1$s/p; fastcgi_temp_path %1$s/f;
          uwsgi_temp_path %1$s/u; scgi_temp_path %1$s/s;
          server { listen 127.0.0.1:%2$d; root %1$s; } }
        """
            .formatted(root, port));
    return Optional.of(
        Peer.start(
            List.of(program.toString(), "-p", root.toString(), "-c", settings.toString()),
            port,
            folder.resolve("nginx.log"),
            Client.get(first, "*/*")));
  }

  private void pages(Peer icc) throws IOException, InterruptedException {
    report.part("Pages not asked for before", "");
    for (String form : FORMS.keySet().stream().sorted().toList()) {
      List<byte[]> requests = requests(form);
      report.add(form, "ms", Load.median(Load.latencies(icc.port(), requests)));
    }
    for (String form : List.of("html", "ttl")) {
      byte[] hub = Client.get("/doc/dataset/dataset-1." + form, mediaType(form));
      report.add("hub of %,d links as %s".formatted(data.observations(), form), "ms",
          Load.median(Load.latencies(icc.port(), List.of(hub))));
    }
    for (String form : FORMS.keySet()) {
      for (String path : paths(form)) {
        keep(icc, path, mediaType(form));
      }
    }
    Optional<Peer> files = nginx(paths("ttl").get(0));
    try {
      report.part("Pages asked for again, a second", "nginx");
      for (int clients : new int[] {1, 8}) {
        for (String form : FORMS.keySet().stream().sorted().toList()) {
          List<byte[]> requests = requests(form);
          compare(form + ", " + clients + " clients", icc, files, requests, clients);
        }
      }
    } finally {
      files.ifPresent(Peer::close);
    }
  }

  private void compare(
      String what, Peer icc, Optional<Peer> peer, List<byte[]> requests, int clients)
      throws InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.add(Load.of(icc.port(), requests, clients, seconds).rate());
      if (peer.isPresent()) {
        theirs.add(Load.of(peer.get().port(), requests, clients, seconds).rate());
      }
    }
    if (peer.isPresent()) {
      report.add(what, "1/s", Load.median(ours), Load.median(theirs));
    } else {
      report.add(what, "1/s", Load.median(ours));
    }
  }

  private static String mediaType(String form) {
    return Objects.requireNonNull(FORMS.get(form));
  }

  private List<String> paths(String form) {
    List<String> paths = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < PAGES; i++) {
      String kind = List.of("city", "organisation", "project").get(i % 3);
      int most = i % 3 == 0 ? data.cities() : data.organisations();
      paths.add("/doc/" + kind + "/" + kind + "-" + random.nextInt(most) + "." + form);
    }
    return paths;
  }

  private List<byte[]> requests(String form) {
    return paths(form).stream().map(path -> Client.get(path, mediaType(form))).toList();
  }

  private void keep(Peer icc, String path, String accept) throws IOException {
    Path file = folder.resolve("nginx").resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    try (Client client = new Client(icc.port())) {
      Files.write(file, client.ask(Client.get(path, accept)));
    }
  }

  private void queries(Peer icc, Peer fuseki) throws IOException {
    Map<String, double[]> medians = new LinkedHashMap<>();
    for (Map.Entry<String, Function<Random, String>> template :
        new Mix(data).templates().entrySet()) {
      medians.put(template.getKey(), query(template.getKey(), template.getValue(), icc, fuseki));
    }
    for (int kind = 0; kind < 2; kind++) {
      report.part(
          kind == 0 ? "Queries with other values each time" : "The same queries again", "Fuseki");
      double sum = 0;
      for (Map.Entry<String, double[]> each : medians.entrySet()) {
        double[] m = each.getValue();
        report.add(each.getKey(), "ms", m[2 * kind], m[2 * kind + 1]);
        sum += Math.log(m[2 * kind] / m[2 * kind + 1]);
      }
      report.add("geometric mean of the ratios", "", Math.exp(sum / medians.size()));
    }
  }

  /** Medians: varied of ours and of Fuseki, repeated of both; checks that both say the same. */
  private double[] query(String name, Function<Random, String> template, Peer icc, Peer fuseki)
      throws IOException {
    List<List<Double>> taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      taken.add(new ArrayList<>());
    }
    Random random = new Random(name.hashCode());
    String again = template.apply(random);
    try (Client ours = new Client(icc.port());
        Client theirs = new Client(fuseki.port())) {
      for (int i = -2; i < QUERIES; i++) {
        String query = template.apply(random);
        List<String> one = ask(ours, "/sparql", query, measured(i, taken, 0));
        List<String> other = ask(theirs, "/ds/query", query, measured(i, taken, 1));
        if (!one.equals(other)) {
          report.note("%s: %d lines here, %d from Fuseki, or other values: %s"
              .formatted(name, one.size(), other.size(), query));
        }
        ask(ours, "/sparql", again, measured(i, taken, 2));
        ask(theirs, "/ds/query", again, measured(i, taken, 3));
      }
    }
    return taken.stream().mapToDouble(Load::median).toArray();
  }

  /** Where times go: those of the first rounds, which warm up, nowhere. */
  private static List<Double> measured(int round, List<List<Double>> taken, int which) {
    return round < 0 ? new ArrayList<>() : taken.get(which);
  }

  private static List<String> ask(
      Client client, String path, String query, List<Double> taken)
      throws IOException {
    String accept = query.contains("CONSTRUCT") ? TRIPLES : ROWS;
    byte[] request = Client.form(path, accept, "query", query);
    long start = System.nanoTime();
    byte[] body = client.ask(request);
    taken.add((System.nanoTime() - start) / 1e6);
    if (client.status() != 200) {
      throw new IOException(client.status() + ": " + new String(body, StandardCharsets.UTF_8));
    }
    return new String(body, StandardCharsets.UTF_8).lines().sorted().toList();
  }

  /** What no peer does: its latency alone. */
  private void others(Peer icc) throws IOException {
    report.part("Other ways to ask", "");
    Random random = new Random(3);
    Map<String, Function<Integer, byte[]>> ways = new LinkedHashMap<>();
    ways.put("search", i -> Client.get("/search?q=Project+" + i, "application/json"));
    ways.put("suggest", i -> Client.get("/suggest?q=Proj+" + i, "application/json"));
    ways.put(
        "fragment of a city's projects",
        i -> Client.get("/fragments?object=" + TestData.id("city", i % data.cities()), TRIPLES));
    ways.put(
        "reconcile a name",
        i ->
            Client.form(
                "/reconcile",
                "application/json",
                "queries",
                "{\"q0\":{\"query\":\"Organisation " + i + "\"}}"));
    for (Map.Entry<String, Function<Integer, byte[]>> way : ways.entrySet()) {
      List<byte[]> requests =
          Stream.generate(() -> way.getValue().apply(random.nextInt(data.organisations())))
              .limit(100)
              .toList();
      report.add(way.getKey(), "ms", Load.median(Load.latencies(icc.port(), requests)));
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Runs a program; how long it took, in seconds. */
  private double run(String... command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path log = folder.resolve("run.log");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(
          "Ended with " + code + ": " + String.join(" ", command) + "\n" + Files.readString(log));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> walk = Files.walk(path)) {
        for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
