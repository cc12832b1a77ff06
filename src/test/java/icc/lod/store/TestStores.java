package icc.lod.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** Real TDB2 releases made from a piece of TriG, for the tests of all features. */
public final class TestStores {
  private TestStores() {}

  /** Publishes TriG as the next release of a state folder and makes it the current one. */
  public static Release publish(Path state, String base, String trig) throws Exception {
    Releases releases = new Releases(state);
    Path building = releases.newBuilding();
    try (Tdb2Loading loading = Tdb2Loading.into(building.resolve("tdb2"))) {
      RDFParser.fromString(trig, Lang.TRIG).base(base).parse(loading.sink(Optional.empty()));
      loading.finish();
    }
    int number = releases.nextNumber();
    String digest = Integer.toHexString(trig.hashCode());
    Instant created = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
    Release release = new Release(number, created, building, digest, 0, 0, base);
    Release whole = releases.finish(building, release);
    releases.point(whole);
    return whole;
  }

  /**
   * Makes a release of two small files the current one: whole, and no store can be opened on it.
   */
  public static Release bare(Path state, String content) throws Exception {
    Releases releases = new Releases(state);
    Path building = releases.newBuilding();
    Path data = Files.createDirectories(building.resolve("tdb2/Data-0001"));
    Files.writeString(data.resolve("SPO.dat"), content);
    Files.write(data.resolve("POS.dat"), Arrays.copyOf(content.getBytes(UTF_8), 1 << 18));
    int number = releases.nextNumber();
    Instant created = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
    Release whole =
        releases.finish(
            building, new Release(number, created, building, content, 0, 0, "http://e.org/"));
    releases.point(whole);
    return whole;
  }

  /** A store of the current release, opened on a state folder that {@link #publish} made. */
  public static CurrentStore open(Path state) {
    return open(state, store -> {});
  }

  /** The same, with something done to each store that is opened. */
  public static CurrentStore open(Path state, Consumer<Store> prepared) {
    CurrentStore store =
        new CurrentStore(
            new Releases(state),
            release -> {
              Store opened = Tdb2Store.open(release.database());
              prepared.accept(opened);
              return opened;
            });
    store.refresh();
    return store;
  }
}
