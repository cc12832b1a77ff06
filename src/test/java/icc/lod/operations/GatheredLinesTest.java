package icc.lod.operations;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.web.Exchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The access log of a process of its own, read by another. */
@Timeout(60)
final class GatheredLinesTest {
  private static final int MANY = 5_000;

  /** Tells of so many requests, then waits to be told to end. */
  public static final class Telling {
    private Telling() {}

    public static void main(String[] args) throws IOException {
      LogFormat.of(args[1]).orElseThrow().use();
      AccessLog log = new AccessLog();
      for (int i = 0; i < Integer.parseInt(args[0]); i++) {
        log.ended(
            new Exchange(
                "request-" + i, "GET", "/doc/*", 200, "", Duration.ofMillis(1), 7, true, false));
      }
      System.in.read();
    }
  }

  private static Process telling(int requests, String format) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Telling.class.getName(),
            Integer.toString(requests),
            format)
        .start();
  }

  @Test
  void aLineIsThereWhileTheProcessGoesOn() throws Exception {
    Process process = telling(1, "text");
    try (BufferedReader lines = process.errorReader()) {
      assertThat(lines.readLine())
          .matches(
              "\\S+Z INFO  AccessLog request id=request-0 method=GET route=/doc/\\*"
                  + " status=200 ms=1 bytes=7 end=whole");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void noLineIsLostAsTheProcessEnds() throws Exception {
    Process process = telling(MANY, "json");
    process.getOutputStream().close();
    try (BufferedReader reader = process.errorReader()) {
      List<String> lines = reader.lines().toList();
      assertThat(process.waitFor()).isZero();
      assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
      assertThat(lines.stream().map(line -> line.replaceAll(".*\"id\": ?\"([^\"]*)\".*", "$1")))
          .containsExactlyElementsOf(
              IntStream.range(0, MANY).mapToObj(i -> "request-" + i).toList());
    }
  }
}
