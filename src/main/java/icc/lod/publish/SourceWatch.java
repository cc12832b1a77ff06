package icc.lod.publish;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * Lets one file's statements pass, counts them, and notes those the house rules forbid: blank
 * nodes.
 */
final class SourceWatch extends StreamRDFWrapper {
  private static final String RULE = "no-blank-nodes";

  private final SourceFile file;
  private final Report houseRules;
  private final Progress.Phase phase;
  private int found;

  SourceWatch(SourceFile file, Report houseRules, Progress.Phase phase, StreamRDF next) {
    super(next);
    this.file = file;
    this.houseRules = houseRules;
    this.phase = phase;
  }

  @Override
  public void triple(Triple triple) {
    look(triple);
    super.triple(triple);
  }

  @Override
  public void quad(Quad quad) {
    look(quad.asTriple());
    super.quad(quad);
  }

  private void look(Triple triple) {
    phase.read(1);
    if (triple.getSubject().isBlank()) {
      note(triple.getPredicate(), "as subject of");
    } else if (triple.getObject().isBlank()) {
      note(triple.getPredicate(), "as value of");
    }
  }

  /** A file full of blank nodes is one mistake, so only its first ten are spelt out. */
  private void note(Node predicate, String role) {
    if (found++ < 10) {
      houseRules.add(
          Finding.of(
              file.name(),
              RULE,
              "a blank node " + role + " <" + predicate.getURI() + ">; give the thing an IRI"));
    }
  }
}
