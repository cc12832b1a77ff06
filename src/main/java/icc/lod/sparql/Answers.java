package icc.lod.sparql;

import icc.lod.store.Lease;
import icc.lod.view.Overview;
import icc.lod.web.HangUp;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.jena.sparql.exec.QueryExec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes questions within their limits and sends what comes of it. Thread-safe. */
final class Answers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private final Workers workers;
  private final Accounts accounts;
  private final AtomicLong ids = new AtomicLong();
  private final Endings endings = new Endings();
  private final ResultCache results;
  private final int bufferBytes;
  private final Function<Lease, Overview> overviews;

  Answers(SparqlSettings settings, Function<Lease, Overview> overviews) {
    this.workers = new Workers(settings);
    this.accounts = new Accounts(settings.fairUse());
    this.bufferBytes = settings.bufferBytes();
    this.results = new ResultCache(settings.resultBytes());
    this.overviews = overviews;
  }

  /** How queries ended. */
  Endings endings() {
    return endings;
  }

  /** The answers that are kept. */
  ResultCache results() {
    return results;
  }

  /** The queries at work. */
  Collection<RunningQuery> running() {
    return workers.running();
  }

  /** Answers a question; the lease is closed when the query has really ended. */
  void answer(Question question, Reply reply, Lease lease, ReleaseNotes notes, Desk desk)
      throws Exception {
    if (question.page()) {
      page(question, reply, lease, notes, desk);
    } else {
      data(question, reply, lease, notes);
    }
  }

  @Override
  public void close() {
    workers.close();
  }

  /** Answers with data, whatever asked for it. */
  void data(Question question, Reply reply, Lease lease, ReleaseNotes notes) throws Exception {
    RunningQuery query = begun(question, reply, lease);
    Optional<ResultCache.Key> key = results.key(question, lease.release());
    Optional<byte[]> known = key.flatMap(results::find);
    key.ifPresent(
        k ->
            reply
                .response()
                .setHeader(
                    ResultCache.HEADER, known.isPresent() ? ResultCache.HIT : ResultCache.MISS));
    if (known.isPresent()) {
      // It costs nothing, so that nobody waits for it or pays for it; who has used all up does.
      lease.close();
      reply.send(known.get());
    } else {
      found(question, query, reply, lease, notes)
          .ifPresent(
              body -> {
                key.ifPresent(k -> results.keep(k, body));
                reply.send(body);
              });
    }
  }

  /** Executes; what is found, unless it was too large to be held and is sent already. */
  private Optional<byte[]> found(
      Question question, RunningQuery query, Reply reply, Lease lease, ReleaseNotes notes)
      throws Exception {
    HeldAnswer answer = new HeldAnswer(bufferBytes, reply::stream);
    try {
      execute(
          question,
          query,
          reply,
          lease,
          answer::sendingNanos,
          exec -> write(question, notes, exec, answer),
          () -> {});
      answer.finish();
      endings.answered(query);
    } catch (Exception | Error e) {
      endings.failed(query);
      answer.giveUp(reply::breakOff);
      if (!answer.started()) {
        throw Failures.of(e, query);
      }
      LOG.warn("An answer under way was broken off: {}", e.toString());
      return Optional.empty();
    }
    return answer.whole();
  }

  private void page(Question question, Reply reply, Lease lease, ReleaseNotes notes, Desk desk)
      throws Exception {
    AtomicReference<Optional<Beginning>> found = new AtomicReference<>(Optional.empty());
    AtomicReference<Optional<ResultTable>> table = new AtomicReference<>(Optional.empty());
    RunningQuery query = begun(question, reply, lease);
    long start = System.nanoTime();
    try {
      execute(
          question,
          query,
          reply,
          lease,
          () -> 0,
          exec -> found.set(Optional.of(Beginning.read(exec, question.query()))),
          () -> table.set(found.get().map(some -> named(some, question, lease, notes, desk))));
      endings.answered(query);
    } catch (Exception | Error e) {
      endings.failed(query);
      throw Failures.of(e, query);
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    ResultTable shown = table.get().orElseThrow();
    reply.page(Desk.TEMPLATE, desk.answered(question, reply.request(), notes, shown, taken));
  }

  private ResultTable named(
      Beginning found, Question question, Lease lease, ReleaseNotes notes, Desk desk) {
    Names names =
        Names.of(
            found.iris(Names.MOST),
            lease.store(),
            overviews.apply(lease),
            question.visitor(),
            desk.publicUrl());
    return ResultTable.of(found, new Terms(prefixes(question, notes), names));
  }

  /** The query as it is known while it is at work, on its client's account. */
  private RunningQuery begun(Question question, Reply reply, Lease lease) {
    try {
      Account account = accounts.of(reply.request(), reply.response());
      SparqlRequest asked = question.request();
      return new RunningQuery(ids.incrementAndGet(), asked.query(), asked.timeout(), account);
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /** Runs a query, and what has to be read after it while the release is still leased. */
  private void execute(
      Question question,
      RunningQuery query,
      Reply reply,
      Lease lease,
      LongSupplier excused,
      Consumer<QueryExec> use,
      Runnable then)
      throws Exception {
    HangUp client = HangUp.of(reply.request());
    lease.handOver();
    Workers.Work work =
        () -> {
          Consumer<QueryExec> begun =
              exec -> {
                query.began(exec);
                use.accept(exec);
              };
          new ReadOnlyQuery(lease.store(), question.query().query(), begun)
              .run(reply.request(), reply.response());
          then.run();
        };
    try {
      workers.run(query, excused, client, work, lease::close);
    } finally {
      if (client.end()) {
        reply.response().setHeader("Connection", "close");
      }
    }
  }

  private static void write(
      Question question, ReleaseNotes notes, QueryExec exec, OutputStream out) {
    ResultFormat format = question.representation().format();
    SparqlQuery query = question.query();
    format
        .syntax()
        .ifPresentOrElse(
            syntax ->
                Graphs.write(
                    Graphs.quads(exec, query.query()), prefixes(question, notes), syntax, out),
            () -> Tables.write(exec, query.form(), format.lang(), out));
  }

  /** The query's own prefixes before those of the release. */
  private static Map<String, String> prefixes(Question question, ReleaseNotes notes) {
    Map<String, String> prefixes = new HashMap<>(notes.prefixes());
    prefixes.putAll(question.query().query().getPrefixMapping().getNsPrefixMap());
    return prefixes;
  }
}
