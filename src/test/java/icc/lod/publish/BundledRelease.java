package icc.lod.publish;

import icc.lod.store.Release;
import icc.lod.store.Releases;
import icc.lod.store.Tdb2Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands tests the store of a release of the bundled sources, published once in a run of all tests.
 */
final class BundledRelease implements ParameterResolver {
  static final String BASE = "https://w3id.org/intelligent-cities/";
  private static final Namespace RUN = Namespace.create(BundledRelease.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Tdb2Store.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(RUN)
        .getOrComputeIfAbsent(Published.class, key -> Published.now(), Published.class)
        .store();
  }

  /** The published release in its temporary folder, which goes when the run ends. */
  private record Published(Path state, Tdb2Store store) implements AutoCloseable {
    static Published now() {
      SourceSettings sources =
          new SourceSettings(
              List.of(Path.of("ontology")),
              List.of(Path.of("rdf-data")),
              List.of(Path.of("sparql-examples")),
              BASE,
              true);
      try {
        Path state = Files.createTempDirectory("icc-bundled-");
        Outcome outcome =
            new Publisher(sources, new Releases(state), List.of(), Clock.systemUTC())
                .publish(false);
        return new Published(state, Tdb2Store.open(released(outcome).database()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Release released(Outcome outcome) {
      return switch (outcome) {
        case Outcome.Published published -> published.release();
        case Outcome.Refused refused -> throw new AssertionError(refused.report().text());
        case Outcome.Unchanged unchanged -> throw new AssertionError(unchanged);
        case Outcome.Valid valid -> throw new AssertionError(valid);
      };
    }

    @Override
    public void close() throws IOException {
      store.close();
      Releases.delete(state);
    }
  }
}
