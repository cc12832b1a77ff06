package icc.lod.store;

import icc.lod.rdf.ValuesBlock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_IsBlank;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggregatorFactory;
import org.apache.jena.sparql.expr.nodevalue.NodeValueInteger;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/** The queries an endpoint is asked, whatever we were asked: SELECT alone. */
final class EndpointQueries {
  static final Var G = Var.alloc("g");
  static final Var S = Var.alloc("s");
  static final Var P = Var.alloc("p");
  static final Var O = Var.alloc("o");
  static final Var N = Var.alloc("n");
  private static final Var X = Var.alloc("x");

  private EndpointQueries() {}

  /** The rows that a CONSTRUCT query fills its template with. */
  static Query rows(Query construct) {
    Set<Var> wanted = new LinkedHashSet<>();
    construct.getConstructTemplate().getQuads().forEach(quad -> Vars.addVarsFromQuad(wanted, quad));
    wanted.removeIf(variable -> variable.isAllocVar() || variable.isBlankNodeVar());
    if (construct.hasGroupBy()) {
      wanted.retainAll(construct.getGroupBy().getVars());
    }
    return select(construct, wanted);
  }

  /** The things that a DESCRIBE query finds, besides those it names. */
  static Query things(Query describe) {
    Query query = select(describe, new LinkedHashSet<>(describe.getProjectVars()));
    query.setDistinct(true);
    return query;
  }

  /** How often each property links to each of those that so many statements link to. */
  static Query linkedMost(int fewest) {
    return QueryFactory.create(
        """
        SELECT ?p ?o (COUNT(*) AS ?n)
        { { SELECT ?o { ?s ?q ?o FILTER(isIRI(?o)) } GROUP BY ?o HAVING (COUNT(*) >= %d) }
          ?s ?p ?o }
        GROUP BY ?p ?o
        """
            .formatted(fewest));
  }

  /**
   * A row if a query has any, for ASK too: Virtuoso answers that by a table of its own, in which no
   * reader of JSON results finds a yes or no.
   */
  static Query anything(Query asked) {
    Query query = select(asked, Set.of());
    query.setLimit(asked.hasLimit() ? Math.min(1, asked.getLimit()) : 1);
    return query;
  }

  private static Query select(Query from, Set<Var> variables) {
    Query query = QueryFactory.create();
    query.setSyntax(Syntax.syntaxARQ);
    query.setQuerySelectType();
    if (variables.isEmpty()) {
      query.addResultVar(X, new NodeValueInteger(1));
    } else {
      variables.forEach(query::addResultVar);
    }
    graphs(from, query);
    query.setQueryPattern(from.getQueryPattern());
    from.getGroupBy().forEachVarExpr(query::addGroupBy);
    from.getHavingExprs().forEach(query::addHavingCondition);
    if (from.hasOrderBy()) {
      from.getOrderBy().forEach(query::addOrderBy);
    }
    if (from.hasLimit()) {
      query.setLimit(from.getLimit());
    }
    if (from.hasOffset()) {
      query.setOffset(from.getOffset());
    }
    if (from.hasValues()) {
      query.setValuesDataBlock(from.getValuesVariables(), from.getValuesData());
    }
    return query;
  }

  /** Lets a query see the graphs that another names. */
  static Query graphs(Query from, Query to) {
    from.getGraphURIs().forEach(to::addGraphURI);
    from.getNamedGraphURIs().forEach(to::addNamedGraphURI);
    return to;
  }

  /**
   * What is said of things and of the blank nodes they lead to, down to a depth. It is one query,
   * for a blank node is known by no name outside the answer it came in; and without BIND, on which
   * Virtuoso's compiler fails here.
   */
  static Query describing(Collection<Node> things, int depth) {
    ElementUnion union = new ElementUnion();
    for (int length = 0; length <= depth; length++) {
      ElementGroup group = new ElementGroup();
      group.addElement(ValuesBlock.of(length == 0 ? S : node(0), things));
      ElementTriplesBlock path = new ElementTriplesBlock();
      for (int i = 1; i <= length; i++) {
        path.addTriple(Triple.create(node(i - 1), Var.alloc("p" + i), i == length ? S : node(i)));
      }
      path.addTriple(Triple.create(S, P, O));
      group.addElement(path);
      for (int i = 1; i <= length; i++) {
        group.addElement(new ElementFilter(new E_IsBlank(new ExprVar(i == length ? S : node(i)))));
      }
      union.addElement(group);
    }
    return select(union, List.of(S, P, O));
  }

  /** What is said of things by these properties. */
  static Query about(Collection<Node> things, Collection<Node> properties) {
    ElementGroup group = new ElementGroup();
    group.addElement(ValuesBlock.of(S, things));
    group.addElement(ValuesBlock.of(P, properties));
    group.addElement(element(Quad.create(Quad.defaultGraphIRI, S, P, O), new ArrayList<>()));
    return select(group, List.of(S, P, O));
  }

  /** Those of the things of which something is said. */
  static Query described(Collection<Node> things) {
    ElementGroup group = new ElementGroup();
    group.addElement(ValuesBlock.of(S, things));
    group.addElement(
        new ElementFilter(
            new E_Exists(element(Quad.create(Quad.defaultGraphIRI, S, P, O), new ArrayList<>()))));
    return select(group, List.of(S));
  }

  private static Var node(int i) {
    return Var.alloc("b" + i);
  }

  /** What matches a pattern; its graph is named, {@link Node#ANY} or the default one. */
  static Query matching(Quad pattern) {
    List<Var> variables = new ArrayList<>();
    Element element = element(pattern, variables);
    if (variables.isEmpty()) {
      Query ask = QueryFactory.create();
      ask.setQueryAskType();
      ask.setQueryPattern(element);
      return ask;
    }
    return select(element, variables);
  }

  /** How many match. */
  static Query count(Quad pattern) {
    Query query = QueryFactory.create();
    query.setQuerySelectType();
    query.addResultVar(N, query.allocAggregate(AggregatorFactory.createCount(false)));
    query.setQueryPattern(element(pattern, new ArrayList<>()));
    return query;
  }

  /** All statements, those of named graphs with their graph; a blank node is the same in both. */
  static Query all() {
    ElementUnion union = new ElementUnion();
    union.addElement(element(Quad.create(Quad.defaultGraphIRI, S, P, O), new ArrayList<>()));
    union.addElement(element(Quad.create(G, S, P, O), new ArrayList<>()));
    return select(union, List.of(G, S, P, O));
  }

  private static Element element(Quad pattern, List<Var> variables) {
    ElementTriplesBlock block = new ElementTriplesBlock();
    Node subject = term(pattern.getSubject(), S, variables);
    Node predicate = term(pattern.getPredicate(), P, variables);
    Node object = term(pattern.getObject(), O, variables);
    block.addTriple(Triple.create(subject, predicate, object));
    ElementGroup group = new ElementGroup();
    group.addElement(block);
    if (pattern.isDefaultGraph()) {
      return group;
    }
    Node graph = term(pattern.getGraph(), G, variables);
    ElementGroup named = new ElementGroup();
    named.addElement(new ElementNamedGraph(graph, group));
    return named;
  }

  private static Node term(Node node, Var variable, List<Var> variables) {
    if (node.isConcrete()) {
      return node;
    }
    variables.add(variable);
    return variable;
  }

  private static Query select(Element element, List<Var> variables) {
    Query query = QueryFactory.create();
    query.setQuerySelectType();
    variables.forEach(query::addResultVar);
    ElementGroup group = new ElementGroup();
    group.addElement(element);
    query.setQueryPattern(group);
    return query;
  }
}
