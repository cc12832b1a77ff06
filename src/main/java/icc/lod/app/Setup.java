package icc.lod.app;

import icc.lod.config.Config;
import icc.lod.rdf.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when answers are made by this program with these settings. They change with both as they do
 * with a release, but not with a restart: so the instant is kept in the state folder, in the file
 * {@code setup}, beside a digest of what it holds for.
 */
final class Setup {
  private static final Logger LOG = LoggerFactory.getLogger(Setup.class);

  private Setup() {}

  /** The instant, in whole seconds; now, if the state folder tells of none or of another setup. */
  static Instant since(Config config) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Path file = config.state().resolve("setup");
    try {
      String digest = digest(config);
      if (Files.isRegularFile(file)) {
        String[] known = Files.readString(file).strip().split(" ", 2);
        if (known.length == 2 && known[0].equals(digest)) {
          return Instant.parse(known[1]);
        }
      }
      Files.createDirectories(config.state());
      Files.writeString(file, digest + " " + now + "\n");
    } catch (IOException | UncheckedIOException | DateTimeException e) {
      LOG.warn(
          "{} cannot be kept; to harvesters all changes with each start: {}", file, e.toString());
    }
    return now;
  }

  private static String digest(Config config) throws IOException {
    MessageDigest digest = Digests.sha256();
    List<Object> settings =
        List.of(config.web(), config.sparql(), config.retention(), config.endpoint());
    digest.update(settings.toString().getBytes(StandardCharsets.UTF_8));
    Path program =
        Path.of(
            URI.create(Setup.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (Files.isRegularFile(program)) {
      digest.update(checksum(program).getBytes(StandardCharsets.UTF_8));
      try (Stream<Path> libraries = Files.list(program.getParent())) {
        libraries
            .map(library -> library.getFileName().toString())
            .filter(name -> name.endsWith(".jar"))
            .sorted()
            .forEach(name -> digest.update(name.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return Digests.hex(digest);
  }

  /** One that a machine reckons at once: at a start, a digest of a program takes its time. */
  private static String checksum(Path program) throws IOException {
    CRC32C checksum = new CRC32C();
    checksum.update(Files.readAllBytes(program));
    return " " + Files.size(program) + " " + checksum.getValue();
  }
}
