package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.publish.Outcome;
import icc.lod.publish.PublishingException;
import icc.lod.store.Releases;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code icc serve}: publishes if needed, then serves until it is stopped. */
@Command(
    name = "serve",
    description = {
      "Publishes the sources if they changed, then serves the current release.",
      "Follows icc publish and icc rollback of other processes without a failed request.",
      "With --follow any number of processes serve one state folder, which may be read-only.",
      "With --push s3://BUCKET/PREFIX finished releases go to a bucket, and with --follow"
          + " s3://BUCKET/PREFIX any number of processes serve what is there. Credentials come from"
          + " the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, a profile), never by flags.",
      "With --store sparql:QUERY_URL the triples stay where they are, and are looked at each minute."
    })
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Config config = Flags.config(spec);
    PrintWriter out = spec.commandLine().getErr();
    // The address is taken before anything is published: a port in use is said at once.
    Service service = start(config);
    if (!publish(service, config, out)) {
      service.close();
      return Main.FAILED;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    out.printf("%n  Serving http://%s:%d/  (Ctrl-C stops)%n%n", host(config), service.port());
    out.flush();
    // A server elsewhere is not asked for what warms up this one.
    if (config.operations().rehearsing() && config.endpoint().isEmpty()) {
      service.rehearse();
    }
    stopped.await();
    return Main.DONE;
  }

  /** The host as a browser on this machine can ask for it. */
  private static String host(Config config) {
    String host = config.host();
    if (host.equals("0.0.0.0") || host.equals("::")) {
      return "localhost";
    }
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static Service start(Config config) {
    try {
      return Service.start(config);
    } catch (IllegalStateException e) {
      throw new Refusal(e.getMessage() + "; choose another address with --host and --port");
    }
  }

  /** Whether there is something to serve: refused sources do not take away what is current. */
  private static boolean publish(Service service, Config config, PrintWriter out) {
    boolean something = new Releases(config.state()).current().isPresent();
    if (config.operations().following()) {
      out.printf(
          "Listening on port %d, following %s, which %s.%n",
          service.port(),
          config.followed(),
          something ? "has a release" : "has no release yet: answering 503 until it has");
      out.flush();
      return true;
    }
    out.printf(
        "Listening on port %d, %s. %s, if they changed:%n",
        service.port(),
        something ? "answering from the release made before" : "answering 503 for now",
        config
            .endpoint()
            .map(settings -> "Taking stock of the triples at " + settings.endpoint())
            .orElse("Publishing the sources"));
    out.flush();
    try {
      Outcome outcome = service.publish();
      int code = PublishCommand.report(outcome, out);
      if (code != Main.DONE && something) {
        out.println("Serving the release published before.");
      }
      return code == Main.DONE || something;
    } catch (PublishingException e) {
      if (!something) {
        throw e;
      }
      out.println("icc: " + e.getMessage());
      out.println("Serving the release published before.");
      return true;
    }
  }
}
