package icc.lod.app;

import icc.lod.api.Samples;
import icc.lod.examples.Examples;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.search.FacetIndexes;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.StoreUnavailableException;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.PerRelease;
import icc.lod.view.Reading;
import icc.lod.view.Reading.Slice;
import icc.lod.view.Terms;
import icc.lod.web.PublicUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What the example requests of the API page are about, whatever is published: looked up once a
 * release. Thread-safe.
 */
final class ReleaseSamples implements Samples {
  private static final int CLASSES = 12;

  private final CurrentStore store;
  private final Overviews overviews;
  private final Examples examples;
  private final FacetIndexes facets;
  private final PerRelease<OfRelease> samples =
      new PerRelease<>(lease -> new OfRelease(lease.release().tag(), values(lease)));

  ReleaseSamples(CurrentStore store, Overviews overviews, Examples examples, FacetIndexes facets) {
    this.store = store;
    this.overviews = overviews;
    this.examples = examples;
    this.facets = facets;
  }

  @Override
  public OfRelease current() {
    try (Lease lease = store.lease()) {
      return samples.of(lease);
    } catch (StoreUnavailableException e) {
      return OfRelease.NONE;
    }
  }

  private Map<String, String> values(Lease lease) {
    Map<String, String> values = new HashMap<>();
    values.put("release", Integer.toString(lease.release().number()));
    Overview overview = overviews.of(lease);
    Reading reading = new Reading(lease.store());
    List<Node> things = things(overview, reading);
    things.stream().findFirst().ifPresent(thing -> addresses(thing, overview, reading, values));
    examples.paths(lease).stream()
        .min(Comparator.comparingInt(String::length))
        .ifPresent(path -> values.put("example", path.substring(path.lastIndexOf('/') + 1)));
    facets.kinds(lease).stream()
        .min(Comparator.comparingInt(String::length).thenComparing(slug -> slug))
        .ifPresent(slug -> values.put("kind", slug));
    if (Files.exists(lease.release().folder().resolve("context").resolve("v1.jsonld"))) {
      values.put("context", "v1.jsonld");
    }
    for (Node type : overview.classes().keySet()) {
      switch (type.getURI()) {
        case "http://www.w3.org/2002/07/owl#Ontology" -> values.put("ontology", "ontology");
        case "http://www.w3.org/ns/shacl#NodeShape" -> values.put("shapes", "shapes");
        default -> {}
      }
    }
    return values;
  }

  /** One thing of each of the largest classes, our own with short addresses first. */
  private static List<Node> things(Overview overview, Reading reading) {
    return overview.classes().keySet().stream()
        .filter(type -> Terms.LANGUAGES.stream().noneMatch(type.getURI()::startsWith))
        .limit(CLASSES)
        .flatMap(type -> reading.incoming(type, List.of(new Slice(Terms.TYPE, 0, 1))).stream())
        .map(Triple::getSubject)
        .filter(thing -> EntityIri.of(thing).isPresent())
        .sorted(
            Comparator.comparing((Node thing) -> !covered(overview, thing))
                .thenComparing(thing -> thing.getURI().length())
                .thenComparing(Node::getURI))
        .toList();
  }

  private static void addresses(
      Node thing, Overview overview, Reading reading, Map<String, String> values) {
    EntityIri iri = new EntityIri(thing.getURI());
    values.put("wholeIri", iri.text());
    values.put("iri", URLEncoder.encode(iri.text(), StandardCharsets.UTF_8));
    String path = Addresses.of(List.of(thing), overview, reading, PublicUrl.NONE).path(iri);
    after(IriSpace.DOCUMENTS + "/", path).ifPresent(rest -> values.put("document", rest));
    if (covered(overview, thing) && iri.fragment().isEmpty()) {
      after("/id/", overview.space().path(iri)).ifPresent(rest -> values.put("thing", rest));
    }
    values.put("word", URLEncoder.encode(iri.localName(), StandardCharsets.UTF_8));
  }

  private static Optional<String> after(String start, String path) {
    return path.startsWith(start) && !path.contains("#")
        ? Optional.of(path.substring(start.length()))
        : Optional.empty();
  }

  private static boolean covered(Overview overview, Node thing) {
    return EntityIri.of(thing).map(overview.space()::covers).orElse(false);
  }
}
