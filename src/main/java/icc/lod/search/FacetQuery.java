package icc.lod.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;

/** The SPARQL query that finds just the things of a selection. */
final class FacetQuery {
  private final FacetSelection selection;
  private final StringBuilder pattern = new StringBuilder();
  private final Set<String> taken = new HashSet<>(Set.of("thing"));
  private final Map<String, String> middles = new HashMap<>();

  private FacetQuery(FacetSelection selection) {
    this.selection = selection;
  }

  /** The query, empty for a kind whose IRI SPARQL cannot write. */
  static String of(FacetSelection selection, Map<String, String> prefixes) {
    return FacetType.writable(selection.index().kind().iri())
        ? new FacetQuery(selection).text(prefixes)
        : "";
  }

  private String text(Map<String, String> prefixes) {
    Kind kind = selection.index().kind();
    line("?thing a <" + kind.iri() + "> .");
    selection
        .chosen()
        .forEach((name, values) -> selection.index().facet(name).ifPresent(f -> add(f, values)));
    if (kind.mixed()) {
      line("FILTER(isIRI(?thing))");
    }
    String plain = "SELECT DISTINCT ?thing WHERE {\n" + pattern + "}";
    Query query = QueryFactory.create(plain);
    prefixes.forEach(
        (prefix, namespace) -> {
          if (pattern.indexOf("<" + namespace) >= 0) {
            query.setPrefix(prefix, namespace);
          }
        });
    return query.serialize().strip();
  }

  private void add(Facet facet, List<FacetValue> values) {
    String from = middle(facet);
    String variable = "?" + variable(facet.path().last().property());
    line(facet.path().last().pattern(from, variable));
    if (facet.type() == FacetType.YEAR) {
      line("FILTER(" + datatypes(variable) + " && " + years(variable, values) + ")");
      return;
    }
    List<Node> terms = new ArrayList<>();
    values.forEach(value -> terms.addAll(value.terms()));
    line(
        terms.stream()
            .map(NodeFmtLib::strNT)
            .collect(Collectors.joining(" ", "VALUES " + variable + " { ", " }")));
  }

  /** The variable that the facet's last step starts from. */
  private String middle(Facet facet) {
    if (facet.path().isDirect()) {
      return "?thing";
    }
    FacetHop hop = facet.path().hops().get(0);
    String known = middles.get(facet.group());
    if (known != null) {
      return known;
    }
    String named = hop.through().isEmpty() ? hop.step().property() : hop.through();
    String variable = "?" + variable(named);
    middles.put(facet.group(), variable);
    line(hop.step().pattern("?thing", variable));
    if (!hop.through().isEmpty()) {
      line(variable + " a <" + hop.through() + "> .");
    }
    return variable;
  }

  private String variable(String iri) {
    String name = KindSlugs.kebab(KindSlugs.localName(iri)).replace("-", "_");
    return KindSlugs.free(name.matches("[a-z].*") ? name : "v" + name, taken).replace("-", "_");
  }

  private static String datatypes(String variable) {
    return FacetType.DATES.stream()
        .sorted()
        .map(type -> "<http://www.w3.org/2001/XMLSchema#" + type + ">")
        .collect(Collectors.joining(", ", "DATATYPE(" + variable + ") IN (", ")"));
  }

  private static String years(String variable, List<FacetValue> values) {
    return values.stream()
        .map(FacetValue::identity)
        .collect(Collectors.joining("|", "REGEX(STR(" + variable + "), \"^(", ")(-|$)\")"));
  }

  private void line(String text) {
    pattern.append("  ").append(text).append('\n');
  }
}
