package icc.lod.publish;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how long each step of a publish took. */
final class Steps {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  private long since = System.nanoTime();

  void done(String step) {
    long now = System.nanoTime();
    LOG.info("{} in {} ms", step, (now - since) / 1_000_000);
    since = now;
  }
}
