package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.publish.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code icc rehearse}: what a first start does, published and asked for once, so that the JVM can
 * note what it needs for the next. Packaging runs it, with a state folder to throw away.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Publishes and answers once, for the JVM to learn from.")
final class RehearseCommand implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of("/", "/sparql", "/sparql?query=DESCRIBE%20*%20%7B%3Fs%20a%20%3Fc%7D%20LIMIT%201");

  /** Names with a letter lost: who links a table waits for all that looks for likenesses. */
  private static final String NAMES =
      "SELECT DISTINCT (CONCAT(SUBSTR(?n, 1, 3), SUBSTR(?n, 5)) AS ?name) {"
          + " ?s <http://www.w3.org/2004/02/skos/core#prefLabel>"
          + "|<http://www.w3.org/2000/01/rdf-schema#label> ?n FILTER(STRLEN(?n) < 25) } LIMIT 500";

  /** The shapes that most queries have; a limit that is another each time has them computed. */
  private static final List<String> QUERIES =
      List.of(
          "SELECT * { ?s a ?c ; <http://www.w3.org/2000/01/rdf-schema#label> ?l"
              + " OPTIONAL { ?s <http://purl.org/dc/terms/source> ?d } FILTER(LANG(?l) = 'en') }"
              + " ORDER BY ?l",
          "SELECT ?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c HAVING (COUNT(?s) > 1)"
              + " ORDER BY DESC(?n)",
          "SELECT ?s ?l { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l"
              + " FILTER(CONTAINS(LCASE(STR(?l)), 'a') && REGEX(?l, 'b', 'i')) }",
          "CONSTRUCT { ?s ?p ?o } WHERE { ?s a ?c ; ?p ?o }");

  private static final int TIMES = 10;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Config config = Flags.config(spec);
    try (Service service = Service.start(config);
        HttpClient client = HttpClient.newHttpClient()) {
      Outcome outcome = service.publish();
      URI address = URI.create("http://" + config.host() + ":" + service.port());
      for (String page : PAGES) {
        HttpRequest request =
            HttpRequest.newBuilder(address.resolve(page))
                .header("Accept", "text/html, */*;q=0.5")
                .build();
        client.send(request, BodyHandlers.discarding());
      }
      ask(address, client);
      link(address, client);
      return PublishCommand.report(outcome, spec.commandLine().getErr());
    }
  }

  private static void ask(URI address, HttpClient client) throws IOException, InterruptedException {
    for (int i = 1; i <= TIMES; i++) {
      for (String query : QUERIES) {
        HttpRequest asking =
            HttpRequest.newBuilder(address.resolve("/sparql"))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json, application/n-triples")
                .POST(BodyPublishers.ofString(query + " LIMIT " + 20 * i))
                .build();
        client.send(asking, BodyHandlers.discarding());
      }
    }
  }

  private static void link(URI address, HttpClient client)
      throws IOException, InterruptedException {
    HttpRequest asking = post(address.resolve("/sparql"), "application/sparql-query", NAMES);
    String table = client.send(asking, BodyHandlers.ofString()).body();
    client.send(post(address.resolve("/link"), "text/csv", table), BodyHandlers.discarding());
  }

  private static HttpRequest post(URI address, String type, String body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", type)
        .header("Accept", "text/csv")
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
