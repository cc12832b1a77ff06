package icc.lod.store;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks an endpoint over HTTP, and ends what takes too long. Thread-safe; what is under way when it
 * is closed fails.
 */
final class EndpointClient implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final Endpoint endpoint;
  private final Duration patience;
  private final Set<EndpointExchange> underWay = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("endpoint-clock").factory());

  /** One version of HTTP, for an upgrade asked for with each query confuses some servers. */
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECTING)
          .build();

  /**
   * A client.
   *
   * @param patience how long the endpoint may be silent
   */
  EndpointClient(Endpoint endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.patience = patience;
    var ignored =
        clock.scheduleWithFixedDelay(
            () -> underWay.forEach(EndpointExchange::look),
            LOOK_MILLIS,
            LOOK_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /**
   * A question that is not sent yet.
   *
   * @param query the text of a SELECT query
   * @param limit for the whole of it, from now on
   */
  EndpointExchange exchange(String query, Optional<Duration> limit) {
    EndpointExchange exchange =
        new EndpointExchange(http, endpoint, query, patience, limit, underWay::remove);
    underWay.add(exchange);
    return exchange;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    underWay.forEach(EndpointExchange::close);
    http.shutdownNow();
  }
}
