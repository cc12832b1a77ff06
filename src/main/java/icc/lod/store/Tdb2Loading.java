package icc.lod.store;

import icc.lod.store.sorted.SortedIndex;
import icc.lod.store.sorted.SortedWriting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The loading of a new TDB2 database: what is sent to a named graph is stored there and in the
 * default graph. One thread at a time. Close it whatever happens; only {@link #finish} makes the
 * database readable.
 */
public final class Tdb2Loading implements AutoCloseable {
  private final Path folder;
  private final DatasetGraph dataset;
  private final DataLoader loader;
  private boolean finished;

  private Tdb2Loading(Path folder, DatasetGraph dataset, DataLoader loader) {
    this.folder = folder;
    this.dataset = dataset;
    this.loader = loader;
  }

  /** Starts to load into an empty or missing folder. */
  public static Tdb2Loading into(Path folder) {
    DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder.toString()));
    DataLoader loader = LoaderFactory.phasedLoader(dataset, MonitorOutputs.nullOutput());
    loader.startBulk();
    return new Tdb2Loading(folder, dataset, loader);
  }

  /**
   * Where parsers send triples, quads and prefixes.
   *
   * @param graph the named graph for triples that come without one; none leaves them in the default
   *     graph alone
   */
  public StreamRDF sink(Optional<Node> graph) {
    StreamRDF stream = loader.streamRDF();
    return new StreamRDFWrapper(stream) {
      @Override
      public void triple(Triple triple) {
        stream.triple(triple);
        graph.ifPresent(name -> stream.quad(Quad.create(name, triple)));
      }

      @Override
      public void quad(Quad quad) {
        if (quad.isDefaultGraph() || quad.isTriple()) {
          triple(quad.asTriple());
        } else {
          stream.triple(quad.asTriple());
          stream.quad(quad);
        }
      }

      @Override
      public void prefix(String prefix, String iri) {
        // The empty prefix means something else in every file.
        if (!prefix.isEmpty()) {
          stream.prefix(prefix, iri);
        }
      }

      @Override
      public void start() {}

      @Override
      public void finish() {}
    };
  }

  /**
   * Builds the indexes, the sorted one beside the database too, and makes the database readable.
   *
   * @throws UncheckedIOException when the sorted index cannot be written
   */
  public void finish() {
    loader.finishBulk();
    finished = true;
    dataset.begin(ReadWrite.READ);
    try {
      SortedWriting.write(dataset, SortedIndex.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      dataset.end();
    }
  }

  @Override
  public void close() {
    if (!finished) {
      loader.finishException(new IllegalStateException("loading was given up"));
    }
    TDBInternal.expel(dataset);
  }
}
