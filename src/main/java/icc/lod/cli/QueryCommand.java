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
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
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
  public Integer call() throws IOException {
    Config config = Flags.config(spec);
    Query query = read();
    Release release = currentRelease(config);
    try (Store store = Service.open(release)) {
      return store.read(dataset -> run(query, dataset, config));
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
      return QueryFactory.create(text);
    } catch (QueryException e) {
      throw new Refusal(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new Refusal("The query file " + file + " cannot be read; check the path");
    }
  }

  private int run(Query query, DatasetGraph dataset, Config config) {
    Duration limit = config.queryTimeout();
    try (QueryExec exec =
        QueryExec.dataset(dataset)
            .query(query)
            .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      write(query, exec, new BufferedOutputStream(System.out));
      return Main.DONE;
    } catch (QueryCancelledException e) {
      throw new Refusal(
          "The query took longer than "
              + limit.toMillis() / 1000.0
              + " s (see --query-timeout); what was printed is not complete");
    }
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
