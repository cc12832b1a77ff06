package icc.lod.past;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.view.Mementos;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.view.Representation;
import icc.lod.view.States;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** The addresses that have past states, and which releases have them. Thread-safe. */
final class Originals {
  /** Those that every release has. */
  private static final Pattern EVERYWHERE =
      Pattern.compile("/sparql|/catalog(\\.[a-z]+)?|/dumps/[^/]*");

  private static final Pattern DOCUMENT = Pattern.compile("/doc(/.*)?");

  /** An address of its own; on the way a slash may have been lost. */
  private static final Pattern WHOLE = Pattern.compile("/(https?:)/{1,2}(.+)");

  private static final int MOST_REMEMBERED = 10_000;

  /** The digest of what has none. */
  private static final String UNTOLD = "";

  private final CurrentStore store;
  private final Overviews overviews;
  private final States states;

  /** What only an open release could tell: it never changes. */
  private final Map<String, Optional<String>> remembered =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  Originals(CurrentStore store, Overviews overviews, States states) {
    this.store = store;
    this.overviews = overviews;
    this.states = states;
  }

  /**
   * A memento of an address.
   *
   * @param digest of what it is about, or empty where none is known
   */
  record Held(Release release, String digest) {}

  /** Whether an address is of a kind that has past states. */
  static boolean knows(String path) {
    return EVERYWHERE.matcher(path).matches() || DOCUMENT.matcher(path).matches();
  }

  /** Whether an address is that of a document, of which a release may have none. */
  static boolean isDocument(String path) {
    return DOCUMENT.matcher(path).matches();
  }

  /**
   * The request for the original whose past states a request asks for, after a prefix: by its path,
   * by its whole address here, or by the IRI of a thing.
   */
  static Request original(Request request, String prefix, PublicUrl publicUrl, String host) {
    String path = request.path().substring(prefix.length());
    Matcher whole = WHOLE.matcher(path);
    if (!whole.matches()) {
      return request.at(path.startsWith("/id/") ? IriSpace.DOCUMENTS + path.substring(3) : path);
    }
    String address = whole.group(1) + "//" + whole.group(2);
    for (String here : List.of(publicUrl.text(), "http://" + host, "https://" + host)) {
      if (!here.isEmpty() && address.startsWith(here + "/")) {
        return request.at(address.substring(here.length()));
      }
    }
    String iri = request.query().isEmpty() ? address : address + "?" + request.query();
    EntityIri thing =
        EntityIri.parse(iri).orElseThrow(() -> Problem.badRequest("Not an address or IRI: " + iri));
    String parameterised = IriSpace.parameterised(thing);
    String query = parameterised.substring(parameterised.indexOf('?') + 1);
    return new Request(
        IriSpace.DOCUMENTS,
        query,
        Map.of("iri", List.of(thing.text())),
        request.accept(),
        request.acceptDatetime());
  }

  /** The releases that have an address, oldest first. */
  List<Held> held(Request request) {
    List<Held> held = new ArrayList<>();
    for (Release release : store.past().kept()) {
      Optional<String> digest =
          isDocument(request.path()) ? digest(request, release) : Optional.of(UNTOLD);
      digest.ifPresent(known -> held.add(new Held(release, known)));
    }
    return held;
  }

  /**
   * The past states of an address.
   *
   * @throws Problem 404 when it has none
   */
  Mementos mementos(Request request) {
    if (!knows(request.path())) {
      throw Problem.notFound(
          "Past states exist of /doc/…, /doc?iri=…, /catalog, /sparql and /dumps/….");
    }
    Mementos mementos =
        new Mementos(request.address(), held(request).stream().map(Held::release).toList());
    if (mementos.releases().isEmpty()) {
      throw Problem.notFound("No release that is kept says anything about this address or IRI.");
    }
    return mementos;
  }

  private Optional<String> digest(Request request, Release release) {
    List<EntityIri> candidates = candidates(request, release);
    for (EntityIri candidate : candidates) {
      switch (states.of(release, candidate)) {
        case States.Said said -> {
          return Optional.of(said.digest());
        }
        case States.Nothing nothing -> {}
        case States.Unknown unknown -> {
          String key = release.tag() + " " + request.path() + " " + request.parameter("iri");
          Optional<Optional<String>> known = Optional.ofNullable(remembered.get(key));
          if (known.isEmpty()) {
            known = Optional.of(read(request, release, candidates));
            remembered.put(key, known.get());
          }
          return known.get();
        }
      }
    }
    return Optional.empty();
  }

  /** As the documents themselves understand their addresses. */
  private static List<EntityIri> candidates(Request request, Release release) {
    if (request.path().equals(IriSpace.DOCUMENTS)) {
      return request.parameter("iri").flatMap(EntityIri::parse).stream()
          .map(EntityIri::document)
          .toList();
    }
    IriSpace space = new IriSpace(release.base());
    String raw = request.path().substring(IriSpace.DOCUMENTS.length() + 1);
    List<EntityIri> candidates = new ArrayList<>(space.documentCandidates(raw));
    int dot = raw.lastIndexOf('.');
    if (dot >= 0 && Representation.bySuffix(raw.substring(dot + 1)).isPresent()) {
      candidates.addAll(space.documentCandidates(raw.substring(0, dot)));
    }
    return candidates;
  }

  private Optional<String> read(Request request, Release release, List<EntityIri> candidates) {
    Optional<Lease> leased = store.lease(release.number());
    if (leased.isEmpty()) {
      return Optional.empty();
    }
    try (Lease lease = leased.get()) {
      Reading reading = new Reading(lease.store());
      List<Node> nodes = candidates.stream().map(EntityIri::node).toList();
      Overview overview = overviews.of(lease);
      boolean has =
          !reading.described(nodes).isEmpty()
              || candidates.stream().anyMatch(iri -> !overview.terms(iri).isEmpty())
              || (request.path().equals(IriSpace.DOCUMENTS)
                  && nodes.stream().anyMatch(reading::mentions));
      return has ? Optional.of(UNTOLD) : Optional.empty();
    }
  }
}
