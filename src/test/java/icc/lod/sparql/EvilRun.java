package icc.lod.sparql;

import icc.lod.cli.Icc;
import icc.lod.cli.Icc.Serving;
import icc.lod.sparql.EvilQueries.Evil;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Asks the packaged program all {@link EvilQueries}, eight at a time by as many clients, with a
 * limit of two seconds, while others look at pages; says how long pages took before and meanwhile,
 * how the queries ended, and what is left of threads and heap. The bundled data and a long chain
 * are published into the folder first. Flags after the folder go to {@code icc serve}. For example:
 *
 * <pre>java -cp 'target/test-classes:target/icc/lib/*' icc.lod.sparql.EvilRun /tmp/evil</pre>
 */
public final class EvilRun {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int AT_ONCE = 8;
  private static final int VISITORS = 2;
  private static final int CHAIN = 20_000;
  private static final long THINK_MILLIS = 20;
  private static final List<String> PAGES =
      List.of(
          "/",
          "/doc/city/lviv",
          "/doc/city/lviv.ttl",
          "/browse",
          "/browse/city",
          "/search?q=lviv",
          "/suggest?q=lv",
          "/ontology",
          "/catalog",
          "/dumps/",
          "/releases",
          "/examples",
          "/fragments?format=nt",
          "/sparql");

  private final String address;
  private final Map<String, Integer> ends = new TreeMap<>();
  private final Map<String, Long> slowest = new TreeMap<>();

  private EvilRun(String address) {
    this.address = address;
  }

  /** Folder, flags. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Files.writeString(folder.resolve("chain.ttl"), chain());
    Path sources = Icc.HOME.resolve("sources");
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--ontology",
                sources.resolve("ontology").toString(),
                "--examples",
                sources.resolve("sparql-examples").toString(),
                "--data",
                sources.resolve("rdf-data").toString(),
                "--data",
                "chain.ttl",
                "--no-gate",
                "--query-timeout",
                "2s",
                "--client-header",
                "X-Real-IP"));
    flags.addAll(List.of(args).subList(1, args.length));
    Map<String, String> jvm =
        Map.of("ICC_HEAP", "1g", "ICC_JAVA_OPTS", System.getProperty("icc.jvm", ""));
    try (Serving serving = new Icc(folder).serve(jvm, flags.toArray(String[]::new))) {
      new EvilRun(serving.address()).run();
    }
  }

  private static String chain() {
    StringBuilder chain = new StringBuilder("@prefix e: <https://example.org/> .\n");
    for (int i = 0; i < CHAIN; i++) {
      chain.append("e:n%d e:next e:n%d .\n".formatted(i, i + 1));
    }
    return chain.append("e:text e:value '" + "a".repeat(3_000) + "' .\n").toString();
  }

  private void run() throws Exception {
    for (String page : PAGES) {
      get(page);
    }
    List<Long> quiet = whileVisited(() -> Thread.sleep(10_000));
    String before = state();
    List<Long> meanwhile = whileVisited(this::ask);
    System.out.println("pages, nothing else:  " + spread(quiet));
    System.out.println("pages, evil queries:  " + spread(meanwhile));
    ends.forEach(
        (end, times) ->
            System.out.printf(
                "queries: %-40s %3d times, slowest %,d ms%n", end, times, slowest.get(end)));
    Thread.sleep(5_000);
    System.out.println("before: " + before + "\nafter:  " + state());
  }

  private interface Activity {
    void run() throws Exception;
  }

  /** How long pages took, in milliseconds, while something was done. */
  private List<Long> whileVisited(Activity activity) throws Exception {
    ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> visitors = new ArrayList<>();
    for (int i = 0; i < VISITORS; i++) {
      AtomicInteger next = new AtomicInteger(i * PAGES.size() / VISITORS);
      visitors.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!over.get()) {
                      taken.add(visit(PAGES.get(next.getAndIncrement() % PAGES.size())));
                    }
                  }));
    }
    activity.run();
    over.set(true);
    for (Thread visitor : visitors) {
      visitor.join();
    }
    return taken.stream().sorted().toList();
  }

  private long visit(String page) {
    try {
      Thread.sleep(THINK_MILLIS);
      long start = System.nanoTime();
      get(page);
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    } catch (IOException e) {
      throw new IllegalStateException(page, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    var answer = CLIENT.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode());
    }
    return answer.body();
  }

  private void ask() throws Exception {
    AtomicInteger client = new AtomicInteger();
    ThreadLocal<Integer> number = ThreadLocal.withInitial(client::incrementAndGet);
    try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
      EvilQueries.all().forEach(evil -> clients.execute(() -> ask(evil, number.get())));
      clients.shutdown();
      if (!clients.awaitTermination(10, TimeUnit.MINUTES)) {
        throw new IOException("Queries do not end");
      }
    }
  }

  private void ask(Evil evil, int client) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/sparql"))
            .header("Content-Type", "application/sparql-query")
            .header("X-Real-IP", "192.0.2." + client)
            .POST(BodyPublishers.ofString("BASE <https://example.org/> " + evil.query()))
            .build();
    long start = System.nanoTime();
    String end;
    try {
      var answer = CLIENT.send(request, BodyHandlers.ofString());
      String reason = answer.body().replaceAll("(?s).*\"reason\" ?: ?\"([^\"]*)\".*", "$1");
      end = answer.statusCode() + (reason.length() < 40 ? " " + reason : "");
    } catch (IOException e) {
      end = "broken off";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    met(end, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
  }

  private synchronized void met(String end, long millis) {
    ends.merge(end, 1, Integer::sum);
    slowest.merge(end, millis, Math::max);
  }

  private static String spread(List<Long> sorted) {
    return "%,d looked at; p50 %d ms, p95 %d ms, p99 %d ms, longest %d ms"
        .formatted(
            sorted.size(),
            sorted.get(sorted.size() / 2),
            sorted.get(sorted.size() * 95 / 100),
            sorted.get(sorted.size() * 99 / 100),
            sorted.get(sorted.size() - 1));
  }

  /** Threads, heap, and the processor as the program itself counts them. */
  private String state() throws IOException, InterruptedException {
    try (Stream<String> lines = get("/metrics").lines()) {
      return String.join(
          ", ",
          lines
              .filter(
                  line ->
                      line.matches(
                          "(jvm_threads_live_threads|process_cpu_usage|icc_queries_running|jvm_memory_used_bytes\\{area=\"heap\").*"))
              .toList());
    }
  }
}
