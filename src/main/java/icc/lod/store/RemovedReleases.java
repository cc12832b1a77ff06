package icc.lod.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of releases that were removed: a line each with number and instant. By it what is gone
 * is told from what never was, and no number is given twice.
 */
final class RemovedReleases {
  static final String FILE = "removed";

  private record Line(int number, String instant) {}

  private RemovedReleases() {}

  static int highest(Path file) {
    return lines(file).stream().mapToInt(Line::number).max().orElse(0);
  }

  static boolean has(Path file, int number) {
    return lines(file).stream().anyMatch(line -> line.number() == number);
  }

  static Optional<Instant> instant(Path file, int number) {
    return lines(file).stream()
        .filter(line -> line.number() == number)
        .findFirst()
        .flatMap(line -> instant(line.instant()));
  }

  /** Adds a release, once; readers see the list before or after, never half of it. */
  static void note(Path file, int number, Instant now) throws IOException {
    List<Line> lines = new ArrayList<>(lines(file));
    if (lines.stream().anyMatch(line -> line.number() == number)) {
      return;
    }
    lines.add(new Line(number, now.toString()));
    StringBuilder text = new StringBuilder();
    lines.forEach(
        line -> text.append(line.number()).append(' ').append(line.instant()).append('\n'));
    Durably.replace(file, text.toString());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static List<Line> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(line -> line.strip().split("\\s+", 2))
          .filter(cells -> cells[0].matches("\\d{1,9}"))
          .map(cells -> new Line(Integer.parseInt(cells[0]), cells.length > 1 ? cells[1] : ""))
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + file + " cannot be read", e);
    }
  }
}
