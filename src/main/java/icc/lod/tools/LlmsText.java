package icc.lod.tools;

import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.util.List;

/** What models are told of the site (llmstxt.org): its name, and where its data is. */
final class LlmsText {
  private record Line(String path, String name, String about) {}

  private static final List<Line> LINES =
      List.of(
          new Line("/mcp", "Tools", "Model Context Protocol, streamable HTTP, read-only, no key"),
          new Line("/sparql", "SPARQL endpoint", "SPARQL 1.1 Protocol; ?query=…&format=csv|json"),
          new Line("/examples", "Example queries", "questions, their queries and answers"),
          new Line("/ontology", "Vocabulary", "classes and properties; ?format=ttl"),
          new Line("/search", "Search", "?q=words&format=json"),
          new Line("/lookup", "Lookup", "?uri=Q36036: from identifiers of others to IRIs here"),
          new Line("/linksets", "Link sets", "links to other data, with coverage"),
          new Line("/fragments", "Fragments", "statements by pattern, page by page"),
          new Line("/browse", "Browse", "all things by kind and facet, as CSV or JSON-LD too"),
          new Line("/catalog", "Catalogue", "DCAT-AP"),
          new Line("/dumps/", "Dumps", "the whole release as files"),
          new Line("/api", "API", "every address; OpenAPI at /openapi.json"));

  private LlmsText() {}

  static String of(Pages pages, Visitor visitor, String origin) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(pages.siteName(visitor)).append("\n\n> ");
    text.append(pages.text(visitor, "site.description")).append("\n\n");
    text.append(
        "Every thing has an IRI that answers in HTML, Turtle and JSON-LD. Prefer data over pages:"
            + " ask for it by Accept or `?format=`.\n\n## Data\n\n");
    for (Line line : LINES) {
      if (line.path().equals(ToolRoutes.PATH) || pages.answers(line.path())) {
        text.append("- [%s](%s%s): %s\n".formatted(line.name(), origin, line.path(), line.about()));
      }
    }
    return text.toString();
  }
}
