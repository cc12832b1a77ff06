package icc.lod.store.sorted;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueDecimal;
import org.apache.jena.sparql.expr.nodevalue.NodeValueInteger;
import org.apache.jena.sparql.expr.nodevalue.NodeValueLang;
import org.apache.jena.sparql.expr.nodevalue.NodeValueNode;
import org.apache.jena.sparql.expr.nodevalue.NodeValueString;
import org.apache.jena.sparql.util.NodeUtils;

/**
 * What Jena makes of terms to reckon with, without the cache that it looks into first: for what is
 * made quickly, that costs more than it saves.
 */
final class TermValues {
  private TermValues() {}

  /**
   * The value of a term.
   *
   * @param inline whether TDB2 has it as a number, so that it is surely well-formed
   */
  static NodeValue of(Node term, boolean inline) {
    if (!term.isLiteral()) {
      return new NodeValueNode(term);
    }
    RDFDatatype type = term.getLiteralDatatype();
    if (XSDDatatype.XSDstring.equals(type)) {
      return new NodeValueString(term.getLiteralLexicalForm(), term);
    }
    if (inline && XSDDatatype.XSDinteger.equals(type)) {
      return new NodeValueInteger(new BigInteger(term.getLiteralLexicalForm()), term);
    }
    if (inline && XSDDatatype.XSDdecimal.equals(type)) {
      return new NodeValueDecimal(new BigDecimal(term.getLiteralLexicalForm()), term);
    }
    return NodeUtils.hasLang(term) && !NodeUtils.hasLangDir(term)
        ? new NodeValueLang(term)
        : NodeValue.makeNode(term);
  }

  /** The nearest double of an integer, decimal or double; not a number for others. */
  static double amount(NodeValue value) {
    return (value.isNumber() && !value.isFloat()) || value.isDouble()
        ? value.getDouble()
        : Double.NaN;
  }
}
