package icc.lod.store;

import java.util.Iterator;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Takes the blank nodes out of what an endpoint is asked about. They came in an earlier answer and
 * have no name outside it (RDF 1.1 Concepts, section 3.4): to another question they match nothing,
 * and SPARQL has no way to write them in VALUES.
 */
final class BlankNodes extends ElementTransformCopyBase {
  /** How they are written, in a query whose author could not have written them. */
  private static final String MARK = "_:";

  private BlankNodes() {
    super(false);
  }

  /** A query as text, without the rows of VALUES that name blank nodes. */
  static String without(Query query) {
    String text = text(query);
    return text.contains(MARK) ? text(QueryTransformOps.transform(query, new BlankNodes())) : text;
  }

  /** ARQ shortens IRIs by the base that a query was read with, and does not say so in the text. */
  private static String text(Query query) {
    Query whole = query.cloneQuery();
    whole.getPrologue().setBase(null);
    return whole.toString();
  }

  @Override
  public Element transform(ElementData data) {
    if (data.getRows().stream().noneMatch(BlankNodes::has)) {
      return data;
    }
    ElementData kept = new ElementData();
    data.getVars().forEach(kept::add);
    data.getRows().stream().filter(row -> !has(row)).forEach(kept::add);
    return kept;
  }

  private static boolean has(Binding row) {
    for (Iterator<Var> vars = row.vars(); vars.hasNext(); ) {
      if (row.get(vars.next()).isBlank()) {
        return true;
      }
    }
    return false;
  }
}
