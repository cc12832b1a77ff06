package icc.lod.search;

import icc.lod.store.StoreUnavailableException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be browsed of one release. The kinds are read at once, the index of a kind when it is
 * first asked for, and few stay open. Thread-safe.
 */
final class FacetIndex {
  private static final int MOST_OPEN = 64;

  private final Path folder;
  private final List<String> languages;
  private final KindList list;
  private final Map<Integer, KindIndex> open =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, KindIndex> eldest) {
          return size() > MOST_OPEN;
        }
      };

  private FacetIndex(Path folder, List<String> languages, KindList list) {
    this.folder = folder;
    this.languages = languages;
    this.list = list;
  }

  /**
   * Opens what {@link FacetProjection} wrote.
   *
   * @throws StoreUnavailableException when the release has none, or it cannot be read
   */
  static FacetIndex open(Path release) {
    Path folder = release.resolve(FacetProjection.FOLDER);
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve(FacetProjection.KINDS))))) {
      List<String> languages = List.of(KindStream.readText(in).split(" "));
      return new FacetIndex(folder, languages, KindList.read(in));
    } catch (NoSuchFileException e) {
      throw new StoreUnavailableException(
          "This release was made without an index to browse: publish again, with a higher"
              + " --index-limit where the data is at an endpoint",
          e);
    } catch (IOException e) {
      throw new StoreUnavailableException("The index to browse cannot be read", e);
    }
  }

  /** The kinds, own ones first. */
  List<Kind> kinds() {
    return list.kinds();
  }

  /** How many classes are left out because they are too many. */
  int more() {
    return list.more();
  }

  Map<String, String> prefixes() {
    return list.prefixes();
  }

  Optional<Kind> kind(String slug) {
    return list.kinds().stream().filter(kind -> kind.slug().equals(slug)).findFirst();
  }

  KindIndex of(Kind kind) {
    synchronized (open) {
      return open.computeIfAbsent(kind.number(), number -> read(kind));
    }
  }

  private KindIndex read(Kind kind) {
    try {
      return KindReader.open(folder, kind, languages);
    } catch (IOException e) {
      throw new StoreUnavailableException("The index of " + kind.iri() + " cannot be read", e);
    }
  }
}
