package icc.lod.browser;

import icc.lod.cli.Icc;
import icc.lod.cli.Icc.Serving;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A visitor: headless Chromium in front of the packaged program, which serves the bundled data. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** An audit of a long page takes its time on a machine that builds beside it. */
  private static final Duration AUDIT = Duration.ofMinutes(2);

  private static final String AXE = resource("/axe.min.js");

  private final Path folder;
  private final Serving serving;
  private final ChromeDriver driver;

  private Browser(Path folder, Serving serving, ChromeDriver driver) {
    this.folder = folder;
    this.serving = serving;
    this.driver = driver;
  }

  static Browser start(Path chromium, Path chromedriver) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("icc-browser-");
    Serving serving = new Icc(folder).serve();
    return new Browser(folder, serving, driver(folder, chromium, chromedriver));
  }

  /** Opens a page as a new visitor would: no cookies, no memory, wide window, light colours. */
  void open(String path) {
    driver.get(serving.address() + "/health/live");
    driver.manage().deleteAllCookies();
    driver.executeScript("localStorage.clear(); sessionStorage.clear()");
    driver.manage().logs().get(LogType.BROWSER);
    wide();
    colours("light");
    scripts(true);
    driver.get(serving.address() + path);
  }

  void wide() {
    window(1280, 900, false);
  }

  void narrow() {
    window(320, 640, true);
  }

  /** What the visitor's system prefers: light or dark. */
  void colours(String scheme) {
    List<Map<String, String>> features =
        List.of(Map.of("name", "prefers-color-scheme", "value", scheme));
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  /** Whether pages may run scripts; holds from the next page on. */
  void scripts(boolean on) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  void go(String path) {
    driver.get(serving.address() + path);
  }

  /** The address shown, without host and port. */
  String address() {
    return String.valueOf(driver.getCurrentUrl()).substring(serving.address().length());
  }

  String origin() {
    return serving.address();
  }

  WebElement one(String css) {
    return await(d -> d.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
  }

  /** Waits until an element is there and can be seen. */
  WebElement visible(String css) {
    return await(
        d ->
            d.findElements(By.cssSelector(css)).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Waits for something that is neither null nor false. */
  <T> T await(Function<WebDriver, T> condition) {
    // A script may put another element in the place of the one that was found just now.
    return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .until(condition);
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What the browser complained of since the page was opened. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** By how many pixels the page is wider than the window. */
  long overflow() {
    return ((Number)
            script(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .longValue();
  }

  /** Violations of WCAG 2.2 AA that axe-core finds, a line each. */
  List<String> violations() {
    driver.executeScript(AXE);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
              .then(result => done(result.violations.flatMap(v => v.nodes.slice(0, 3).map(
                n => v.id + ': ' + n.html.slice(0, 200) + ' ' + n.failureSummary))),
                error => done(['axe failed: ' + error]));
            """);
    List<String> lines = new ArrayList<>();
    ((List<?>) found).forEach(line -> lines.add(String.valueOf(line)));
    return lines;
  }

  @Override
  public void close() {
    driver.quit();
    serving.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void window(int width, int height, boolean mobile) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
  }

  private static ChromeDriver driver(Path folder, Path chromium, Path chromedriver) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + folder.resolve("chromium"));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(chromedriver.toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(AUDIT).pageLoadTimeout(PATIENCE);
    return driver;
  }

  private static String resource(String name) {
    try (InputStream in = Browser.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + name + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
