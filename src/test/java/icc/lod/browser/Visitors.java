package icc.lod.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Browser} of the run; without Chromium they are skipped, but on CI. */
final class Visitors implements ParameterResolver {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** Closes the browser after the last test of the run. */
  private record Kept(Browser browser) implements AutoCloseable {
    @Override
    public void close() {
      browser.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(Browser.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(
          there, "No browser. Install one: apt-get install chromium chromium-driver");
    }
    return context
        .getRoot()
        .getStore(Namespace.create(Visitors.class))
        .getOrComputeIfAbsent("browser", key -> new Kept(start()), Kept.class)
        .browser();
  }

  private static Browser start() {
    try {
      return Browser.start(CHROMIUM, DRIVER);
    } catch (Exception e) {
      throw new IllegalStateException("The browser or the server did not start", e);
    }
  }
}
