package icc.lod.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program, run as a user runs it: the launcher in a process of its own. */
public final class Icc {
  /** What a finished command left. */
  record Result(int code, String out, String err) {}

  /** Where the program was packaged to. */
  public static final Path HOME =
      Path.of(System.getProperty("icc.home", "target/icc")).toAbsolutePath();

  private static final Path LAUNCHER = HOME.resolve("bin").resolve("icc");
  private static final Pattern ADDRESS = Pattern.compile("Serving (http://\\S+:\\d+)/");

  private final Path folder;

  /** Runs commands in a working folder, which holds the state too. */
  public Icc(Path folder) {
    this.folder = folder;
  }

  /** Runs a command to its end. */
  Result run(String... args) throws IOException, InterruptedException {
    return run(Map.of(), args);
  }

  /** Runs a command to its end with environment variables of its own. */
  Result run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process = start(environment, out, err, args);
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("Did not end: " + List.of(args));
    }
    return new Result(process.exitValue(), read(out), read(err));
  }

  /** Starts a command and does not wait. */
  Process start(String... args) throws IOException {
    Path none = Files.createTempFile(folder, "log", ".txt");
    return start(Map.of(), none, none, args);
  }

  /** Starts a server on a free port and waits until it says where it listens. */
  public Serving serve(String... args) throws IOException, InterruptedException {
    return serve(Map.of(), args);
  }

  /** Starts a server with environment variables of its own. */
  public Serving serve(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("serve", "--port", "0"));
    all.addAll(List.of(args));
    Path err = Files.createTempFile(folder, "serve", ".txt");
    Process process = start(environment, err, err, all.toArray(String[]::new));
    for (int i = 0; i < 1_800; i++) {
      Matcher address = ADDRESS.matcher(read(err));
      if (address.find()) {
        return new Serving(process, address.group(1));
      }
      if (!process.isAlive()) {
        break;
      }
      Thread.sleep(100);
    }
    process.destroyForcibly();
    throw new IOException("Did not start:\n" + read(err));
  }

  private Process start(Map<String, String> environment, Path out, Path err, String... args)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ICC_"));
    builder.environment().putAll(environment);
    return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** A running server. */
  public record Serving(Process process, String address) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
