package icc.lod.publish;

import java.nio.file.Path;
import java.util.List;

/**
 * What to publish.
 *
 * @param ontology files and folders with the vocabulary, its shapes and JSON-LD contexts
 * @param data files and folders with the data
 * @param examples files and folders with example queries in the SIB sparql-examples form
 * @param base the canonical base IRI of the entities
 * @param gate whether shapes, IRI rules and examples can refuse the release
 */
public record SourceSettings(
    List<Path> ontology, List<Path> data, List<Path> examples, String base, boolean gate) {

  public SourceSettings {
    ontology = List.copyOf(ontology);
    data = List.copyOf(data);
    examples = List.copyOf(examples);
  }
}
