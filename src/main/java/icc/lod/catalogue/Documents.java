package icc.lod.catalogue;

import icc.lod.rdf.Digests;
import icc.lod.rdf.RdfFormat;
import icc.lod.statements.SortedGraph;
import icc.lod.store.Lease;
import icc.lod.view.PerRelease;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The descriptions of a release as bytes, each written once for a release and a public address.
 * Thread-safe.
 */
final class Documents {
  /** Where no public address is configured, every name of the server is one: not all are kept. */
  private static final int MOST = 200;

  private static final int MOST_GRAPHS = 8;

  /** A description as it is sent, with the tag of its content. */
  static final class Body {
    private final byte[] bytes;
    private final String tag;

    Body(byte[] bytes) {
      this.bytes = bytes;
      this.tag = HexFormat.of().formatHex(Digests.sha256().digest(bytes), 0, 12);
    }

    byte[] bytes() {
      return bytes;
    }

    String tag() {
      return tag;
    }
  }

  private record Kept(Holdings holdings, Map<String, Body> bodies, Map<String, Graph> graphs) {}

  private final PerRelease<Kept> kept =
      new PerRelease<>(
          lease ->
              new Kept(
                  Holdings.read(lease.release()),
                  new ConcurrentHashMap<>(),
                  new ConcurrentHashMap<>()));

  /** What a release has to be harvested. */
  Holdings holdings(Lease lease) {
    return kept.of(lease).holdings();
  }

  /** The whole catalogue, for those who only read it. */
  Graph catalogue(Lease lease, Site site) {
    Kept now = kept.of(lease);
    Optional<Graph> known = Optional.ofNullable(now.graphs().get(site.key()));
    return known.orElseGet(
        () -> {
          List<Node> all = DcatCatalogue.datasets(now.holdings());
          Graph made = DcatCatalogue.of(now.holdings(), site, all);
          if (now.graphs().size() < MOST_GRAPHS) {
            now.graphs().put(site.key(), made);
          }
          return made;
        });
  }

  /**
   * A description.
   *
   * @param name tells it from others of the release
   */
  Body of(Lease lease, Site site, String name, RdfFormat format, Function<Holdings, Graph> making) {
    Kept now = kept.of(lease);
    String key = String.join(" ", site.key(), name, format.name());
    Optional<Body> known = Optional.ofNullable(now.bodies().get(key));
    return known.orElseGet(
        () -> {
          Body made = new Body(SortedGraph.write(making.apply(now.holdings()), format));
          if (now.bodies().size() < MOST) {
            now.bodies().put(key, made);
          }
          return made;
        });
  }
}
