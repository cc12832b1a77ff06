package icc.lod.store;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Dispatcher;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;

/** Fuseki itself, answering queries over a data set at {@code /ds/query}, in this process. */
public final class FusekiServer implements AutoCloseable {
  private final DataService service;
  private final DataAccessPoint point;
  private Optional<Javalin> server = Optional.empty();
  private int port;

  private FusekiServer(DatasetGraph data) {
    this.service = DataService.newBuilder(data).addEndpoint(Operation.Query, "query").build();
    service.setEndpointProcessors(OperationRegistry.createStd());
    service.goActive();
    this.point = new DataAccessPoint("/ds", service);
  }

  public static FusekiServer serving(DatasetGraph data) {
    JenaSystem.init();
    FusekiServer fuseki = new FusekiServer(data);
    fuseki.start();
    return fuseki;
  }

  /** Serves again after {@link #stop}, at the port it had. */
  public void start() {
    Javalin started =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.get("/ds/query", this::answer);
                  config.routes.post("/ds/query", this::answer);
                })
            .start("127.0.0.1", port);
    port = started.port();
    server = Optional.of(started);
  }

  /** Is not there any more; the data stays. */
  public void stop() {
    server.ifPresent(Javalin::stop);
  }

  public Endpoint endpoint() {
    return Endpoint.parse("sparql:" + address());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/ds/query");
  }

  private void answer(Context ctx) {
    var application = ctx.req().getServletContext();
    synchronized (this) {
      if (application.getAttribute(Fuseki.attrOperationRegistry) == null) {
        OperationRegistry.set(application, OperationRegistry.createStd());
        DataAccessPointRegistry registry = new DataAccessPointRegistry();
        registry.register(point);
        DataAccessPointRegistry.set(application, registry);
        Fuseki.setVerbose(application, false);
      }
    }
    Dispatcher.dispatch(ctx.req(), ctx.res());
  }

  @Override
  public void close() {
    server.ifPresent(Javalin::stop);
  }
}
