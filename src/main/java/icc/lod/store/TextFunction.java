package icc.lod.store;

import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * jena-text's {@code text:query}, but what it cannot answer is an error of the query: the original
 * answers without an index as if everything matched, and fails on wrong arguments as if the fault
 * were the server's.
 */
final class TextFunction extends TextQueryPF {
  private static final String IRI = TextQuery.NS + "query";

  /** Puts it in the place of the original, for the whole process. */
  static void register() {
    TextQuery.init();
    PropertyFunctionRegistry.get().put(IRI, iri -> new TextFunction());
  }

  @Override
  public void build(
      PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
    if (context.getContext().isUndef(TextQuery.textIndex)) {
      throw new QueryBuildException("there is no text index here, so that text:query cannot work");
    }
    super.build(subject, predicate, object, context);
  }

  @Override
  public QueryIterator exec(
      Binding binding,
      PropFuncArg subject,
      Node predicate,
      PropFuncArg object,
      ExecutionContext context) {
    try {
      return super.exec(binding, subject, predicate, object, context);
    } catch (QueryCancelledException e) {
      throw e;
    } catch (QueryExecException e) {
      throw new QueryBuildException("text:query: " + e.getMessage(), e);
    }
  }
}
