package icc.lod.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/**
 * Whether the client of a request has hung up while its answer is being made. HTTP/1 servers see
 * that only when they read on or write, and a long query does neither for long.
 *
 * <p>So one octet is read: an end of the stream means that the client has gone. A client that has
 * sent its next request already (pipelining, RFC 9112, section 9.3.2) loses that octet; then its
 * connection must be closed after this answer, and it sends that request again, as the section says
 * it has to be prepared to. Nobody else reads meanwhile: the request itself has been read whole.
 */
public final class HangUp {
  private final Optional<SocketChannel> channel;
  private boolean over;
  private boolean readAhead;

  private HangUp(Optional<SocketChannel> channel) {
    this.channel = channel;
  }

  /** To ask of the client of a request whose body has been read. */
  public static HangUp of(HttpServletRequest request) {
    var client =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint();
    return new HangUp(
        client instanceof SocketChannelEndPoint socket
            ? Optional.of(socket.getChannel())
            : Optional.empty());
  }

  /** Whether the client has gone; never waits. */
  public synchronized boolean happened() {
    if (over || readAhead || channel.isEmpty()) {
      return false;
    }
    try {
      int read = channel.get().read(ByteBuffer.allocate(1));
      readAhead = read > 0;
      return read < 0;
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Asks no more: from now on the connection is the server's again.
   *
   * @return whether the connection has to be closed after the answer
   */
  public synchronized boolean end() {
    over = true;
    return readAhead;
  }
}
