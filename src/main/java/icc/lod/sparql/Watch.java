package icc.lod.sparql;

import com.sun.management.GarbageCollectionNotificationInfo;
import icc.lod.web.HangUp;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the queries at work and ends those that use more than they may, or that nobody waits
 * for. It never waits itself: ending is a signal. Thread-safe.
 */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private static final long EVERY_MILLIS = 50;

  /** What asks for more processor time than this is a large query. */
  private static final Duration SMALL = Duration.ofMillis(100);

  /** The clock ends queries at their limit; this is for those whose clients take their time. */
  private static final Duration LENIENCE = Duration.ofSeconds(1);

  /** Who waits shorter has hardly hung up, and most answers take less. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** So much of the heap still used after a full collection means that it is nearly out. */
  private static final double FULL = 0.8;

  /** A query and what is known of it here. */
  private static final class Watched {
    private final RunningQuery query;
    private final Lanes.Place place;
    private final HangUp client;
    private long spentMillis;

    Watched(RunningQuery query, Lanes.Place place, HangUp client) {
      this.query = query;
      this.place = place;
      this.client = client;
    }
  }

  private final long mostBytes;
  private final Map<Long, Watched> watched = new ConcurrentHashMap<>();
  private final NotificationListener collections = this::collected;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sparql-watch").factory());

  private final ScheduledFuture<?> looking;

  /**
   * A watch.
   *
   * @param mostBytes how much memory a query may ask for in all
   */
  Watch(long mostBytes) {
    this.mostBytes = mostBytes;
    this.looking =
        clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    emitters().forEach(e -> e.addNotificationListener(collections, n -> true, new Object()));
  }

  void add(RunningQuery query, Lanes.Place place, HangUp client) {
    watched.put(query.id(), new Watched(query, place, client));
  }

  /** A query has ended: what it used is taken off its client's budget. */
  void remove(RunningQuery query) {
    Optional.ofNullable(watched.remove(query.id())).ifPresent(Watch::charge);
  }

  /** The queries at work, the oldest first. */
  Collection<RunningQuery> running() {
    return watched.values().stream()
        .map(w -> w.query)
        .sorted(Comparator.comparing(RunningQuery::started))
        .toList();
  }

  @Override
  public void close() {
    looking.cancel(true);
    clock.shutdownNow();
    for (NotificationEmitter emitter : emitters()) {
      try {
        emitter.removeNotificationListener(collections);
      } catch (ListenerNotFoundException e) {
        LOG.debug("Not listening any more", e);
      }
    }
  }

  private void look() {
    try {
      watched.values().forEach(this::look);
    } catch (RuntimeException e) {
      LOG.error("The watch over queries failed", e);
    }
  }

  private void look(Watched each) {
    RunningQuery query = each.query;
    RunningQuery.Usage usage = charge(each);
    boolean large = usage.cpu().compareTo(SMALL) > 0;
    if (large) {
      query.account().large();
      query.giveWay();
    }
    boolean place = !large || each.place.grow();
    if (query.stopped().isPresent()) {
      return;
    }
    if (usage.cpu().compareTo(query.limit().plus(LENIENCE)) > 0) {
      query.stop(StopReason.CPU);
    } else if (usage.bytes() > mostBytes) {
      query.stop(StopReason.MEMORY);
    } else if (!place) {
      query.stop(StopReason.BUSY);
    } else if (query.account().empty()) {
      query.stop(StopReason.BUDGET);
    } else if (query.age().compareTo(PATIENCE) > 0 && each.client.happened()) {
      LOG.info("Query {} is ended: its client has gone", query.id());
      query.stop(StopReason.CLIENT);
    }
  }

  private static synchronized RunningQuery.Usage charge(Watched each) {
    RunningQuery.Usage usage = each.query.usage();
    long used = usage.cpu().toMillis();
    each.query.account().spend(used - each.spentMillis);
    each.spentMillis = Math.max(used, each.spentMillis);
    return usage;
  }

  private void collected(Notification notification, Object handback) {
    if (!notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    GarbageCollectionNotificationInfo info =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    long used =
        info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
            .filter(pool -> heap(pool.getKey()))
            .mapToLong(pool -> pool.getValue().getUsed())
            .sum();
    if (info.getGcAction().contains("major") && used > FULL * Runtime.getRuntime().maxMemory()) {
      relieve();
    }
  }

  private static boolean heap(String pool) {
    return !pool.contains("Metaspace") && !pool.contains("Code") && !pool.contains("Class");
  }

  /** Ends the query that asked for most. */
  private void relieve() {
    watched.values().stream()
        .map(each -> each.query)
        .filter(query -> query.stopped().isEmpty())
        .max(Comparator.comparingLong(query -> query.usage().bytes()))
        .ifPresent(
            query -> {
              LOG.warn("Memory is short: query {} is ended", query.id());
              query.stop(StopReason.HEAP);
            });
  }

  private static Collection<NotificationEmitter> emitters() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(NotificationEmitter.class::isInstance)
        .map(NotificationEmitter.class::cast)
        .toList();
  }
}
