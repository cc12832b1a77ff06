package icc.lod.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How the IRIs of others look to which data of cities links: a table in the program's resources, by
 * what each of them says of its IRIs.
 */
record LinkTargets(List<Target> known) {
  private static final String TABLE = "/proof/link-targets.tsv";

  /** Whether an IRI is as its owner makes them. */
  enum Fit {
    GOOD,
    BAD,
    UNKNOWN
  }

  private record Target(String space, Pattern rest) {}

  static LinkTargets read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(LinkTargets.class.getResourceAsStream(TABLE)),
                StandardCharsets.UTF_8))) {
      return new LinkTargets(
          in.lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .map(cells -> new Target(cells[0], Pattern.compile(cells[1])))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Fit fit(String iri) {
    for (Target target : known) {
      if (iri.startsWith(target.space())) {
        String rest = iri.substring(target.space().length());
        return target.rest().matcher(rest).matches() ? Fit.GOOD : Fit.BAD;
      }
    }
    return Fit.UNKNOWN;
  }
}
