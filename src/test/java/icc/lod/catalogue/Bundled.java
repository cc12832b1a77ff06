package icc.lod.catalogue;

import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests a site of the bundled sources, published and opened once in a run. */
final class Bundled implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == CatalogueSite.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(Bundled.class))
        .getOrComputeIfAbsent(Open.class, key -> Open.now(), Open.class)
        .site();
  }

  private record Open(Path state, CatalogueSite site) implements AutoCloseable {
    static Open now() {
      try {
        Path state = Files.createTempDirectory("icc-catalogue-");
        CatalogueSite.publishBundled(state, 0);
        return new Open(state, CatalogueSite.open(state));
      } catch (Exception e) {
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
