package icc.lod.reconcile;

import icc.lod.publish.Outcome;
import icc.lod.publish.Publisher;
import icc.lod.publish.SourceSettings;
import icc.lod.search.LabelIndex;
import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests a server that links to the bundled data, published once in a run of all tests. */
final class BundledLinks implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LinkSite.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(BundledLinks.class))
        .getOrComputeIfAbsent(Open.class, key -> Open.now(), Open.class)
        .site();
  }

  private record Open(Path state, LinkSite site) implements AutoCloseable {
    static Open now() {
      try {
        Path state = Files.createTempDirectory("icc-links-");
        SourceSettings sources =
            new SourceSettings(
                List.of(Path.of("ontology")),
                List.of(Path.of("rdf-data")),
                List.of(),
                "https://w3id.org/intelligent-cities/",
                false);
        Outcome outcome =
            new Publisher(
                    sources, new Releases(state), List.of(new LabelIndex()), Clock.systemUTC())
                .publish(false);
        if (!(outcome instanceof Outcome.Published)) {
          throw new AssertionError(outcome);
        }
        return new Open(state, LinkSite.over(state));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      site.close();
      Releases.delete(state);
    }
  }
}
