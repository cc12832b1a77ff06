package icc.lod.cli;

import icc.lod.cli.Icc.Result;
import icc.lod.cli.Icc.Serving;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Switches releases of the packaged program, forth by publishing and back by rollback, by turns at
 * the command line and by the admin routes, while clients ask for pages, data, answers, fragments,
 * the feed and dumps; looks at each answer whether it is of one release. For example:
 *
 * <pre>java -cp 'target/test-classes:target/icc/lib/*' icc.lod.cli.SwitchRun /tmp/switch 20 10000
 * </pre>
 */
public final class SwitchRun {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int CLIENTS = 6;
  private static final long LOOK_MILLIS = 5;

  private final Icc icc;
  private final MarkedSources sources;
  private final String token;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final Map<String, List<Long>> taken = new TreeMap<>();
  private int mark = 1;
  private int release = 1;

  /** Publishes once into a folder, which is made if need be and should be empty. */
  SwitchRun(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    this.icc = new Icc(folder);
    this.sources = new MarkedSources(folder);
    Result made = icc.run("token", "run", "--scope", "publish,rollback");
    this.token = made.err().strip();
    Files.writeString(folder.resolve("tokens"), made.out());
    sources.write(mark);
    icc.run("publish");
  }

  /** Folder, switches, requests. */
  public static void main(String[] args) throws Exception {
    SwitchRun run = new SwitchRun(Path.of(args[0]));
    run.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    System.out.println(run.report());
  }

  /** Switches so often while at least so many requests are made; then a few times at leisure. */
  void run(int switches, int requests) throws Exception {
    try (Serving serving = icc.serve("--no-rate-limit", "--admin-tokens", "tokens")) {
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i;
        clients.add(Thread.ofPlatform().start(() -> ask(serving, first)));
      }
      switchReleases(serving, switches, "under load");
      while (asked.get() < requests) {
        Thread.sleep(100);
      }
      over.set(true);
      for (Thread client : clients) {
        client.join();
      }
      switchReleases(serving, 4, "at leisure");
    }
  }

  /** All that was wrong with answers. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Requests, faults, and how long switches took until the first answer of the other release. */
  String report() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d answers, %d of them 304; %d faults %s"
            .formatted(asked.get(), unchanged.get(), faults.size(), new TreeSet<>(faults)));
    for (Map.Entry<String, List<Long>> how : taken.entrySet()) {
      List<Long> times = how.getValue().stream().sorted().toList();
      text.append(
          "%n%-32s %2d times: median %d ms, longest %d ms"
              .formatted(
                  how.getKey(),
                  times.size(),
                  times.get(times.size() / 2),
                  times.get(times.size() - 1)));
    }
    return text.toString();
  }

  private void switchReleases(Serving serving, int times, String when) throws Exception {
    for (int i = 0; i < times; i++) {
      boolean forth = i % 2 == 0;
      boolean byHand = i / 2 % 2 == 0;
      int wanted = forth ? highest() + 1 : release - 1;
      if (forth) {
        sources.write(++mark);
        sources.expect(wanted, mark);
      }
      String action = forth ? "publish" : "rollback/" + wanted;
      long start = System.nanoTime();
      Thread switching =
          Thread.ofPlatform().start(() -> act(serving, byHand, action.split("/"), action));
      await(serving, wanted);
      String how =
          (forth ? "publish" : "rollback") + (byHand ? ", command" : ", admin") + ", " + when;
      taken
          .computeIfAbsent(how, h -> new ArrayList<>())
          .add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
      switching.join();
      release = wanted;
    }
  }

  /** The number of the newest release: one is made for each mark. */
  private int highest() {
    return mark;
  }

  private void act(Serving serving, boolean byHand, String[] command, String action) {
    try {
      if (byHand) {
        Result result = icc.run(command);
        if (result.code() != 0) {
          faults.add(action + ": " + result.err());
        }
      } else {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(serving.address() + "/admin/" + action))
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
          faults.add(action + ": " + answer.body());
        }
      }
    } catch (IOException e) {
      faults.add(action + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(Serving serving, int wanted) throws Exception {
    for (int i = 0; i < 12_000; i++) {
      HttpResponse<String> answer = send(serving, MarkedSources.MARKS, Optional.empty());
      sources.fault(MarkedSources.MARKS, answer).ifPresent(faults::add);
      if (MarkedSources.release(answer).equals(Optional.of(wanted))) {
        return;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IOException("Release " + wanted + " was not served within a minute");
  }

  /** Asks for one address after another, each second time for what has changed there. */
  private void ask(Serving serving, int first) {
    Map<String, String> known = new HashMap<>();
    for (int i = first * 5; !over.get(); i++) {
      String path = MarkedSources.PATHS.get(i % MarkedSources.PATHS.size());
      try {
        Optional<String> tag = Optional.ofNullable(known.remove(path));
        HttpResponse<String> answer = send(serving, path, tag);
        asked.incrementAndGet();
        sources.fault(path, answer).ifPresent(faults::add);
        String now = answer.headers().firstValue("ETag").orElse("");
        if (answer.statusCode() == 304) {
          unchanged.incrementAndGet();
          if (!tag.equals(Optional.of(now))) {
            faults.add("304 with another tag: " + path);
          }
        } else if (!now.isEmpty()) {
          known.put(path, now);
        }
      } catch (IOException e) {
        faults.add(path + ": " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static HttpResponse<String> send(Serving serving, String path, Optional<String> tag)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(serving.address() + path))
            .header("Accept", "text/html, */*;q=0.5");
    tag.ifPresent(known -> request.header("If-None-Match", known));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
