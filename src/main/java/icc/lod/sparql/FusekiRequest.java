package icc.lod.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that is already read, as Fuseki's operation wants to see it: a GET with parameters. */
final class FusekiRequest extends HttpServletRequestWrapper {
  private final QueryRequest query;

  FusekiRequest(HttpServletRequest request, QueryRequest query) {
    super(request);
    this.query = query;
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = getParameterValues(name);
    return values == null || values.length == 0 ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    List<String> values =
        switch (name) {
          case "query" -> query.text().stream().toList();
          case "default-graph-uri" -> query.defaultGraphs();
          case "named-graph-uri" -> query.namedGraphs();
          default -> List.of();
        };
    return values.isEmpty() ? null : values.toArray(String[]::new);
  }
}
