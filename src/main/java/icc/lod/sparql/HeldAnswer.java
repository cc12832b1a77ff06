package icc.lod.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, held back as long as it is small, so that a failure can still become an
 * error status; once it grows beyond the limit it is sent as it comes.
 *
 * <p>One thread writes; another may {@link #giveUp} at any time, after which nothing more is sent.
 */
final class HeldAnswer extends OutputStream {
  /** Starts sending: sets the headers and opens the body of the response. */
  @FunctionalInterface
  interface Opening {
    OutputStream open() throws IOException;
  }

  private final int limit;
  private final Opening opening;
  private final ReentrantLock sending = new ReentrantLock();
  private final LongAdder sendingNanos = new LongAdder();
  private ByteArrayOutputStream held = new ByteArrayOutputStream();
  private @Nullable OutputStream open;
  private volatile boolean givenUp;
  private volatile boolean started;

  HeldAnswer(int limit, Opening opening) {
    this.limit = limit;
    this.opening = opening;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!started && held.size() + (long) length <= limit) {
      check();
      held.write(bytes, offset, length);
      return;
    }
    long start = System.nanoTime();
    sending.lock();
    try {
      check();
      body().write(bytes, offset, length);
    } finally {
      sending.unlock();
      sendingNanos.add(System.nanoTime() - start);
    }
  }

  /** Jena flushes after every term, and each would become a packet: sending is our business. */
  @Override
  public void flush() {}

  /** Ends an answer that is complete: writes what its coding still owes. */
  void finish() throws IOException {
    sending.lock();
    try {
      check();
      if (open != null) {
        open.close();
      }
    } finally {
      sending.unlock();
    }
  }

  /** All of it, if nothing has been sent. */
  Optional<byte[]> whole() {
    return started ? Optional.empty() : Optional.of(held.toByteArray());
  }

  /** Whether a status has gone out already. */
  boolean started() {
    return started;
  }

  /** How long the client's slowness has held up the writer; that is not the query's time. */
  long sendingNanos() {
    return sendingNanos.sum();
  }

  /** Sends nothing more; what breaks the connection frees a writer who waits for the client. */
  void giveUp(Runnable breakConnection) {
    givenUp = true;
    if (started) {
      breakConnection.run();
    }
    // The response is reused once the request has ended: nobody may still be in it.
    sending.lock();
    try {
      if (started) {
        breakConnection.run();
      }
    } finally {
      sending.unlock();
    }
  }

  private OutputStream body() throws IOException {
    OutputStream body = open;
    if (body == null) {
      started = true;
      body = opening.open();
      open = body;
      held.writeTo(body);
      held = new ByteArrayOutputStream(0);
    }
    return body;
  }

  private void check() throws IOException {
    if (givenUp) {
      throw new IOException("The answer has been given up");
    }
  }
}
