package icc.lod.operations;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes log lines to standard error, those of a blink together: of a ready answer, one write for
 * its line took longer than to make the line. Nothing waits longer than {@value #BLINK_MILLIS} ms,
 * and what is left is written as the process ends.
 */
public final class GatheredLines extends OutputStreamAppender<ILoggingEvent> {
  private static final long BLINK_MILLIS = 100;
  private static final int BUFFER = 1 << 16;

  private final AtomicBoolean due = new AtomicBoolean();

  @Override
  public void start() {
    setImmediateFlush(false);
    setOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), BUFFER));
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "last log lines"));
    super.start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    super.append(event);
    if (!isImmediateFlush() && !due.getAndSet(true)) {
      var unused =
          getContext()
              .getScheduledExecutorService()
              .schedule(this::flush, BLINK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** From now on each line is written at once, for none can be sure of a blink to come. */
  private void end() {
    setImmediateFlush(true);
    flush();
  }

  private void flush() {
    due.set(false);
    streamWriteLock.lock();
    try {
      getOutputStream().flush();
    } catch (IOException e) {
      addError("Log lines cannot be written", e);
    } finally {
      streamWriteLock.unlock();
    }
  }
}
