package icc.lod.publish;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Tells while a publish runs how far it is: on a terminal a line that is written over and over, in
 * a log a line now and then, which only long publishes come to. Thread-safe.
 */
final class Progress implements AutoCloseable {
  /** Set by the launcher, which can ask: Java 21 cannot tell a terminal from a file. */
  static final String TERMINAL = "icc.terminal";

  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration IN_LOG = Duration.ofSeconds(30);
  private static final int WIDTH = 110;

  /** Back to the start of the line, and nothing behind it. */
  private static final String CLEAR = "\r\u001b[K";

  private final LongSupplier nanos;
  private final List<Phase> open = new CopyOnWriteArrayList<>();
  private final boolean terminal;
  private final Timer ticker = new Timer("progress", true);

  /**
   * Tells from now on.
   *
   * @param nanos the time, as {@link System#nanoTime} has it
   */
  Progress(boolean terminal, Consumer<String> out, Duration every, LongSupplier nanos) {
    this.terminal = terminal;
    this.nanos = nanos;
    TimerTask telling =
        new TimerTask() {
          @Override
          public void run() {
            tell(out);
          }
        };
    ticker.schedule(telling, every.toMillis(), every.toMillis());
  }

  /** For who started this process: on its terminal, or in its log. */
  static Progress ofProcess() {
    return Boolean.getBoolean(TERMINAL)
        ? new Progress(true, System.err::print, ON_TERMINAL, System::nanoTime)
        : new Progress(
            false, LoggerFactory.getLogger(Publisher.class)::info, IN_LOG, System::nanoTime);
  }

  /**
   * Begins a part of the work.
   *
   * @param total how much there is to do; zero where that is not known
   */
  Phase begin(String name, long total) {
    Phase phase = new Phase(name, total, nanos.getAsLong());
    open.add(phase);
    return phase;
  }

  private void tell(Consumer<String> out) {
    String text = text();
    if (terminal) {
      // The next line of a log is written over this one.
      out.accept(CLEAR + text.substring(0, Math.min(WIDTH, text.length())) + "\r");
    } else if (!text.isEmpty()) {
      out.accept(text);
    }
  }

  /** All that is being done, and how far it is. */
  String text() {
    long now = nanos.getAsLong();
    return open.stream().map(phase -> phase.text(now)).collect(Collectors.joining("; "));
  }

  @Override
  public void close() {
    ticker.cancel();
    if (terminal) {
      System.err.print(CLEAR);
    }
  }

  /** A part of the work that is being done. */
  final class Phase implements AutoCloseable {
    private final String name;
    private final long total;
    private final long begun;
    private final LongAdder done = new LongAdder();
    private final LongAdder triples = new LongAdder();

    private Phase(String name, long total, long begun) {
      this.name = name;
      this.total = total;
      this.begun = begun;
    }

    /** So much of the total is done. */
    void did(long more) {
      done.add(more);
    }

    /** So many triples have been read. */
    void read(long more) {
      triples.add(more);
    }

    private String text(long now) {
      double seconds = Math.max(1, now - begun) / 1e9;
      StringBuilder text = new StringBuilder(name);
      long read = triples.sum();
      if (read > 0) {
        text.append(
            String.format(Locale.ROOT, " %,d triples, %,d/s", read, (long) (read / seconds)));
      }
      long part = done.sum();
      if (part > 0 && part < total) {
        text.append(
            String.format(
                Locale.ROOT,
                ", %d %%, %,d s left",
                100 * part / total,
                (long) Math.ceil(seconds * (total - part) / part)));
      } else {
        text.append(String.format(Locale.ROOT, ", %,d s", (long) seconds));
      }
      return text.toString();
    }

    @Override
    public void close() {
      open.remove(this);
    }
  }
}
