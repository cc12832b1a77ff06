package icc.lod.sparql;

import icc.lod.store.Lease;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What is made once for each release: Fuseki's data service, the prefixes and the names of graphs.
 * Thread-safe; two threads may make the same thing at first, and one wins.
 */
final class Endpoints {
  /** More graphs than these are counted, not listed. */
  private static final int LISTED_GRAPHS = 1_000;

  private final AtomicReference<Optional<ReleaseEndpoint>> made =
      new AtomicReference<>(Optional.empty());

  /** One release's endpoint. */
  record ReleaseEndpoint(
      int number, DataService service, Map<String, String> prefixes, List<String> graphs) {}

  ReleaseEndpoint of(Lease lease) {
    int number = lease.release().number();
    Optional<ReleaseEndpoint> known = made.get().filter(e -> e.number() == number);
    if (known.isPresent()) {
      return known.get();
    }
    ReleaseEndpoint fresh = make(lease, number);
    made.set(Optional.of(fresh));
    return fresh;
  }

  /** Runs an operation on the leased release; whatever goes wrong is thrown. */
  void execute(
      Lease lease,
      HttpServletRequest request,
      HttpServletResponse response,
      ReadOnlyQuery operation) {
    registries(request.getServletContext());
    DataService service = of(lease).service();
    DataAccessPoint point = new DataAccessPoint(SparqlRoutes.PATH, service);
    HttpAction action =
        new HttpAction(0, Fuseki.actionLog, ActionCategory.ACTION, request, response);
    action.setRequest(point, service);
    action.setEndpoint(Endpoint.create().operation(Operation.Query).build());
    operation.execute(action);
  }

  /** Fuseki looks for its registries in the servlet context and warns when there are none. */
  private static void registries(ServletContext context) {
    if (context.getAttribute(Fuseki.attrOperationRegistry) == null) {
      OperationRegistry.set(context, OperationRegistry.createStd());
      DataAccessPointRegistry.set(context, new DataAccessPointRegistry());
    }
  }

  private static ReleaseEndpoint make(Lease lease, int number) {
    DataService service = DataService.newBuilder(lease.store().dataset()).build();
    service.goActive();
    return lease.store().read(d -> new ReleaseEndpoint(number, service, prefixes(d), graphs(d)));
  }

  private static Map<String, String> prefixes(DatasetGraph dataset) {
    Map<String, String> prefixes = new TreeMap<>();
    dataset.prefixes().forEach(prefixes::put);
    return prefixes;
  }

  private static List<String> graphs(DatasetGraph dataset) {
    List<String> graphs = new ArrayList<>();
    for (var names = dataset.listGraphNodes(); names.hasNext() && graphs.size() < LISTED_GRAPHS; ) {
      Node name = names.next();
      if (name.isURI()) {
        graphs.add(name.getURI());
      }
    }
    graphs.sort(null);
    return List.copyOf(graphs);
  }
}
