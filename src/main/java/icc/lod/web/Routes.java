package icc.lod.web;

import io.javalin.config.RoutesConfig;

/** What a feature answers over HTTP: it adds its own handlers. */
@FunctionalInterface
public interface Routes {
  void addTo(RoutesConfig routes);
}
