package icc.lod.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends exactly the bytes it is told to, whatever is asked, and then hangs up or keeps silent. */
final class BrokenServer implements AutoCloseable {
  /** What it does with a connection. */
  @FunctionalInterface
  interface Answer {
    void to(OutputStream out) throws Exception;
  }

  private final ServerSocket listening;
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Answer answer;

  BrokenServer(Answer answer) {
    this.answer = answer;
    try {
      this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("broken-server").start(this::listen);
  }

  /** An answer of whole HTTP/1.0: its end is that of the connection. */
  static Answer saying(String head, byte[] body) {
    return out -> {
      out.write((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body);
    };
  }

  void answers(Answer next) {
    this.answer = next;
  }

  /** How often it was asked. */
  int asked() {
    return asked.get();
  }

  Endpoint endpoint() {
    return Endpoint.parse("sparql:http://127.0.0.1:" + listening.getLocalPort() + "/sparql");
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      int length = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      in.skip(length);
      asked.incrementAndGet();
      answer.to(socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (Exception e) {
      // Whoever asked may have gone.
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
