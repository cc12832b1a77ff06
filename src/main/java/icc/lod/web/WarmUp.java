package icc.lod.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks this server again, after a switch, for what was asked most before it, one after the other,
 * so that the visitors of the new release find it ready. Whatever fails is made when somebody asks.
 */
final class WarmUp {
  /** So many answers are made again; more would only take time from those who ask. */
  static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String address;

  /** For the server at this address, such as {@code http://127.0.0.1:8080}. */
  WarmUp(String address) {
    this.address = address;
  }

  /** Asks in a thread of its own. */
  void begin(Collection<ReadyRequest> requests) {
    if (!requests.isEmpty()) {
      Thread.ofVirtual().name("warm-up").start(() -> askAll(requests));
    }
  }

  private void askAll(Collection<ReadyRequest> requests) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (ReadyRequest request : requests) {
        client.send(request.again(address, PATIENCE), BodyHandlers.discarding());
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("Not all was made ready: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
