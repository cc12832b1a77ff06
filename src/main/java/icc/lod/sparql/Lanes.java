package icc.lod.sparql;

import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Places to work in. Clients who have used little of late have places of their own, so that a small
 * question never waits behind large ones; among those who wait, who has fewest queries at work, and
 * has used least, is next. A query that turns out large gives its small place up. Thread-safe.
 */
final class Lanes {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** Each question of a newcomer is taken for a small one, until it has shown otherwise. */
  static final int LIGHT = Math.max(4, 2 * PROCESSORS);

  /**
   * One more than can work at a time, for some wait for slow clients; more at once would only slow
   * each other down, and pages with them.
   */
  static final int HEAVY = PROCESSORS + 1;

  /** Large queries at once with those that began as small ones. */
  static final int CROWD = HEAVY + 1;

  /** Where nobody is counted, all share these. */
  static final int SHARED = 32;

  /** Longer queues only make everybody wait in vain. */
  private static final int MOST_WAITING = 100;

  private static final int RETRY_SECONDS = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Waiting> waiting = new ArrayList<>();
  private int light;
  private int heavy;

  private final class Waiting {
    private final Account account;
    private final boolean small;
    private final Condition turn = lock.newCondition();
    private boolean admitted;

    Waiting(Account account, boolean small) {
      this.account = account;
      this.small = small;
    }
  }

  /** A place taken. */
  final class Place {
    private final Account account;
    private volatile boolean small;
    private boolean left;

    private Place(Account account, boolean small) {
      this.account = account;
      this.small = small;
    }

    /** Whether it is one among those for large queries. */
    boolean large() {
      return !small;
    }

    /**
     * The query has turned out large: it gives its place among the small ones up.
     *
     * @return false when there is no place among the large ones, so that it has to end
     */
    boolean grow() {
      lock.lock();
      try {
        if (!small || left || account.fairUse().unlimited()) {
          return true;
        }
        if (heavy >= CROWD) {
          return false;
        }
        small = false;
        light--;
        heavy++;
        next();
        return true;
      } finally {
        lock.unlock();
      }
    }

    /** The query has ended, really. */
    void leave() {
      lock.lock();
      try {
        if (!left) {
          left = true;
          account.end();
          if (small) {
            light--;
          } else {
            heavy--;
          }
          next();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Waits for a place.
   *
   * @throws Problem 503 when there is none in time
   */
  Place enter(Account account, long nanos) throws InterruptedException {
    lock.lock();
    try {
      boolean small = account.light();
      if (!free(small, account)) {
        await(new Waiting(account, small), nanos);
      } else {
        take(small, account);
      }
      return new Place(account, small);
    } finally {
      lock.unlock();
    }
  }

  private void await(Waiting one, long nanos) throws InterruptedException {
    if (waiting.size() >= MOST_WAITING) {
      throw busy();
    }
    waiting.add(one);
    try {
      long left = nanos;
      while (!one.admitted && left > 0) {
        left = one.turn.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      if (one.admitted) {
        new Place(one.account, one.small).leave();
      }
      throw e;
    } finally {
      waiting.remove(one);
    }
    if (!one.admitted) {
      throw busy();
    }
  }

  private boolean free(boolean small, Account account) {
    if (account.fairUse().unlimited()) {
      return light < SHARED;
    }
    return small ? light < LIGHT : heavy < HEAVY;
  }

  private void take(boolean small, Account account) {
    account.begin();
    if (small) {
      light++;
    } else {
      heavy++;
    }
  }

  /** Lets in those who wait, as far as there is place. */
  private void next() {
    List<Waiting> inOrder = new ArrayList<>(waiting);
    inOrder.sort(
        Comparator.<Waiting>comparingInt(one -> one.account.running())
            .thenComparing(one -> one.account.used()));
    for (Waiting one : inOrder) {
      if (!one.admitted && free(one.small, one.account)) {
        one.admitted = true;
        take(one.small, one.account);
        one.turn.signal();
      }
    }
  }

  /** 503: others are asked first. */
  static Problem busy() {
    return Problem.unavailable(
            "Too many queries are at work; try again in a moment. The files in /dumps/ and the"
                + " patterns at /fragments do not wait.",
            RETRY_SECONDS)
        .with("reason", "busy");
  }
}
