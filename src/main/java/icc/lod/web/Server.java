package icc.lod.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running HTTP server: the features' routes with our manners around them. Thread-safe. */
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);

  /** Queries and cookies of proxies may be long; what is longer is 414 or 431. */
  private static final int REQUEST_HEADER_BYTES = 64 * 1024;

  private static final int RESPONSE_HEADER_BYTES = 64 * 1024;

  /** A body that comes slower is sent to hold us up: 408. */
  private static final long BYTES_PER_SECOND = 50;

  /** How long a stop waits for a client that keeps its connection and asks nothing. */
  private static final long SHUTDOWN_IDLE_MILLIS = 100;

  /** How long Jetty waits for its threads once the answers under way have ended. */
  private static final long STOP_MILLIS = 2_000;

  /**
   * IRIs of others hold what a strict server refuses: {@code %2F}, {@code //}, {@code %E9}, a bare
   * bar. That is safe here, for no path of a request ever becomes the path of a file.
   */
  private static final UriCompliance ANY_IRI =
      UriCompliance.LEGACY.with(
          "any-iri",
          Violation.BAD_UTF8_ENCODING,
          Violation.TRUNCATED_UTF8_ENCODING,
          Violation.ILLEGAL_PATH_CHARACTERS,
          Violation.SUSPICIOUS_PATH_CHARACTERS,
          Violation.AMBIGUOUS_PATH_PARAMETER);

  private final Javalin javalin;
  private final Admission admission;
  private final Stopping stopping;

  private final ReadyAnswers ready;

  private Server(Javalin javalin, Admission admission, Stopping stopping, ReadyAnswers ready) {
    this.javalin = javalin;
    this.admission = admission;
    this.stopping = stopping;
    this.ready = ready;
  }

  /**
   * Starts a server.
   *
   * @param routes the features; the first that matches a request answers it, so one with a
   *     catch-all comes last
   * @throws IllegalStateException when it cannot listen there
   */
  public static Server start(
      WebSettings settings, Pages pages, Faults faults, List<Routes> routes) {
    return start(settings, pages, faults, Nearest.none(), CurrentState.unknown(), routes);
  }

  /**
   * Starts a server whose pages about addresses where nothing is name what is nearest.
   *
   * @throws IllegalStateException when it cannot listen there
   */
  public static Server start(
      WebSettings settings,
      Pages pages,
      Faults faults,
      Nearest nearest,
      CurrentState current,
      List<Routes> routes) {
    return start(settings, pages, faults, nearest, current, Traffic.unwatched(), routes);
  }

  /**
   * Starts a server that tells of every request.
   *
   * @throws IllegalStateException when it cannot listen there
   */
  public static Server start(
      WebSettings settings,
      Pages pages,
      Faults faults,
      Nearest nearest,
      CurrentState current,
      Traffic traffic,
      List<Routes> routes) {
    Problems problems = new Problems(pages, faults, nearest);
    Admission admission = new Admission();
    ReadyAnswers ready = new ReadyAnswers(settings.readyBytes());
    Javalin javalin =
        Javalin.create(
            config -> {
              Manners manners = new Manners(settings, current);
              config.jetty.modifyServletContextHandler(
                  handler -> context(handler, settings, manners));
              configure(config, settings, pages, problems, routes);
              config.appData(Admission.KEY, admission);
              config.appData(ReadyAnswers.KEY, ready);
              config.appData(EdgeCaching.KEY, new EdgeCaching(settings.cdnAge()));
              ReadyHandler kept = new ReadyHandler(ready, current);
              config.jetty.modifyServer(
                  server -> around(server, settings, List.of(kept, admission), traffic));
            });
    listen(javalin, settings);
    ready.switched(new WarmUp(own(settings.host(), javalin.port()))::begin);
    LOG.info("Listening on {}:{}", settings.host(), javalin.port());
    return new Server(javalin, admission, settings.stopping(), ready);
  }

  private static void listen(Javalin javalin, WebSettings settings) {
    String address = settings.host() + ":" + settings.port();
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinBindException e) {
      throw new IllegalStateException(
          "Cannot listen on " + address + ": another process does, or it is not allowed", e);
    } catch (RuntimeException e) {
      throw new IllegalStateException("Cannot start a server on " + address, e);
    }
    for (Connector connector : javalin.jettyServer().server().getConnectors()) {
      ((AbstractConnector) connector).setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
    }
  }

  /** Its own address, as it can ask itself. */
  private static String own(String host, int port) {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String here = any ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    return "http://" + here + ":" + port;
  }

  /** What it answers. */
  public RouteList routes() {
    return new RouteList(javalin.unsafe.internalRouter);
  }

  /** The finished answers that it keeps. */
  public ReadyAnswers ready() {
    return ready;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Gives notice, lets requests under way finish, then stops. */
  @Override
  public void close() {
    try {
      admission.end(stopping);
    } catch (InterruptedException e) {
      LOG.warn("The stop was hurried: answers under way are broken off");
      Thread.currentThread().interrupt();
    }
    javalin.stop();
  }

  private static void configure(
      JavalinConfig config,
      WebSettings settings,
      Pages pages,
      Problems problems,
      List<Routes> features) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.ignoreTrailingSlashes = false;
    config.router.javaLangErrorHandler(Server::outOfMemoryOrStack);
    // Before 24 a virtual thread that waits inside a monitor holds its carrier, and TDB2 has many.
    config.concurrency.useVirtualThreads = Runtime.version().feature() >= 24;
    config.jetty.modifyHttpConfiguration(Server::http);
    config.appData(RouteList.KEY, new RouteList(config.unsafe.internalRouter));
    Options options = new Options(config.unsafe.internalRouter, settings.publicUrl());
    options.addTo(config.routes);
    pages.answered(options::own);
    pages.assets().addTo(config.routes);
    new LanguageRoutes(settings).addTo(config.routes);
    features.forEach(feature -> feature.addTo(config.routes));
    problems.addTo(config.routes);
  }

  private static void around(
      org.eclipse.jetty.server.Server server,
      WebSettings settings,
      List<Handler.Wrapper> doors,
      Traffic traffic) {
    server.setErrorHandler(new JettyProblems(Manners.headers(settings)));
    server.setStopTimeout(STOP_MILLIS);
    server.setRequestLog(new TrafficLog(traffic));
    // Each goes around those before: the door is the outermost.
    server.insertHandler(new MinimumDataRateHandler(BYTES_PER_SECOND, 0));
    doors.forEach(server::insertHandler);
  }

  private static void context(
      ServletContextHandler handler, WebSettings settings, Manners manners) {
    FilterHolder holder = new FilterHolder(manners);
    holder.setAsyncSupported(true);
    handler.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    handler.setErrorHandler(new JettyProblems(Manners.headers(settings)));
  }

  private static void http(HttpConfiguration http) {
    http.setUriCompliance(ANY_IRI);
    http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
    http.setResponseHeaderSize(RESPONSE_HEADER_BYTES);
    http.setSendServerVersion(false);
  }

  /** An Error is not an Exception to Javalin; its own answer would be a bare status. */
  private static void outOfMemoryOrStack(
      jakarta.servlet.http.HttpServletResponse response, Error error) {
    String id = String.valueOf(response.getHeader(RequestId.NAME));
    LOG.error("Request {} failed", id, error);
    if (response.isCommitted()) {
      // Thrown on, it makes Jetty abort the connection: a body cut short must not look whole.
      throw error;
    }
    byte[] body = ProblemJson.bytes(Problems.unexpected(), "", id);
    response.setStatus(500);
    response.setContentType(ProblemJson.MEDIA_TYPE);
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
    } catch (java.io.IOException e) {
      LOG.debug("Request {}: the client has gone", id, e);
    }
  }
}
