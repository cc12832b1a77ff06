package icc.lod.publish;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * Tells where pre-binding (SHACL, appendix A) and a join with the values give the same: SHACL puts
 * a value for {@code $this} everywhere in a query, a join only lets it meet what the groups of the
 * query find by themselves. They differ where a nested group looks at the variable without finding
 * it, and where a query counts or cuts its solutions. In doubt the answer is no.
 */
final class Prebinding {
  static final Var THIS = Var.alloc("this");
  static final Var PATH = Var.alloc("PATH");

  /** What only Jena's own evaluation binds. */
  private static final Set<Var> OTHERS =
      Set.of(Var.alloc("currentShape"), Var.alloc("shapesGraph"));

  private Prebinding() {}

  /** Whether a join finds at least all values for which the query has solutions. */
  static boolean equalsJoin(Query query) {
    return query.isSelectType()
        && !query.hasGroupBy()
        && !query.hasAggregators()
        && !query.hasHaving()
        && !query.hasLimit()
        && !query.hasOffset()
        && !query.hasValues()
        && whole(query.getQueryPattern());
  }

  /** The elements of a group. */
  static List<Element> parts(Element element) {
    return element instanceof ElementGroup group ? group.getElements() : List.of(element);
  }

  /** The outermost group, which the values are part of. */
  private static boolean whole(Element group) {
    return parts(group).stream()
        .allMatch(
            part ->
                part instanceof ElementBind bind
                    ? expression(bind.getExpr(), OTHERS)
                    : part(part, OTHERS));
  }

  private static boolean nested(Element group) {
    List<Element> parts = parts(group);
    Set<Var> unseen = new HashSet<>(OTHERS);
    unseen.add(PATH);
    if (parts.stream().noneMatch(Prebinding::finds)) {
      unseen.add(THIS);
    }
    return parts.stream().allMatch(part -> part(part, unseen));
  }

  /** The group of an EXISTS, which is evaluated with what is bound around it. */
  private static boolean exists(Element group, Set<Var> unseen) {
    List<Element> parts = parts(group);
    boolean flat =
        parts.stream().allMatch(p -> p instanceof ElementPathBlock || p instanceof ElementFilter);
    return flat ? parts.stream().allMatch(part -> part(part, unseen)) : nested(group);
  }

  /**
   * Whether a part of a group lets a join find what pre-binding finds.
   *
   * @param unseen variables whose value its expressions do not see
   */
  private static boolean part(Element part, Set<Var> unseen) {
    return switch (part) {
      case ElementPathBlock block -> terms(block).noneMatch(OTHERS::contains);
      case ElementFilter filter -> expression(filter.getExpr(), unseen);
      case ElementOptional optional -> nested(optional.getOptionalElement());
      case ElementUnion union -> union.getElements().stream().allMatch(Prebinding::nested);
      case ElementGroup group -> nested(group);
      case ElementData values -> values.getVars().stream().noneMatch(Prebinding::prebound);
      default -> false;
    };
  }

  private static boolean prebound(Var variable) {
    return variable.equals(THIS) || variable.equals(PATH) || OTHERS.contains(variable);
  }

  private static boolean expression(Expr expression, Set<Var> unseen) {
    return switch (expression) {
      case NodeValue constant -> true;
      case ExprVar variable -> !unseen.contains(variable.asVar());
      case ExprFunctionOp exists -> !unseen.contains(THIS) && exists(exists.getElement(), unseen);
      case ExprFunction function ->
          function.getArgs().stream().allMatch(argument -> expression(argument, unseen));
      default -> false;
    };
  }

  private static boolean finds(Element part) {
    return part instanceof ElementPathBlock block && terms(block).anyMatch(THIS::equals);
  }

  private static Stream<Node> terms(ElementPathBlock block) {
    return block.getPattern().getList().stream().flatMap(Prebinding::terms);
  }

  private static Stream<Node> terms(TriplePath triple) {
    return triple.getPredicate() == null
        ? Stream.of(triple.getSubject(), triple.getObject())
        : Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
  }
}
