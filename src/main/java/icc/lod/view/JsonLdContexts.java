package icc.lod.view;

import com.apicatalog.jsonld.JsonLdError;
import icc.lod.store.Release;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.JenaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JSON-LD contexts of a release, {@code v1.jsonld} and later, and documents in the terms of the
 * newest. A context is read once per release. Thread-safe.
 */
public final class JsonLdContexts {
  private static final Logger LOG = LoggerFactory.getLogger(JsonLdContexts.class);
  private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,4}\\.jsonld");

  /** As many releases as are read at a time, and some. */
  private static final int MOST = 8;

  private final Map<String, Optional<CompactJsonLd>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<CompactJsonLd>> eldest) {
          return size() > MOST;
        }
      };

  /**
   * A graph as compact JSON-LD; empty when the release has no context, or the graph cannot be
   * written in its terms.
   *
   * @param about the node that comes first
   */
  public Optional<byte[]> document(Release release, Graph graph, Node about) {
    Optional<CompactJsonLd> writer = writer(release);
    if (writer.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(writer.get().write(graph, about));
    } catch (JsonLdError | JenaException e) {
      // An IRI such as geo:49.8,24.0 beside a prefix geo can only be written at length.
      LOG.debug("{} is not written in the terms of the context: {}", about, e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether a file's name is that of a context. */
  public static boolean isVersion(String name) {
    return VERSION.matcher(name).matches();
  }

  /** The context of the highest version, if the release has any. */
  public static Optional<Path> newest(Release release) {
    if (!Files.isDirectory(release.contexts())) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(release.contexts())) {
      return files
          .filter(file -> isVersion(file.getFileName().toString()))
          .max(Comparator.comparingInt(JsonLdContexts::number));
    } catch (IOException e) {
      throw new UncheckedIOException("The contexts of " + release.folder() + " cannot be read", e);
    }
  }

  private static int number(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("[^0-9]", ""));
  }

  private Optional<CompactJsonLd> writer(Release release) {
    synchronized (kept) {
      return kept.computeIfAbsent(
          release.tag(), tag -> newest(release).flatMap(JsonLdContexts::read));
    }
  }

  private static Optional<CompactJsonLd> read(Path file) {
    try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
      if (reader.readObject().get("@context") instanceof JsonObject terms) {
        return Optional.of(new CompactJsonLd(terms));
      }
      LOG.warn("{} has no terms; documents are written without", file);
    } catch (IOException | JsonException | JsonLdError e) {
      LOG.warn("{} cannot be used, documents are written without: {}", file, e.toString());
    }
    return Optional.empty();
  }
}
