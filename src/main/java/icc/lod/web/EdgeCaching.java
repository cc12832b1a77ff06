package icc.lod.web;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.time.Duration;

/**
 * What the operator's own caches, a CDN or a proxy, are told beyond what all are: how long they may
 * use an answer without asking (RFC 9213), and under which key they can throw away all answers of a
 * release at once.
 *
 * <p>Only of answers that a release and the request decide. With an age of a few seconds a CDN
 * takes nearly all requests off, and after a switch shows the old release for so long.
 *
 * @param age zero: they ask each time, as all caches do
 */
record EdgeCaching(Duration age) {
  static final Key<EdgeCaching> KEY = new Key<>("edge-caching");

  /** The fields of an answer that this release decides. */
  void tell(Context ctx, String release) {
    if (age.isPositive() && !release.isEmpty()) {
      ctx.header("CDN-Cache-Control", "public, max-age=" + Math.max(1, age.toSeconds()));
      ctx.header("Surrogate-Key", "release-" + release);
    }
  }
}
