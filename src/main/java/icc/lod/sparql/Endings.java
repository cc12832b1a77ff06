package icc.lod.sparql;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How queries ended, counted since the endpoint exists, and what they used. Thread-safe. */
public final class Endings {
  private static final String ANSWERED = "answered";
  private static final String FAILED = "failed";

  private final Map<String, LongAdder> counts =
      Stream.concat(
              Stream.of(ANSWERED, FAILED), Arrays.stream(StopReason.values()).map(Endings::word))
          .collect(
              Collectors.toMap(
                  word -> word, word -> new LongAdder(), (one, same) -> one, LinkedHashMap::new));

  private final LongAdder cpuMillis = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  Endings() {}

  /** Counts by how they ended: answered, failed, or the limit that ended them. */
  public Map<String, Supplier<Number>> counts() {
    Map<String, Supplier<Number>> all = new LinkedHashMap<>();
    counts.forEach((word, count) -> all.put(word, count::sum));
    return all;
  }

  /** What all used: seconds on a processor, and octets of memory asked for. */
  public Map<String, Supplier<Number>> used() {
    return Map.of("cpu_seconds", () -> cpuMillis.sum() / 1000.0, "memory_bytes", bytes::sum);
  }

  void answered(RunningQuery query) {
    count(query, ANSWERED);
  }

  void failed(RunningQuery query) {
    count(query, query.stopped().map(stop -> word(stop.reason())).orElse(FAILED));
  }

  private void count(RunningQuery query, String word) {
    counts.getOrDefault(word, new LongAdder()).increment();
    cpuMillis.add(query.usage().cpu().toMillis());
    bytes.add(query.usage().bytes());
  }

  private static String word(StopReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
