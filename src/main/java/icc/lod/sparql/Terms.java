package icc.lod.sparql;

import icc.lod.view.Text;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.FmtUtils;

/** How terms are shown on pages: IRIs by name and linked, literals with language and datatype. */
final class Terms {
  private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

  /**
   * One cell of a table.
   *
   * @param text what is read
   * @param full the whole term, to be seen on demand
   * @param href where it leads, empty for nowhere
   * @param lang its language tag, empty for none
   * @param datatype its datatype, empty when it is plain text
   */
  record Cell(String text, String full, String href, String lang, String datatype) {
    static final Cell EMPTY = new Cell("", "", "", "", "");
  }

  private final PrefixMapping prefixes;
  private final Names names;

  Terms(Map<String, String> prefixes, Names names) {
    this.prefixes = PrefixMapping.Factory.create();
    prefixes.forEach(this.prefixes::setNsPrefix);
    this.names = names;
  }

  /** The cell of a term. */
  Cell cell(Node node) {
    if (node.isURI()) {
      Text name = names.label(node).orElseGet(() -> Text.plain(shortened(node.getURI())));
      return new Cell(name.value(), node.getURI(), names.href(node), name.lang(), "");
    }
    if (node.isLiteral()) {
      String datatype = node.getLiteralLanguage().isEmpty() ? node.getLiteralDatatypeURI() : "";
      return new Cell(
          node.getLiteralLexicalForm(),
          NodeFmtLib.strNT(node),
          "",
          node.getLiteralLanguage(),
          datatype.equals(STRING) ? "" : shortened(datatype));
    }
    String text = FmtUtils.stringForNode(node, prefixes);
    return new Cell(text, text, "", "", "");
  }

  private String shortened(String iri) {
    return Optional.ofNullable(prefixes.qnameFor(iri)).orElse(iri);
  }
}
