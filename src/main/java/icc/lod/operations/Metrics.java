package icc.lod.operations;

import icc.lod.web.Exchange;
import icc.lod.web.Traffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The figures of this process, for Prometheus. Thread-safe. */
public final class Metrics implements Traffic, AutoCloseable {
  /** Bounds of the histograms: from what nobody notices to the limit of a query. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(3),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** To find a meter in the registry by its labels takes longer than to send a ready answer. */
  private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

  private final Map<String, Counter> bytes = new ConcurrentHashMap<>();

  private final List<Supplier<Number>> asked = new CopyOnWriteArrayList<>();

  /** What requests are counted by; of each there are few values. */
  private record Labels(String method, String route, String status, String outcome) {}

  /** Figures of the process, and from now on those of whatever is told. */
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  @Override
  public void ended(Exchange exchange) {
    Labels labels =
        new Labels(
            Methods.known(exchange.method()),
            exchange.route(),
            exchange.status() / 100 + "xx",
            outcome(exchange));
    timers.computeIfAbsent(labels, this::timer).record(exchange.time());
    bytes
        .computeIfAbsent(
            exchange.route(), route -> registry.counter("icc.http.answer.bytes", "route", route))
        .increment((double) exchange.bytes());
    if (exchange.conditional()) {
      String copy = exchange.status() == 304 ? "hit" : "miss";
      registry.counter("icc.cache.revalidations", "result", copy).increment();
    }
  }

  private Timer timer(Labels labels) {
    return Timer.builder("icc.http.requests")
        .description("Requests and how long their answers took")
        .tag("method", labels.method())
        .tag("route", labels.route())
        .tag("status", labels.status())
        .tag("outcome", labels.outcome())
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /** How it ended, in one word; the reasons are words of the code, of which there are few. */
  private static String outcome(Exchange exchange) {
    if (!exchange.whole()) {
      return "broken";
    }
    if (!exchange.reason().isEmpty()) {
      return exchange.reason();
    }
    return exchange.status() < 400 ? "answered" : exchange.status() < 500 ? "refused" : "failed";
  }

  /** Adds a figure that goes up and down; asked at every scrape, it must be quick. */
  public void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }

  /** Adds a figure that only grows, one for each value of a label, of which there are few. */
  public void counter(
      String name, String description, String label, Map<String, Supplier<Number>> values) {
    // The registry itself holds what it asks only weakly.
    asked.addAll(values.values());
    values.forEach(
        (value, count) ->
            FunctionCounter.builder(name, count, c -> c.get().doubleValue())
                .description(description)
                .tags(List.of(Tag.of(label, value)))
                .register(registry));
  }

  /** Notes how long a publish took and how it ended. */
  public void published(String outcome, Duration time) {
    Timer.builder("icc.publish")
        .description("Publishes of this process, and how they ended")
        .tag("outcome", outcome)
        .register(registry)
        .record(time);
  }

  /** All figures, in the text form of Prometheus or OpenMetrics, whichever this field asks for. */
  String text(String contentType) {
    return registry.scrape(contentType);
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
