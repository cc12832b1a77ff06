package icc.lod.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, stopped with this object. */
final class Peer implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Process process;
  private final int port;
  private final double startSeconds;

  private Peer(Process process, int port, double startSeconds) {
    this.process = process;
    this.port = port;
    this.startSeconds = startSeconds;
  }

  /** A port that is free now. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts a server and waits for its first good answer. */
  static Peer start(List<String> command, int port, Path log, byte[] first)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (!answers(port, first)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
        process.destroyForcibly();
        throw new IOException("It did not start: " + command + "\n" + Files.readString(log));
      }
      Thread.sleep(5);
    }
    return new Peer(process, port, (System.nanoTime() - start) / 1e9);
  }

  private static boolean answers(int port, byte[] request) {
    try (Client client = new Client(port)) {
      client.ask(request);
      return client.status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** From the start of its process to its first answer. */
  double startSeconds() {
    return startSeconds;
  }

  /** Memory of the process that is its alone or shared in part, in MB; 0 where none tells. */
  double megabytes() throws IOException {
    Path smaps = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    if (!Files.isReadable(smaps)) {
      return 0;
    }
    return Files.readAllLines(smaps).stream()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .sum();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
