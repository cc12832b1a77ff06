package icc.lod.changes;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/** The class by which an entity is listed: one of the data's own words, if there is such a one. */
final class Kinds {
  private static final byte[] TYPE =
      " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <".getBytes(StandardCharsets.UTF_8);

  private final IriSpace space;

  Kinds(IriSpace space) {
    this.space = space;
  }

  /** The IRI of the class as written, or nothing. */
  String of(Group group) {
    byte[] key = group.key();
    return group.lines().stream()
        .filter(line -> isType(line, key))
        .map(line -> type(line, key.length + TYPE.length))
        .min(Comparator.comparing((String type) -> !own(type)).thenComparing(type -> type))
        .orElse("");
  }

  private static boolean isType(byte[] line, byte[] key) {
    int end = key.length + TYPE.length;
    return line.length > end
        && java.util.Arrays.equals(line, 0, key.length, key, 0, key.length)
        && java.util.Arrays.equals(line, key.length, end, TYPE, 0, TYPE.length);
  }

  private static String type(byte[] line, int start) {
    int end = start;
    while (line[end] != '>') {
      end++;
    }
    return new String(line, start, end - start, StandardCharsets.UTF_8);
  }

  private boolean own(String type) {
    Optional<EntityIri> iri = EntityIri.parse(type);
    return iri.map(space::covers).orElse(false);
  }
}
