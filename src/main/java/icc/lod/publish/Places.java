package icc.lod.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Finds the line of the sources where an entity is described. RDF parsers keep no line numbers, so
 * the text is searched for the end of the entity's IRI at the start of a line: right for the way
 * people and most tools write Turtle and N-Triples, and only ever a hint.
 */
final class Places {
  private final List<SourceFile> files;
  private final Map<String, Finding> known = new HashMap<>();

  Places(List<SourceFile> files) {
    this.files = files;
  }

  Finding find(Finding finding) {
    Finding place = known.computeIfAbsent(finding.entity(), entity -> search(finding));
    return place.file().isEmpty() ? finding : finding.placed(place.file(), place.line());
  }

  private Finding search(Finding finding) {
    String local = finding.entity().replaceFirst("^.*[/#:](?=[^/#:])", "");
    for (SourceFile file : files) {
      OptionalLong line = lineOf(file, finding.entity(), local);
      if (line.isPresent()) {
        return finding.placed(file.name(), line);
      }
    }
    return finding;
  }

  private static OptionalLong lineOf(SourceFile file, String iri, String local) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.open(read -> {}), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (describes(line.strip(), iri, local)) {
          return OptionalLong.of(number);
        }
      }
    } catch (IOException e) {
      // The file was read a moment ago; without it there is no hint, and the finding stands.
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  private static boolean describes(String line, String iri, String local) {
    if (line.startsWith("<" + iri + ">")) {
      return true;
    }
    int end = line.indexOf(' ');
    String first = end < 0 ? line : line.substring(0, end);
    return first.endsWith(":" + local) && !first.startsWith("@");
  }
}
