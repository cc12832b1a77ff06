package icc.lod.view;

import java.util.List;

/**
 * A query as programs ask it (SPARQL 1.1 Protocol, section 2.1.1): the query stands in each as it
 * was written, however it quotes. All ask by GET, so that caches and entity tags work for them.
 */
public final class Snippets {
  /** What a query answers with, as far as programs have to know. */
  public enum Answer {
    /** Rows. */
    TABLE("text/csv", "csv", "json"),
    /** Yes or no. */
    VERDICT("application/sparql-results+json", "json", "json"),
    /** Triples. */
    GRAPH("text/turtle", "nt", "jsonld"),
    /** Triples in named graphs. */
    DATASET("application/trig", "nq", "jsonld");

    private final String mediaType;
    private final String format;
    private final String json;

    Answer(String mediaType, String format, String json) {
      this.mediaType = mediaType;
      this.format = format;
      this.json = json;
    }
  }

  private Snippets() {}

  /**
   * The query in curl, Python, R and JavaScript.
   *
   * @param endpoint absolute address of the endpoint
   */
  public static List<Snippet> of(String endpoint, String query, Answer answer) {
    String text = query.endsWith("\n") ? query : query + "\n";
    return List.of(
        new Snippet("curl", "curl", curl(endpoint, text, answer)),
        new Snippet("python", "Python", python(endpoint, text, answer)),
        new Snippet("r", "R", r(endpoint, text, answer)),
        new Snippet("javascript", "JavaScript", javaScript(endpoint, text, answer)));
  }

  private static String curl(String endpoint, String query, Answer answer) {
    return """
        curl --silent --get --header 'Accept: %s' '%s' \\
          --data-urlencode 'query=%s'
        """
        .formatted(answer.mediaType, endpoint, query.replace("'", "'\\''"));
  }

  private static String python(String endpoint, String query, Answer answer) {
    String imports =
        switch (answer) {
          case TABLE -> "from urllib.parse import urlencode\n\nimport pandas\n";
          case VERDICT ->
              "import json\nfrom urllib.parse import urlencode\nfrom urllib.request import urlopen\n";
          case GRAPH -> "from urllib.parse import urlencode\n\nfrom rdflib import Graph\n";
          case DATASET -> "from urllib.parse import urlencode\n\nfrom rdflib import Dataset\n";
        };
    String end =
        switch (answer) {
          case TABLE -> "print(pandas.read_csv(address))\n";
          case VERDICT -> "print(json.load(urlopen(address))[\"boolean\"])\n";
          case GRAPH -> "print(Graph().parse(address, format=\"nt\").serialize())\n";
          case DATASET -> "print(Dataset().parse(address, format=\"nquads\").serialize())\n";
        };
    String quoted = query.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    return """
        %s
        query = \"""
        %s\"""
        parameters = urlencode({"query": query, "format": "%s"})
        address = "%s?" + parameters
        %s"""
        .formatted(imports, quoted, answer.format, endpoint, end);
  }

  private static String r(String endpoint, String query, Answer answer) {
    String dashes = "-";
    while (query.contains(")" + dashes + "\"")) {
      dashes += "-";
    }
    String end =
        switch (answer) {
          case TABLE -> "print(read.csv(address, encoding = \"UTF-8\", check.names = FALSE))\n";
          case VERDICT -> "print(jsonlite::fromJSON(address)$boolean)\n";
          case GRAPH, DATASET -> "writeLines(readLines(address, encoding = \"UTF-8\"))\n";
        };
    return """
        query <- r"%1$s(
        %2$s)%1$s"
        parameters <- paste0("format=%3$s&query=", URLencode(query, reserved = TRUE))
        address <- paste0("%4$s?", parameters)
        %5$s"""
        .formatted(dashes, query, answer.format, endpoint, end);
  }

  private static String javaScript(String endpoint, String query, Answer answer) {
    String end =
        switch (answer) {
          case TABLE ->
              """
              const { results } = await answer.json();
              for (const row of results.bindings) {
                console.log(Object.values(row).map((term) => term.value).join(" | "));
              }
              """;
          case VERDICT -> "console.log((await answer.json()).boolean);\n";
          case GRAPH, DATASET -> "console.log(JSON.stringify(await answer.json(), null, 2));\n";
        };
    String quoted = query.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${");
    return """
        const query = `
        %s`;
        const parameters = new URLSearchParams({ query, format: "%s" });
        const answer = await fetch("%s?" + parameters);
        if (!answer.ok) throw new Error(await answer.text());
        %s"""
        .formatted(quoted, answer.json, endpoint, end);
  }
}
