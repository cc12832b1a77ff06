package icc.lod.store;

import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * What an endpoint is not asked for. Nothing is ever asked of a third server; and only jena-text
 * understands {@code text:query}: to others it is a property that nothing has, and the answer would
 * be empty as if nothing had been found.
 */
final class OutOfReach extends ElementTransformCopyBase {
  private static final String SEARCH = TextQuery.NS + "query";

  private OutOfReach() {
    super(false);
  }

  /**
   * Looks at a query that an endpoint is to be asked, wherever in it something stands.
   *
   * @throws EndpointRefusedException when it is not to be asked that
   */
  static void refuse(Query query) {
    String text = query.toString();
    if (text.contains("SERVICE") || text.contains(TextQuery.NS)) {
      QueryTransformOps.transform(query, new OutOfReach());
    }
  }

  @Override
  public Element transform(ElementService service, Node name, Element pattern) {
    throw new EndpointRefusedException("SERVICE asks another server, which is not done here");
  }

  @Override
  public Element transform(ElementPathBlock block) {
    for (Iterator<TriplePath> paths = block.patternElts(); paths.hasNext(); ) {
      TriplePath path = paths.next();
      Node property = path.getPredicate();
      if (property != null && property.isURI() && property.getURI().equals(SEARCH)) {
        throw new EndpointRefusedException(
            "text:query searches an index beside the data, and the data is at another server;"
                + " use FILTER with CONTAINS or REGEX, or the search page");
      }
    }
    return super.transform(block);
  }
}
