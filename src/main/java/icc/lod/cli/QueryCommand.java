package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.rdf.RdfFormat;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.update.UpdateFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icc query FILE}: a SPARQL query over the current release. */
@Command(
    name = "query",
    description = "Runs a SPARQL query over the current release; works beside a running server.")
final class QueryCommand implements Callable<Integer> {
  private static final Map<String, Lang> RESULTS =
      Map.of(
          "text", ResultSetLang.RS_Text,
          "json", ResultSetLang.RS_JSON,
          "xml", ResultSetLang.RS_XML,
          "csv", ResultSetLang.RS_CSV,
          "tsv", ResultSetLang.RS_TSV);

  /** What opening the release and ending in good order may take beyond the limit. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "file with the query, - reads standard input")
  private String file = "-";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text (default), json, xml, csv, tsv; ttl, jsonld, nt, rdf, trig, nq for graphs")
  private Optional<String> format = Optional.empty();

  @Override
  public Integer call() throws Exception {
    Config config = Flags.config(spec);
    Query query = read();
    checkFormat(query);
    Release release = currentRelease(config);
    FutureTask<Integer> work = new FutureTask<>(() -> run(query, release, config));
    // A query that does not heed its end must not keep the user: the process ends without it.
    Thread.ofPlatform().daemon().name("query").start(work);
    try {
      return work.get(config.queryTimeout().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late(config.queryTimeout());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** The current release, or a refusal that says how to get one. */
  static Release currentRelease(Config config) {
    return new Releases(config.state())
        .current()
        .orElseThrow(
            () -> new Refusal("Nothing is published in " + config.state() + "; run: icc publish"));
  }

  private Query read() throws IOException {
    try {
      String text =
          file.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file));
      if (isUpdate(text)) {
        throw new Refusal(file + " is an update: releases never change; write a query");
      }
      return QueryFactory.create(text);
    } catch (QueryException e) {
      throw new Refusal(file + ": " + brief(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Refusal("The query file " + file + " cannot be read; check the path");
    }
  }

  private int run(Query query, Release release, Config config) {
    Duration limit = config.queryTimeout();
    try (Store store = Service.open(release, config)) {
      OutputStream out = new BufferedOutputStream(System.out);
      store.query(query, limit, exec -> write(query, exec, out));
      ExportCommand.checkStandardOutput();
      return Main.DONE;
    } catch (QueryCancelledException e) {
      throw late(limit);
    } catch (QueryException e) {
      String message = String.valueOf(e.getMessage());
      throw new Refusal(
          file
              + ": "
              + (message.startsWith("SERVICE")
                  ? "SERVICE asks another server, which is not done here; take it out"
                  : brief(message)));
    } catch (RuntimeIOException e) {
      throw ExportCommand.unwritten(e);
    }
  }

  /** A parser's list of all it would have taken helps nobody. */
  private static String brief(String message) {
    return message.replaceFirst("(?s)\\s*Was expecting.*", "").strip();
  }

  private static boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text).getOperations().isEmpty();
    } catch (QueryException e) {
      return false;
    }
  }

  private static Refusal late(Duration limit) {
    return new Refusal(
        "The query took longer than "
            + limit.toMillis() / 1000.0
            + " s (see --query-timeout); what was printed is not complete");
  }

  private void write(Query query, QueryExec exec, OutputStream out) {
    if (query.isAskType()) {
      ResultSetMgr.write(out, exec.ask(), results());
    } else if (query.isSelectType()) {
      ResultSetMgr.write(out, ResultSet.adapt(exec.select()), results());
    } else {
      RDFWriter.source(query.isDescribeType() ? exec.describe() : exec.construct())
          .format(graphFormat().writer())
          .output(out);
    }
  }

  /** A wrong format is said before anything is computed. */
  private void checkFormat(Query query) {
    if (query.isAskType() || query.isSelectType()) {
      results();
    } else {
      graphFormat();
    }
  }

  private Lang results() {
    String name = format.orElse("text");
    return Optional.ofNullable(RESULTS.get(name))
        .orElseThrow(
            () -> new Refusal("--format " + name + ": choose text, json, xml, csv or tsv"));
  }

  private RdfFormat graphFormat() {
    String name = format.orElse("ttl");
    return RdfFormat.bySuffix(name)
        .orElseThrow(
            () -> new Refusal("--format " + name + ": choose ttl, jsonld, nt, rdf, trig or nq"));
  }
}
