package icc.lod.rdf;

import java.util.Collection;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;

/** Terms in a query as values, never as text (SPARQL 1.1, section 10.2). */
public final class ValuesBlock {
  private ValuesBlock() {}

  /** The variable is one of these terms. */
  public static Element of(Var variable, Collection<Node> nodes) {
    ElementData data = new ElementData();
    data.add(variable);
    nodes.forEach(node -> data.add(BindingFactory.binding(variable, node)));
    return data;
  }
}
