package icc.lod.publish;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * Finds out with one query which of many focus nodes can break a SPARQL constraint (SHACL, section
 * 5): the constraint's own query, with all of them for {@code $this}. On data that is right, which
 * is nearly all data nearly always, that spares a query per node, by far the most of a publish.
 *
 * <p>What is left is a superset of the nodes that break it; they are judged one by one, as the
 * standard says. Where a query cannot be asked that way, all nodes are left.
 */
final class Screen {
  private Screen() {}

  /**
   * The nodes that may break a constraint, in the order given.
   *
   * @param path the path of the property shape that has the constraint; none for a node shape
   */
  static List<Node> suspects(
      Constraint constraint, Optional<Path> path, List<Node> nodes, Graph data) {
    if (nodes.size() < 2
        || !(constraint instanceof SparqlConstraint sparql)
        || path.filter(p -> !(p instanceof P_Link)).isPresent()
        || !Prebinding.equalsJoin(sparql.getQuery())) {
      return nodes;
    }
    Optional<Node> property = path.map(p -> ((P_Link) p).getNode());
    Set<Node> found = new HashSet<>();
    try (QueryExec exec =
        QueryExec.graph(data).query(forAll(sparql.getQuery(), property, nodes)).build()) {
      exec.select().forEachRemaining(row -> found.add(row.get(Prebinding.THIS)));
    }
    // A blank node cannot be named in a query, so each is judged for itself.
    return nodes.stream().filter(node -> node.isBlank() || found.contains(node)).toList();
  }

  private static Query forAll(Query one, Optional<Node> property, Collection<Node> nodes) {
    ElementData values = new ElementData();
    values.add(Prebinding.THIS);
    property.ifPresent(node -> values.add(Prebinding.PATH));
    for (Node node : nodes) {
      if (!node.isBlank()) {
        values.add(
            property
                .map(p -> BindingFactory.binding(Prebinding.THIS, node, Prebinding.PATH, p))
                .orElseGet(() -> BindingFactory.binding(Prebinding.THIS, node)));
      }
    }
    ElementGroup group = new ElementGroup();
    group.addElement(values);
    Prebinding.parts(one.getQueryPattern()).forEach(group::addElement);
    return select(group, Prebinding.THIS);
  }

  private static Query select(Element pattern, Var variable) {
    Query query = new Query();
    query.setQuerySelectType();
    query.setDistinct(true);
    query.addResultVar(variable);
    query.setQueryPattern(pattern);
    return query;
  }
}
