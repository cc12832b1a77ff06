package icc.lod.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import io.javalin.config.Key;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * Finished answers in memory, of the current release only, so that what was made once is sent again
 * as it is. Bounded by bytes; what is asked most stays (W-TinyLFU). Thread-safe.
 *
 * <p>Two ways lead to one: the words of a request, before anything is looked at, and, for requests
 * in other words, what the feature found out that they want. Only those are kept of which their
 * feature says that request and release alone decide them ({@link Caching#decidedBy}).
 */
public final class ReadyAnswers {
  static final Key<ReadyAnswers> KEY = new Key<>("ready-answers");

  /** Attribute of a request: what it makes, and others wait for. */
  private static final String MAKES = "icc.lod.web.makes";

  /** A larger one would drive out too many others. */
  private static final int LARGEST_PART = 8;

  /** Of two kilobytes at most each, mostly of a tenth. */
  private static final int MOST_WORDINGS = 20_000;

  /** Attribute of a request: the body that was made for it. */
  private static final String MADE = "icc.lod.web.made";

  /** So long the same answer is waited for that another request makes. */
  private static final long PATIENCE_SECONDS = 5;

  private final Cache<ReadyRequest, Representation> wordings;
  private final Cache<Representation, ReadyAnswer> answers;
  private final ConcurrentMap<Representation, CountDownLatch> making = new ConcurrentHashMap<>();
  private final long most;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private volatile State state = new State("", Optional.empty());
  private volatile Consumer<Collection<ReadyRequest>> switched = hottest -> {};

  /** What all that is kept belongs to. */
  record State(String tag, Optional<Instant> modified) {}

  /**
   * One representation at one address.
   *
   * @param tag its entity tag without content coding
   * @param coded whether for clients that take gzip
   * @param vary the fields that chose it
   */
  private record Representation(String target, String tag, boolean coded, String vary) {
    static Representation of(ReadyRequest request, Caching caching) {
      return new Representation(
          request.target(), caching.tag(), request.coded(), String.join(",", caching.vary()));
    }
  }

  /** A body made for a request. */
  private static final class Made {
    private final ReadyRequest request;
    private final Representation representation;
    private final String tag;
    private final byte[] body;

    Made(ReadyRequest request, Representation representation, String tag, byte[] body) {
      this.request = request;
      this.representation = representation;
      this.tag = tag;
      this.body = body;
    }
  }

  /** Keeps so many bytes; none if 0. */
  ReadyAnswers(long most) {
    this.most = most;
    this.wordings = Caffeine.newBuilder().maximumSize(most == 0 ? 0 : MOST_WORDINGS).build();
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(most)
            .weigher((Representation of, ReadyAnswer answer) -> answer.weight())
            .build();
  }

  /** How many requests of those that may find one did. */
  public Map<String, Supplier<Number>> counts() {
    return Map.of("hit", hits::sum, "miss", misses::sum);
  }

  /** Bytes kept now. */
  public long bytes() {
    return answers
        .policy()
        .eviction()
        .map(Policy.Eviction::weightedSize)
        .map(size -> size.orElse(0))
        .orElse(0L);
  }

  /** Whether any are kept. */
  boolean any() {
    return most > 0;
  }

  /** The answer to a request in these words. */
  Optional<ReadyAnswer> find(ReadyRequest request, State now) {
    follow(now);
    Optional<ReadyAnswer> found =
        Optional.ofNullable(wordings.getIfPresent(request)).map(answers::getIfPresent);
    found.ifPresent(answer -> hits.increment());
    return found;
  }

  /**
   * The answer that a feature found out is wanted. While there is none, the first who asks makes
   * it, and others wait for that.
   */
  Optional<ReadyAnswer> find(Context ctx, Caching caching) {
    Optional<ReadyRequest> request = asked(ctx, caching);
    if (request.isEmpty()) {
      return Optional.empty();
    }
    Representation wanted = Representation.of(request.get(), caching);
    Optional<ReadyAnswer> found = ready(wanted).or(() -> awaited(ctx, wanted));
    found.ifPresentOrElse(
        answer -> {
          hits.increment();
          wordings.put(request.get(), wanted);
        },
        misses::increment);
    return found;
  }

  /** Notes the body of an answer that may be kept, to which others may still add fields. */
  void keep(Context ctx, Caching caching, String tag, byte[] body) {
    if (body.length <= most / LARGEST_PART) {
      asked(ctx, caching)
          .ifPresent(
              request ->
                  ctx.attribute(
                      MADE, new Made(request, Representation.of(request, caching), tag, body)));
    }
  }

  /** A request is over: what it made is kept as it was sent, and who waits for it may look. */
  void over(Request request, Response response) {
    boolean ordinary =
        response.getStatus() == 200 && !response.getHeaders().contains(HttpHeader.SET_COOKIE);
    if (ordinary && request.getAttribute(MADE) instanceof Made made) {
      ReadyAnswer answer =
          ReadyAnswer.of(made.tag, TrafficLog.route(request), response.getHeaders(), made.body);
      answers.put(made.representation, answer);
      wordings.put(made.request, made.representation);
    }
    if (request.getAttribute(MAKES) instanceof Representation made) {
      Optional.ofNullable(making.remove(made)).ifPresent(CountDownLatch::countDown);
    }
  }

  private Optional<ReadyRequest> asked(Context ctx, Caching caching) {
    return Optional.<ReadyRequest>ofNullable(ctx.attribute(ReadyRequest.NAME))
        .filter(request -> any() && request.state().equals(caching.release()));
  }

  private Optional<ReadyAnswer> ready(Representation wanted) {
    return Optional.ofNullable(answers.getIfPresent(wanted));
  }

  private Optional<ReadyAnswer> awaited(Context ctx, Representation wanted) {
    if (ctx.attribute(MAKES) != null) {
      // Two that wait for each other would wait in vain.
      return Optional.empty();
    }
    CountDownLatch other = making.putIfAbsent(wanted, new CountDownLatch(1));
    if (other == null) {
      ctx.attribute(MAKES, wanted);
      // It may have been made between the look and the claim.
      return ready(wanted);
    }
    try {
      if (!other.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    return ready(wanted);
  }

  /** Who is told, at each switch, what was asked most before. */
  void switched(Consumer<Collection<ReadyRequest>> told) {
    switched = told;
  }

  /** What was made of another state is of no use. */
  private void follow(State now) {
    if (!state.equals(now)) {
      Collection<ReadyRequest> hottest = List.of();
      synchronized (answers) {
        if (!state.tag().equals(now.tag())) {
          hottest = hottest();
        }
        wordings.invalidateAll();
        answers.invalidateAll();
        state = now;
      }
      switched.accept(hottest);
    }
  }

  private Collection<ReadyRequest> hottest() {
    return wordings
        .policy()
        .eviction()
        .map(eviction -> eviction.hottest(WarmUp.MOST).keySet())
        .orElse(Set.of())
        .stream()
        .filter(ReadyRequest::anybodys)
        .toList();
  }
}
