package icc.lod.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A process's own view of a TDB2 folder: links to its files beside a lock file of its own, so that
 * any number of processes can read one finished release.
 */
final class Tdb2View {
  private static final String LOCK_FILE = "tdb.lock";

  /** A data set opened on a view; closing it takes the view away, never the data. */
  record Opened(DatasetGraph dataset, Path view) implements AutoCloseable {
    @Override
    public void close() {
      TDBInternal.expel(dataset);
      delete(view);
    }
  }

  private Tdb2View() {}

  static Opened open(Path folder) {
    Path real = folder.toAbsolutePath();
    if (!Files.isDirectory(real)) {
      throw new StoreUnavailableException(
          "There is no database at " + folder, new IOException("not a folder: " + real));
    }
    try {
      Path view = Files.createTempDirectory("icc-view-");
      link(real, view);
      return new Opened(DatabaseMgr.connectDatasetGraph(Location.create(view.toString())), view);
    } catch (IOException | RuntimeException e) {
      throw new StoreUnavailableException(
          "The database at " + folder + " cannot be opened: " + e.getMessage(), e);
    }
  }

  private static void link(Path real, Path view) throws IOException {
    try (Stream<Path> entries = Files.list(real)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        Path target = view.resolve(name);
        if (Files.isDirectory(entry)) {
          Files.createDirectory(target);
          link(entry, target);
        } else if (!name.equals(LOCK_FILE)) {
          own(entry, target);
        }
      }
    }
  }

  /** TDB2 opens every file to write to it; on a disk that is read-only it needs its own. */
  private static void own(Path entry, Path target) throws IOException {
    if (Files.isWritable(entry)) {
      Files.createSymbolicLink(target, entry);
    } else {
      Files.copy(entry, target);
    }
  }

  private static void delete(Path view) {
    try (Stream<Path> walk = Files.walk(view)) {
      List<Path> deepestFirst = walk.sorted((a, b) -> b.compareTo(a)).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // A leftover folder of links in the temporary folder harms nobody.
      view.toFile().deleteOnExit();
    }
  }
}
