package icc.lod.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of an answer that failed under way. Any gentler way Jetty writes the last chunk, and what
 * is cut short looks whole; to HTTP/1.0, which knows no chunks, only a reset connection tells.
 */
public final class BrokenOff {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenOff.class);

  private BrokenOff() {}

  /** Resets the client's connection; any thread may do it. */
  public static void now(HttpServletRequest request) {
    ServletContextRequest inner = ServletContextRequest.getServletContextRequest(request);
    inner.setAttribute(Admission.BROKEN, true);
    EndPoint client = inner.getConnectionMetaData().getConnection().getEndPoint();
    if (client instanceof SocketChannelEndPoint socket) {
      try {
        socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        LOG.debug("The client has gone already", e);
      }
    }
    client.close();
  }
}
