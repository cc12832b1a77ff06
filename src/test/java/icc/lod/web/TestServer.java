package icc.lod.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A real server on a free port, and a client that follows no redirects, for all features. */
public final class TestServer implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server;

  private TestServer(Server server) {
    this.server = server;
  }

  /** A server of these routes on loopback, with the default settings. */
  public static TestServer of(Routes... routes) {
    WebSettings settings = WebSettings.loopback(0);
    return of(settings, new Pages(settings, () -> Site.NONE), Faults.none(), routes);
  }

  /** A server of these routes with settings of its own. */
  public static TestServer of(WebSettings settings, Pages pages, Faults faults, Routes... routes) {
    return new TestServer(Server.start(settings, pages, faults, List.of(routes)));
  }

  /** A server whose requests somebody is told of. */
  static TestServer watched(WebSettings settings, Pages pages, Traffic traffic, Routes... routes) {
    return new TestServer(
        Server.start(
            settings,
            pages,
            Faults.none(),
            Nearest.none(),
            CurrentState.unknown(),
            traffic,
            List.of(routes)));
  }

  /** A server that keeps finished answers, so many bytes of them. */
  static TestServer keeping(long bytes, CurrentState current, Routes routes) {
    WebSettings usual = WebSettings.loopback(0);
    WebSettings settings =
        new WebSettings(
            usual.host(),
            usual.port(),
            usual.publicUrl(),
            usual.languages(),
            usual.tiles(),
            usual.stopping(),
            usual.hsts(),
            bytes,
            Duration.ofSeconds(5));
    Pages pages = new Pages(settings, () -> Site.NONE);
    return new TestServer(
        Server.start(settings, pages, Faults.none(), Nearest.none(), current, List.of(routes)));
  }

  /** A server of these routes that knows since when its answers are what they are. */
  static TestServer of(CurrentState current, Routes routes) {
    WebSettings settings = WebSettings.loopback(0);
    Pages pages = new Pages(settings, () -> Site.NONE);
    return new TestServer(
        Server.start(settings, pages, Faults.none(), Nearest.none(), current, List.of(routes)));
  }

  /** The finished answers it keeps. */
  ReadyAnswers ready() {
    return server.ready();
  }

  public int port() {
    return server.port();
  }

  /** GET; the headers are names and values in turn. */
  public HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  /** A request without a body. */
  public HttpResponse<String> send(String method, String path, String... headers) {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends bytes no proper client would send and reads the answer to its end. */
  public String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** GET of a path exactly as written. */
  public String rawGet(String path, String... headerLines) throws IOException {
    String lines = headerLines.length == 0 ? "" : String.join("\r\n", headerLines) + "\r\n";
    return raw(
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n");
  }

  @Override
  public void close() {
    server.close();
  }
}
