package icc.lod.sparql;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.web.PublicUrl;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.FmtUtils;
import org.jspecify.annotations.Nullable;

/** How terms are shown on pages: IRIs short and linked, literals with language and datatype. */
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

  private final IriSpace space;
  private final PrefixMapping prefixes;
  private final PublicUrl publicUrl;

  Terms(String base, Map<String, String> prefixes, PublicUrl publicUrl) {
    this.space = new IriSpace(base);
    this.prefixes = PrefixMapping.Factory.create();
    prefixes.forEach(this.prefixes::setNsPrefix);
    this.publicUrl = publicUrl;
  }

  /** The cell of a term; of none when a variable is unbound. */
  Cell cell(@Nullable Node node) {
    if (node == null) {
      return Cell.EMPTY;
    }
    if (node.isURI()) {
      return new Cell(shortened(node.getURI()), node.getURI(), href(node), "", "");
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

  private String href(Node node) {
    Optional<EntityIri> iri = EntityIri.of(node);
    if (iri.isPresent() && space.covers(iri.get())) {
      return publicUrl.path(space.document(iri.get()));
    }
    // Other schemes lead nowhere, or to what nobody should run.
    return iri.filter(i -> i.text().matches("(?i)https?://.*")).map(EntityIri::ascii).orElse("");
  }
}
