package icc.lod.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * One question to an endpoint and its answer. One thread asks and reads; any thread may {@link
 * #abort}.
 */
final class EndpointExchange implements AutoCloseable {
  private static final long NOT_WAITING = 0;

  /** Why it was ended before its time. */
  private enum End {
    /** Nobody ended it. */
    NONE,
    /** Who asked wants it no more, or its limit has come. */
    CANCELLED,
    /** The endpoint said nothing for too long. */
    SILENT,
    /** The store was closed. */
    CLOSED
  }

  private final HttpClient http;
  private final Endpoint endpoint;
  private final String query;
  private final Duration patience;
  private final long deadline;
  private final Consumer<EndpointExchange> done;
  private final AtomicReference<End> end = new AtomicReference<>(End.NONE);
  private volatile boolean closed;
  private volatile long waitingSince = NOT_WAITING;
  private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> future;
  private volatile @Nullable InputStream body;

  EndpointExchange(
      HttpClient http,
      Endpoint endpoint,
      String query,
      Duration patience,
      Optional<Duration> limit,
      Consumer<EndpointExchange> done) {
    this.http = http;
    this.endpoint = endpoint;
    this.query = query;
    this.patience = patience;
    // Far away rather than the largest number, which a clock that began below zero would pass.
    this.deadline = System.nanoTime() + limit.orElse(Duration.ofDays(365)).toNanos();
    this.done = done;
  }

  /**
   * Sends the question; the body of the answer, which is JSON as far as its head says.
   *
   * @throws StoreUnavailableException when there is no answer, or it is none to rely on
   * @throws EndpointRefusedException when the endpoint will not answer this question
   */
  InputStream send() {
    HttpResponse<InputStream> response;
    try {
      response = response();
    } catch (IOException e) {
      throw failed(e);
    }
    InputStream in = response.body();
    body = in;
    if (end.get() != End.NONE) {
      throw failed(new IOException("ended"));
    }
    InputStream watched = new Watched(in);
    EndpointStatus.check(response, watched);
    return watched;
  }

  /**
   * What a failure to read the answer means.
   *
   * @param cause what the reader of the body ran into
   */
  RuntimeException failed(Exception cause) {
    return switch (end.get()) {
      case CANCELLED -> new QueryCancelledException();
      case SILENT ->
          new StoreUnavailableException(
              "The endpoint that holds the data has said nothing for %d s"
                  .formatted(patience.toSeconds()),
              cause);
      case CLOSED -> new StoreUnavailableException("The store is closed", cause);
      case NONE ->
          new StoreUnavailableException(
              "The endpoint that holds the data gave no whole answer: " + reason(cause), cause);
    };
  }

  /** Ends it, since nobody wants the answer any more. */
  void abort() {
    end(End.CANCELLED);
  }

  /** Ends it if it is late. */
  void look() {
    long now = System.nanoTime();
    long since = waitingSince;
    if (now - deadline > 0) {
      end(End.CANCELLED);
    } else if (since != NOT_WAITING && now - since > patience.toNanos()) {
      end(End.SILENT);
    }
  }

  @Override
  public void close() {
    closed = true;
    done.accept(this);
    end(End.CLOSED);
  }

  /** Whether there is nothing more to it. */
  boolean closed() {
    return closed;
  }

  private void end(End why) {
    end.compareAndSet(End.NONE, why);
    CompletableFuture<HttpResponse<InputStream>> sent = future;
    if (sent != null) {
      sent.cancel(true);
    }
    InputStream in = body;
    if (in != null) {
      try {
        // Closes the connection, which is how the endpoint learns that nobody listens.
        in.close();
      } catch (IOException e) {
        // Whoever reads it learns the same.
      }
    }
  }

  private HttpResponse<InputStream> response() throws IOException {
    try {
      return answered();
    } catch (IOException e) {
      // A connection kept open may be closed by the other side just when it is used again, and a
      // query may be asked twice.
      if (end.get() != End.NONE || e instanceof ConnectException) {
        throw e;
      }
      return answered();
    }
  }

  private HttpResponse<InputStream> answered() throws IOException {
    waitingSince = System.nanoTime() | 1;
    try {
      CompletableFuture<HttpResponse<InputStream>> sent =
          http.sendAsync(request(), BodyHandlers.ofInputStream());
      future = sent;
      if (end.get() != End.NONE) {
        sent.cancel(true);
      }
      return sent.get();
    } catch (CancellationException e) {
      throw new IOException("ended", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      waitingSince = NOT_WAITING;
    }
  }

  private HttpRequest request() {
    String form = "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.address())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", EndpointStatus.RESULTS)
            .POST(BodyPublishers.ofString(form));
    endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private static String reason(Throwable cause) {
    if (cause instanceof ConnectException) {
      return "the connection is refused";
    }
    Throwable deeper = cause.getCause();
    if (deeper != null && (cause.getMessage() == null || deeper instanceof ConnectException)) {
      return reason(deeper);
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** The body; how long a reader waits for its next bytes is known, how slowly it reads is not. */
  private final class Watched extends FilterInputStream {
    Watched(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int read = read(one, 0, 1);
      return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      waitingSince = System.nanoTime() | 1;
      try {
        int read = in.read(bytes, offset, length);
        if (end.get() != End.NONE) {
          // A body that is closed while it is read may look as if it had ended.
          throw new IOException("ended");
        }
        return read;
      } finally {
        waitingSince = NOT_WAITING;
      }
    }
  }
}
