package icc.lod.app;

import icc.lod.config.Config;
import icc.lod.search.LabelIndexText;
import icc.lod.store.Endpoint;
import icc.lod.store.EndpointSettings;
import icc.lod.store.GoneStore;
import icc.lod.store.Release;
import icc.lod.store.SparqlStore;
import icc.lod.store.Store;
import icc.lod.store.Tdb2Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.query.text.TextIndex;

/** Opens releases with all that belongs to them, wherever their triples are. */
record Opening(Config config) {

  /** Opens the release that is served. */
  Store current(Release release) {
    Optional<TextIndex> texts = LabelIndexText.open(release);
    Optional<String> taken = endpoint(release);
    if (taken.isEmpty()) {
      return Tdb2Store.open(release.database(), texts);
    }
    Optional<Endpoint> asked = config.endpoint().map(EndpointSettings::endpoint);
    if (asked.isPresent() && asked.get().toString().equals(taken.get())) {
      return SparqlStore.at(asked.get(), SparqlStore.PATIENCE, texts);
    }
    return new GoneStore(
        "The triples of release %d are at %s; serve it with --store sparql:%s, or publish"
            .formatted(release.number(), taken.get(), taken.get()),
        texts);
  }

  /** Opens a release that is not served any more: what an endpoint held then, it holds no more. */
  Store past(Release release) {
    Optional<TextIndex> texts = LabelIndexText.open(release);
    return endpoint(release).isEmpty()
        ? Tdb2Store.open(release.database(), texts)
        : new GoneStore(
            "The triples of release %d were at another server, which holds other ones now; what was"
                    .formatted(release.number())
                + " made of them then is kept, such as dumps and the log of changes",
            texts);
  }

  private static Optional<String> endpoint(Release release) {
    Path file = release.folder().resolve(Release.ENDPOINT);
    try {
      return Files.exists(file) ? Files.readString(file).lines().findFirst() : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read", e);
    }
  }
}
