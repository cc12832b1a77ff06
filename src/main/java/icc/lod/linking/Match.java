package icc.lod.linking;

import icc.lod.view.Text;
import java.util.List;

/**
 * A thing of ours that an identifier stands for. Public, for the template engine reads it.
 *
 * @param href its page here
 * @param by what it was found by: a code or IRI as the data has it, or its own IRI
 */
public record Match(
    String iri,
    String href,
    Text label,
    List<Text> types,
    String by,
    List<Identifier> identifiers) {
  public Match {
    types = List.copyOf(types);
    identifiers = List.copyOf(identifiers);
  }
}
