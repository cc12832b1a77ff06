package icc.lod.sparql;

import icc.lod.web.PublicUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The form to write a query in, and where the same answer is in other formats.
 *
 * @param query the text in it
 * @param formats what can be asked for by name
 * @param downloads this query's answer as a file; none before there is a query
 */
record EndpointForm(
    String query,
    List<String> defaultGraphs,
    List<String> namedGraphs,
    List<Choice> formats,
    List<Download> downloads) {

  /** A name for {@code format=} and what it stands for. */
  record Choice(String name, String mediaType) {}

  /** A link to an answer. */
  record Download(String name, String mediaType, String href) {}

  private static final String FIRST =
      """
      # What is described here, and how often?
      SELECT ?type (COUNT(DISTINCT ?thing) AS ?count) {
        ?thing a ?type
      }
      GROUP BY ?type
      ORDER BY DESC(?count)
      LIMIT 50
      """;

  /** The form as it first meets a visitor. */
  static EndpointForm fresh() {
    return new EndpointForm(FIRST, List.of(), List.of(), choices(), List.of());
  }

  /** The form of a query that has been answered. */
  static EndpointForm filled(SparqlRequest request, SparqlQuery query, PublicUrl publicUrl) {
    String address = publicUrl.path(SparqlRoutes.PATH) + "?query=" + encode(request.query());
    StringBuilder same = new StringBuilder(address);
    request.defaultGraphs().forEach(g -> same.append("&default-graph-uri=").append(encode(g)));
    request.namedGraphs().forEach(g -> same.append("&named-graph-uri=").append(encode(g)));
    List<Download> downloads = new ArrayList<>();
    for (ResultFormat format : query.form().formats()) {
      if (format != ResultFormat.PAGE) {
        String name = format.names().get(0);
        downloads.add(new Download(name, format.mediaType(), same + "&format=" + name));
      }
    }
    return new EndpointForm(
        request.query(), request.defaultGraphs(), request.namedGraphs(), choices(), downloads);
  }

  /** The form of a query that has no answer. */
  static EndpointForm written(String query) {
    return new EndpointForm(query, List.of(), List.of(), choices(), List.of());
  }

  private static List<Choice> choices() {
    Set<ResultFormat> formats = new LinkedHashSet<>(QueryForm.SELECT.formats());
    formats.remove(ResultFormat.PAGE);
    formats.addAll(QueryForm.GRAPH.formats());
    formats.remove(ResultFormat.PAGE);
    return formats.stream().map(f -> new Choice(f.names().get(0), f.mediaType())).toList();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
