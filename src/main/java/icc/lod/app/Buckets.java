package icc.lod.app;

import icc.lod.config.Config;
import icc.lod.objects.BucketSettings;
import icc.lod.objects.Pull;
import icc.lod.objects.Push;
import icc.lod.objects.PushSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a process does with the bucket of its settings, if they name one. */
public final class Buckets implements AutoCloseable {
  private final List<BucketWatch> watches = new ArrayList<>();

  private Buckets() {}

  /**
   * What keeps state folder and bucket alike while a service runs; it has not begun.
   *
   * @param follow what to do when another release is current
   */
  static Buckets of(Config config, Runnable follow) {
    Buckets buckets = new Buckets();
    config.replication().follow().ifPresent(from -> buckets.pull(config, from, follow));
    config.replication().push().ifPresent(to -> buckets.push(config, to));
    return buckets;
  }

  private void pull(Config config, BucketSettings from, Runnable follow) {
    Pull pull = new Pull(config.state(), from);
    watches.add(
        new BucketWatch(
            () -> {
              if (pull.look()) {
                follow.run();
              }
            },
            "What is here is served on",
            pull));
  }

  private void push(Config config, PushSettings to) {
    Push push = new Push(config.state(), to);
    watches.add(
        new BucketWatch(push::look, "Who follows that bucket sees what was pushed before", push));
  }

  /** Looks from now on. */
  void start() {
    watches.forEach(BucketWatch::start);
  }

  /** Whether there is anything to look at. */
  boolean isEmpty() {
    return watches.isEmpty();
  }

  /** What is wrong at present. */
  List<String> troubles() {
    return watches.stream().flatMap(watch -> watch.trouble().stream()).toList();
  }

  /**
   * Pushes what the bucket lacks and waits for it; nothing without a bucket.
   *
   * @return what was done, as a sentence; empty when nothing was to be done
   * @throws IOException when it was not brought to an end
   */
  public static String push(Config config, Duration patience) throws IOException {
    if (config.replication().push().isEmpty()) {
      return "";
    }
    PushSettings settings = config.replication().push().get();
    try (Push push = new Push(config.state(), settings)) {
      int sent = push.run(patience);
      return "Pushed to %s: %,d objects that it did not have.".formatted(settings.to(), sent);
    }
  }

  @Override
  public void close() {
    watches.forEach(BucketWatch::close);
  }
}
