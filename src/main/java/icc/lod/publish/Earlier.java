package icc.lod.publish;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * The release before a candidate, little of which changed: what was derived from the rest can be
 * taken over.
 *
 * @param folder where it lies; its files are never written to, they get second names
 * @param changed the statements that only one of the two has, in whatever graph
 */
public record Earlier(Path folder, List<Triple> changed) {
  public Earlier {
    changed = List.copyOf(changed);
  }
}
