package icc.lod.sparql;

import icc.lod.store.Store;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.ActionExecLib;
import org.apache.jena.fuseki.servlets.ActionService;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.apache.jena.sparql.exec.QueryExec;
import org.slf4j.helpers.NOPLogger;

/**
 * Fuseki's query operation on the store of one release: one object answers one request, in one
 * thread.
 */
final class ReadOnlyQuery extends ActionService {
  /** The operation's counters; its data set is the leased release's, never a fixed one. */
  private static final DataService SERVICE =
      DataService.newBuilder(DatasetGraphZero.create()).addEndpoint(Operation.Query).build();

  private static final Endpoint ENDPOINT = SERVICE.getEndpoints(Operation.Query).get(0);
  private static final DataAccessPoint ACCESS_POINT = new DataAccessPoint("/sparql", SERVICE);

  private static final AtomicLong IDS = new AtomicLong();

  private final Store store;
  private final Query query;
  private final Consumer<QueryExec> answer;
  private Optional<Throwable> failure = Optional.empty();

  ReadOnlyQuery(Store store, Query query, Consumer<QueryExec> answer) {
    this.store = store;
    this.query = query;
    this.answer = answer;
  }

  /** Answers a request; failures are thrown as they are. */
  void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
    register(request.getServletContext());
    HttpAction action =
        new HttpAction(
            IDS.incrementAndGet(),
            NOPLogger.NOP_LOGGER,
            ActionCategory.ADMIN, // the category Fuseki does not log itself
            request,
            new Silent(response));
    action.setRequest(ACCESS_POINT, SERVICE);
    action.setEndpoint(ENDPOINT);
    ActionExecLib.execAction(action, this);
    if (failure.isPresent()) {
      rethrow(failure.get());
    }
  }

  /** Fuseki turns what escapes here into a line of text: keep it, for it is ours to answer. */
  @Override
  public void process(HttpAction action) {
    try {
      executeLifecycle(action);
    } catch (Throwable e) {
      failure = Optional.of(e);
    }
  }

  /** The request was judged before: neither a 304 nor a 406 is worth a thread. */
  @Override
  public void validate(HttpAction action) {}

  @Override
  public void execute(HttpAction action) {
    store.query(query, answer);
  }

  private static void register(ServletContext context) {
    // An action looks these up, and complains in the log of each request when they are missing.
    if (context.getAttribute(Fuseki.attrOperationRegistry) == null) {
      OperationRegistry.set(context, OperationRegistry.createEmpty());
      DataAccessPointRegistry.set(context, new DataAccessPointRegistry());
    }
  }

  private static void rethrow(Throwable failure) throws Exception {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (Exception) failure;
  }

  /** Keeps Fuseki's own headers and statuses off the response. */
  private static final class Silent extends HttpServletResponseWrapper {
    Silent(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void addHeader(String name, String value) {}

    @Override
    public void setStatus(int status) {}
  }
}
