package icc.lod.web;

import io.javalin.config.Key;
import io.javalin.http.Context;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outermost door: gives every request its id, counts those inside, and at the end lets none in
 * while those inside finish. Jetty's own graceful stop closes the listener first, and a balancer
 * that still sends gets a refused connection instead of a reason. Thread-safe.
 */
final class Admission extends Handler.Wrapper {
  static final Key<Admission> KEY = new Key<>("admission");

  /** Attribute of a request whose answer did not reach its end. */
  static final String BROKEN = "icc.lod.web.broken";

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  /** What comes with the door open, with notice given, with the door shut. */
  private enum State {
    OPEN,
    LEAVING,
    SHUT
  }

  private final Object door = new Object();
  private int inside;
  private volatile State state = State.OPEN;

  /** Whether the server that a request came to is about to stop. */
  static boolean leaving(Context ctx) {
    return ctx.appData(KEY).state != State.OPEN;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put(RequestId.NAME, RequestId.of(request));
    if (state != State.OPEN) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    if (!enter()) {
      Response.writeError(request, response, callback, 503);
      return true;
    }
    Request.addCompletionListener(
        request,
        failure -> {
          if (failure != null) {
            request.setAttribute(BROKEN, true);
          }
          exit();
        });
    return super.handle(request, response, callback);
  }

  private boolean enter() {
    synchronized (door) {
      if (state == State.SHUT) {
        return false;
      }
      inside++;
      return true;
    }
  }

  private void exit() {
    synchronized (door) {
      inside--;
      door.notifyAll();
    }
  }

  /** Says that it will end, lets in what still comes for a while, then waits for those inside. */
  void end(Stopping stopping) throws InterruptedException {
    state = State.LEAVING;
    Thread.sleep(stopping.notice().toMillis());
    synchronized (door) {
      state = State.SHUT;
      long end = System.nanoTime() + stopping.patience().toNanos();
      for (long left = stopping.patience().toMillis(); inside > 0 && left > 0; ) {
        door.wait(left);
        left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      }
      if (inside > 0) {
        LOG.warn("{} answers were not done after {} and are broken off", inside, stopping);
      }
    }
  }
}
