package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.publish.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Config config = Flags.config(spec);
    try (Service service = Service.start(config);
        HttpClient client = HttpClient.newHttpClient()) {
      Outcome outcome = service.publish();
      for (String page : PAGES) {
        URI address = URI.create("http://" + config.host() + ":" + service.port() + page);
        HttpRequest request =
            HttpRequest.newBuilder(address).header("Accept", "text/html, */*;q=0.5").build();
        client.send(request, BodyHandlers.discarding());
      }
      return PublishCommand.report(outcome, spec.commandLine().getErr());
    }
  }
}
