package icc.lod.cli;

import icc.lod.cli.Icc.Result;
import icc.lod.cli.Icc.Serving;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kills the packaged program (SIGKILL) while it builds a release, around the swap of the pointer,
 * and while it serves under load and publishes; looks each time whether the state folder opens and
 * holds one whole current release, the one before or the new one. For example:
 *
 * <pre>
 * java -cp 'target/test-classes:target/icc/lib/*' icc.lod.cli.KillRun /tmp/kill 34 build swap serve
 * </pre>
 */
public final class KillRun {
  /** When the program is killed. */
  enum Phase {
    BUILD,
    SWAP,
    SERVE
  }

  /** How far a publish has come, told from the files it has made. */
  enum Stage {
    NOTHING,
    LOADING,
    DERIVING,
    PROVED,
    LISTED,
    SEALED,
    NAMED,
    POINTING,
    CURRENT,
    REMOVING
  }

  private static final List<Stage> AROUND_THE_SWAP =
      List.of(Stage.PROVED, Stage.LISTED, Stage.SEALED, Stage.NAMED, Stage.CURRENT, Stage.REMOVING);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String KEEP = "--keep-releases";
  private static final String KEPT = "3";
  private static final int CLIENTS = 4;

  private final Path folder;
  private final Path state;
  private final Icc icc;
  private final MarkedSources sources;
  private final String token;
  private final Random random = new Random(1);
  private final List<String> faults = new ArrayList<>();
  private final Map<Phase, Map<Stage, Integer>> killed = new TreeMap<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final long usualMillis;
  private Set<String> before = Set.of();
  private int mark = 1;
  private int current;
  private int markOfCurrent;

  /** Publishes once into a folder, which is made if need be and should be empty. */
  KillRun(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    this.state = folder.resolve(".icc");
    this.icc = new Icc(folder);
    this.sources = new MarkedSources(folder);
    Result made = icc.run("token", "run", "--scope", "publish");
    this.token = made.err().strip();
    Files.writeString(folder.resolve("tokens"), made.out());
    sources.write(mark);
    icc.run("publish");
    long start = System.nanoTime();
    icc.run("publish", "--force");
    this.usualMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    this.current = number(new Releases(state));
    this.markOfCurrent = mark;
  }

  /** Folder, rounds of each phase, phases. */
  public static void main(String[] args) throws Exception {
    KillRun run = new KillRun(Path.of(args[0]));
    for (int i = 2; i < args.length; i++) {
      run.rounds(
          Phase.valueOf(args[i].toUpperCase(java.util.Locale.ROOT)), Integer.parseInt(args[1]));
    }
    run.end();
    System.out.println(run.report());
  }

  /** Kills so many times in a phase. */
  void rounds(Phase phase, int number) throws Exception {
    for (int round = 0; round < number; round++) {
      sources.write(++mark);
      before = entries();
      switch (phase) {
        case BUILD -> killAfter(150 + random.nextLong(usualMillis * 3 / 4));
        case SWAP -> killAt(AROUND_THE_SWAP.get(round % AROUND_THE_SWAP.size()));
        case SERVE -> killServing(round % 2 == 0);
      }
      killed.computeIfAbsent(phase, p -> new TreeMap<>()).merge(stage(), 1, Integer::sum);
      check(phase + " " + (round + 1));
    }
  }

  /** All faults that were found. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** One line a phase: kills by how far the publish had come; then the faults. */
  String report() {
    return killed.entrySet().stream()
        .map(
            e ->
                "%-6s %3d kills %s"
                    .formatted(
                        e.getKey(),
                        e.getValue().values().stream().mapToInt(Integer::intValue).sum(),
                        e.getValue()))
        .collect(
            Collectors.joining(
                "\n",
                "",
                "\n%d answers under load, %d faults %s"
                    .formatted(answers.get(), faults.size(), faults)));
  }

  /** A last publish goes through and leaves nothing half made behind. */
  void end() throws Exception {
    sources.write(++mark);
    Result last = icc.run("publish", KEEP, KEPT);
    if (last.code() != 0) {
      faults.add("The last publish failed: " + last.err());
    }
    check("the end");
    try (Stream<Path> left = Files.list(state.resolve("releases"))) {
      left.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .forEach(name -> faults.add("Left behind: " + name));
    }
  }

  private void killAfter(long millis) throws Exception {
    Process publish = icc.start("publish", KEEP, KEPT);
    Thread.sleep(millis);
    kill(publish);
  }

  private void killAt(Stage stage) throws Exception {
    Process publish = icc.start("publish", KEEP, KEPT);
    while (publish.isAlive() && stage().compareTo(stage) < 0) {
      Thread.onSpinWait();
    }
    kill(publish);
  }

  /** The publish runs beside the server and is killed with it, or the server does it itself. */
  private void killServing(boolean beside) throws Exception {
    try (Serving serving = icc.serve(KEEP, KEPT, "--no-rate-limit", "--admin-tokens", "tokens")) {
      current = number(new Releases(state));
      markOfCurrent = mark;
      AtomicBoolean over = new AtomicBoolean();
      Queue<String> wrong = new ConcurrentLinkedQueue<>();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i;
        clients.add(Thread.ofPlatform().start(() -> ask(serving, first, over, wrong)));
      }
      sources.write(++mark);
      before = entries();
      Optional<Process> publish = Optional.empty();
      if (beside) {
        publish = Optional.of(icc.start("publish", KEEP, KEPT));
      } else {
        var ignored = CLIENT.sendAsync(publishing(serving), BodyHandlers.discarding());
      }
      Thread.sleep(200 + random.nextLong(usualMillis * 3 / 2));
      over.set(true);
      kill(serving.process());
      if (publish.isPresent()) {
        kill(publish.get());
      }
      for (Thread client : clients) {
        client.join();
      }
      faults.addAll(wrong);
    }
  }

  private HttpRequest publishing(Serving serving) {
    return HttpRequest.newBuilder(URI.create(serving.address() + "/admin/publish"))
        .header("Authorization", "Bearer " + token)
        .POST(BodyPublishers.noBody())
        .build();
  }

  private void ask(Serving serving, int first, AtomicBoolean over, Queue<String> wrong) {
    for (int i = first * 7; !over.get(); i++) {
      String path = MarkedSources.PATHS.get(i % MarkedSources.PATHS.size());
      HttpRequest request = HttpRequest.newBuilder(URI.create(serving.address() + path)).build();
      try {
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        answers.incrementAndGet();
        sources.fault(path, answer).ifPresent(wrong::add);
      } catch (IOException e) {
        if (!over.get()) {
          wrong.add(path + ": " + e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void kill(Process process) throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
  }

  /** One whole release is current: the one before, or the one made of what was written last. */
  private void check(String round) throws Exception {
    Result verified = icc.run("releases", "--verify");
    if (verified.code() != 0) {
      faults.add(round + ": " + verified.out() + verified.err());
    }
    Standing standing = new Releases(state).standing();
    if (standing.release().isEmpty() || !standing.note().isEmpty()) {
      faults.add(round + ": " + standing);
      return;
    }
    Files.writeString(
        folder.resolve("marks.rq"),
        "SELECT ?n { ?town <http://www.w3.org/2004/02/skos/core#prefLabel> ?n }");
    Result asked = icc.run("query", "marks.rq", "--format", "csv");
    int number = standing.release().get().number();
    int expected = number == current ? markOfCurrent : mark;
    if (asked.code() != 0 || !MarkedSources.marks(asked.out()).equals(Set.of(expected))) {
      faults.add("%s: release %d has not mark %d: %s".formatted(round, number, expected, asked));
    }
    current = number;
    markOfCurrent = expected;
    discardLogs();
  }

  private static int number(Releases releases) {
    return releases.current().map(Release::number).orElseThrow();
  }

  /** How far the publish came that is at work, or was killed; what lay there before is no sign. */
  private Stage stage() throws IOException {
    boolean moved = pointed() > current;
    Stage furthest = moved ? Stage.CURRENT : Stage.NOTHING;
    for (String name : entries()) {
      if (!before.contains(name)) {
        Stage here = stage(name, moved);
        furthest = here.compareTo(furthest) > 0 ? here : furthest;
      }
    }
    boolean pointing = furthest == Stage.NAMED && Files.exists(state.resolve("current.next"));
    return pointing ? Stage.POINTING : furthest;
  }

  private Set<String> entries() throws IOException {
    try (Stream<Path> list = Files.list(state.resolve("releases"))) {
      return list.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    } catch (UncheckedIOException e) {
      // The folder changed under the listing: look again.
      return Set.of();
    }
  }

  private int pointed() throws IOException {
    return Integer.parseInt(Files.readString(state.resolve("current")).strip());
  }

  private Stage stage(String name, boolean moved) {
    Path entry = state.resolve("releases").resolve(name);
    if (name.startsWith(".removed-")) {
      return moved ? Stage.REMOVING : Stage.NOTHING;
    }
    if (name.matches("[0-9]{6}")) {
      return moved ? Stage.CURRENT : Stage.NAMED;
    }
    if (!name.startsWith(".building-")) {
      return Stage.NOTHING;
    }
    if (Files.exists(entry.resolve("release.json"))) {
      return Stage.SEALED;
    }
    if (Files.exists(entry.resolve("files"))) {
      return Stage.LISTED;
    }
    if (Files.exists(entry.resolve("proof"))) {
      return Stage.PROVED;
    }
    return Files.exists(entry.resolve("catalogue")) ? Stage.DERIVING : Stage.LOADING;
  }

  /** A hundred rounds leave some hundreds of small files otherwise. */
  private void discardLogs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
        Files.delete(file);
      }
    }
  }
}
