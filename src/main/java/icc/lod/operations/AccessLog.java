package icc.lod.operations;

import icc.lod.web.Exchange;
import icc.lod.web.Traffic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line a request. What balancers and monitors ask all the time is told on the level DEBUG. */
public final class AccessLog implements Traffic {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  @Override
  public void ended(Exchange exchange) {
    LOG.atLevel(level(exchange))
        .addKeyValue("id", exchange.id())
        .addKeyValue("method", Methods.known(exchange.method()))
        .addKeyValue("route", exchange.route())
        .addKeyValue("status", exchange.status())
        .addKeyValue("ms", exchange.time().toMillis())
        .addKeyValue("bytes", exchange.bytes())
        .addKeyValue("end", exchange.whole() ? "whole" : "broken")
        .log("request");
  }

  private static Level level(Exchange exchange) {
    boolean monitor =
        exchange.route().startsWith("/health/") || exchange.route().equals(MetricsRoutes.PATH);
    return monitor && exchange.status() < 400 ? Level.DEBUG : Level.INFO;
  }
}
