package icc.lod.catalogue;

import icc.lod.publish.Candidate;
import icc.lod.publish.Projection;
import icc.lod.statements.SortedStatements;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/**
 * Everything that is harvested, as files of a release: dumps and tables, counts, what the release
 * says of itself, and the list of its documents.
 */
public final class Harvest implements Projection {
  private final Releases releases;

  /**
   * The harvest of a release to be.
   *
   * @param releases those before: what did not change keeps its dates
   */
  public Harvest(Releases releases) {
    this.releases = releases;
  }

  @Override
  public String name() {
    return "catalogue/2";
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    Path folder = Files.createDirectories(ReleaseFiles.folder(candidate.folder()));
    Path work = Files.createDirectories(folder.resolve("work"));
    try {
      SortedStatements sorted = candidate.statements();
      Names names = new Names(candidate.base());
      Metadata metadata =
          Metadata.of(candidate.graph(), List.copyOf(sorted.graphs().keySet()), names);
      write(metadata.graph(), folder.resolve(ReleaseFiles.METADATA));
      Map<String, String> prefixes = new TreeMap<>(candidate.dataset().prefixes().getMapping());
      DumpFolder dumps = new DumpFolder(Files.createDirectories(ReleaseFiles.dumps(folder)));
      Optional<Path> previous = releases.current().map(Release::folder).map(ReleaseFiles::folder);
      Instant now = candidate.created();
      RdfDumps rdf = new RdfDumps(sorted, prefixes, metadata.parts(), dumps);
      Survey survey =
          new Survey(
              sorted, Counts.ofObjects(candidate.dataset()), metadata, names, folder, work, dumps);
      inParallel(
          List.of(
              () -> survey.make(previous, now, rdf),
              rdf::turtle,
              rdf::trig,
              rdf::graphs,
              rdf::nQuads));
      List<Dump> made = dumps.finish();
      Dates.write(folder, metadata, sorted.graphs(), made, previous, now);
      Files.write(folder.resolve(ReleaseFiles.NOTES), rdf.notes());
    } finally {
      Releases.delete(work);
    }
  }

  /** A step of the harvest. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }

  private static void inParallel(List<Step> steps) throws IOException {
    int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    try (ExecutorService pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("harvest-", 0).factory())) {
      List<Future<Object>> all = new ArrayList<>();
      for (Step step : steps) {
        Callable<Object> task =
            () -> {
              step.run();
              return step;
            };
        all.add(pool.submit(task));
      }
      for (Future<Object> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  static void write(Graph graph, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      RDFWriter.source(graph).format(RDFFormat.NTRIPLES_UTF8).output(out);
    }
  }

  static long millis(long since) {
    return (System.nanoTime() - since) / 1_000_000;
  }
}
