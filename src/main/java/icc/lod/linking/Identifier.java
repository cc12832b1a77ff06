package icc.lod.linking;

import icc.lod.view.Text;
import java.util.List;

/**
 * What a thing is called elsewhere. Public, for the template engine reads it.
 *
 * @param register whose it is, in words
 * @param code its code there, or empty
 * @param iri its IRI there, or empty
 * @param property what links the thing to it
 * @param confidence how sure it is, in words; or empty
 * @param method how it was found, in words; or empty
 * @param date when, as the data has it; or empty
 * @param sources IRIs of what it was taken from
 * @param node IRI of the identifier itself where it is a thing of its own; or empty
 */
public record Identifier(
    Text register,
    String code,
    String iri,
    String property,
    Text confidence,
    Text method,
    String date,
    List<String> sources,
    String node) {
  public Identifier {
    sources = List.copyOf(sources);
  }
}
