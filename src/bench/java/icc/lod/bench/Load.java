package icc.lod.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a slice of load came to.
 *
 * @param rate answers a second
 * @param p50 median of their latency, in milliseconds
 * @param p95 of a hundred of them so many took no longer, in milliseconds
 */
record Load(double rate, double p50, double p95) {

  /** Asks in turn for a while, each client in an order of its own. */
  static Load of(int port, List<byte[]> requests, int clients, double seconds)
      throws InterruptedException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Callable<long[]>> tasks = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int first = i * requests.size() / clients;
      tasks.add(() -> client(port, requests, first, end));
    }
    long start = System.nanoTime();
    List<long[]> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (Future<long[]> task : threads.invokeAll(tasks)) {
        all.add(task.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    double taken = (System.nanoTime() - start) / 1e9;
    long[] latencies = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Load(latencies.length / taken, part(latencies, 0.5), part(latencies, 0.95));
  }

  private static long[] client(int port, List<byte[]> requests, int first, long end)
      throws IOException {
    long[] latencies = new long[1024];
    int count = 0;
    try (Client client = new Client(port)) {
      for (int i = first; System.nanoTime() < end || count == 0; i++) {
        long start = System.nanoTime();
        client.ask(requests.get(i % requests.size()));
        if (client.status() != 200) {
          throw new IOException("Status " + client.status());
        }
        if (count == latencies.length) {
          latencies = Arrays.copyOf(latencies, 2 * count);
        }
        latencies[count++] = System.nanoTime() - start;
      }
    }
    return Arrays.copyOf(latencies, count);
  }

  /** Latency of each request once, in milliseconds. */
  static List<Double> latencies(int port, List<byte[]> requests) throws IOException {
    List<Double> all = new ArrayList<>();
    try (Client client = new Client(port)) {
      for (byte[] request : requests) {
        long start = System.nanoTime();
        client.ask(request);
        if (client.status() != 200) {
          throw new IOException("Status " + client.status());
        }
        all.add((System.nanoTime() - start) / 1e6);
      }
    }
    return all;
  }

  private static double part(long[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
  }

  /** The median; of none, 0. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }
}
