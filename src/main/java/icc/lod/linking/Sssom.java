package icc.lod.linking;

import icc.lod.store.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Mappings as SSSOM/TSV (Simple Standard for Sharing Ontology Mappings, 1.0: the TSV format with
 * its metadata in the comments before the table). For one thread.
 *
 * <p>Entities are CURIEs: with the prefixes of the release, and where it has none, with one for
 * what comes before the last part of an IRI.
 */
final class Sssom {
  private static final List<String> HEAD =
      List.of(
          "subject_id",
          "subject_label",
          "predicate_id",
          "object_id",
          "mapping_justification",
          "mapping_date",
          "see_also",
          "comment");

  private static final String JUSTIFICATION = "semapv:UnspecifiedMatching";
  private static final String SEMAPV = "https://w3id.org/semapv/vocab/";

  private final Map<String, String> known;
  private final Map<String, String> used = new TreeMap<>();
  private final Map<String, String> made = new LinkedHashMap<>();

  private Sssom(Map<String, String> prefixes) {
    this.known = new TreeMap<>(prefixes);
    used.put("semapv", SEMAPV);
  }

  /**
   * The file.
   *
   * @param id the address of this set of mappings
   */
  static byte[] of(
      List<LinkRow> rows,
      String id,
      String licence,
      Release release,
      Map<String, String> prefixes) {
    Sssom sssom = new Sssom(prefixes);
    List<List<String>> lines = rows.stream().map(sssom::line).toList();
    Table table = Table.tsv();
    table.line("#curie_map:");
    sssom.used.forEach((prefix, iri) -> table.line("#  " + prefix + ": \"" + iri + "\""));
    if (!licence.isEmpty()) {
      table.line("#license: \"" + licence + "\"");
    }
    table.line("#mapping_set_id: \"" + id + "\"");
    table.line("#mapping_set_version: \"" + release.number() + "\"");
    table.row(HEAD);
    lines.forEach(table::row);
    return table.bytes();
  }

  private List<String> line(LinkRow row) {
    Identifier about = row.about();
    List<String> told = new ArrayList<>();
    for (String text : List.of(about.confidence().value(), about.method().value())) {
      if (!text.isEmpty()) {
        told.add(text);
      }
    }
    return List.of(
        curie(row.link().getSubject().toString()),
        row.label().value(),
        curie(row.link().getPredicate().getURI()),
        curie(row.link().getObject().getURI()),
        JUSTIFICATION,
        about.date().matches("\\d{4}-\\d{2}-\\d{2}.*") ? about.date().substring(0, 10) : "",
        String.join("|", new TreeSet<>(about.sources())),
        String.join(": ", told));
  }

  private String curie(String iri) {
    Optional<Map.Entry<String, String>> best =
        known.entrySet().stream()
            .filter(e -> !e.getKey().isEmpty() && iri.startsWith(e.getValue()))
            .max(java.util.Comparator.comparingInt(e -> e.getValue().length()));
    if (best.isPresent()) {
      used.put(best.get().getKey(), best.get().getValue());
      return best.get().getKey() + ":" + iri.substring(best.get().getValue().length());
    }
    String before =
        Space.of(iri)
            .map(parts -> parts.space().before())
            .orElse(iri.substring(0, iri.indexOf(':') + 1));
    String prefix = made.computeIfAbsent(before, b -> "ns" + (made.size() + 1));
    used.put(prefix, before);
    return prefix + ":" + iri.substring(before.length());
  }
}
