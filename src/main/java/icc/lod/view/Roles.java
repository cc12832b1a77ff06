package icc.lod.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Which terms of a release play a part that pages know how to draw: values, dates, what is
 * measured, what happens. A vocabulary's own terms are known by what it says of them: that they are
 * below, or match, a term that everybody knows.
 */
public final class Roles {
  /** A part that a property plays. */
  public enum Role {
    /** A number that was observed. */
    VALUE,
    /** What kind of thing was observed. */
    MEASURED,
    /** Of whom it was observed. */
    ABOUT,
    /** What the number counts. */
    UNIT,
    /** The time for which it holds. */
    WHEN,
    START,
    END,
    /** The same thing in data of others. */
    SAME
  }

  private static final String SCHEMA = "https://schema.org/";
  private static final String SCHEMA_HTTP = "http://schema.org/";
  private static final String SOSA = "http://www.w3.org/ns/sosa/";
  private static final String SDMX = "http://purl.org/linked-data/sdmx/2009/";
  private static final String QUDT = "http://qudt.org/schema/qudt/";
  private static final String DCT = "http://purl.org/dc/terms/";
  private static final String DCAT = "http://www.w3.org/ns/dcat#";
  private static final String PROV = "http://www.w3.org/ns/prov#";
  private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
  private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  private static final String OWL = "http://www.w3.org/2002/07/owl#";

  private static final Map<Role, List<String>> KNOWN =
      Map.of(
          Role.VALUE,
          List.of(
              SCHEMA + "value",
              SCHEMA_HTTP + "value",
              SDMX + "measure#obsValue",
              SOSA + "hasSimpleResult",
              QUDT + "numericValue"),
          Role.MEASURED,
          List.of(
              SCHEMA + "measuredProperty",
              SCHEMA_HTTP + "measuredProperty",
              SCHEMA + "variableMeasured",
              SOSA + "observedProperty"),
          Role.ABOUT,
          List.of(
              SCHEMA + "observationAbout",
              SCHEMA_HTTP + "observationAbout",
              SDMX + "dimension#refArea",
              SOSA + "hasFeatureOfInterest"),
          Role.UNIT,
          List.of(
              SCHEMA + "unitText",
              SCHEMA + "unitCode",
              SCHEMA_HTTP + "unitText",
              SDMX + "attribute#unitMeasure",
              QUDT + "unit",
              QUDT + "hasUnit"),
          Role.WHEN,
          List.of(
              SCHEMA + "observationDate",
              SCHEMA_HTTP + "observationDate",
              SDMX + "dimension#refPeriod",
              SOSA + "resultTime",
              DCT + "date"),
          Role.START,
          List.of(
              SCHEMA + "startDate",
              SCHEMA_HTTP + "startDate",
              DCAT + "startDate",
              PROV + "startedAtTime"),
          Role.END,
          List.of(
              SCHEMA + "endDate", SCHEMA_HTTP + "endDate", DCAT + "endDate", PROV + "endedAtTime"),
          Role.SAME,
          List.of(
              OWL + "sameAs",
              SKOS + "exactMatch",
              SKOS + "closeMatch",
              SCHEMA + "sameAs",
              SCHEMA_HTTP + "sameAs"));

  private static final List<String> OCCURRENCES =
      List.of(
          SCHEMA + "Event",
          SCHEMA_HTTP + "Event",
          PROV + "Activity",
          "http://purl.org/NET/c4dm/event.owl#Event");

  private static final List<Node> ALIGNMENTS =
      nodes(
          List.of(
              RDFS + "subPropertyOf",
              OWL + "equivalentProperty",
              SKOS + "exactMatch",
              SKOS + "closeMatch",
              RDFS + "seeAlso"));

  private static final List<Node> SUB_PROPERTY = nodes(List.of(RDFS + "subPropertyOf"));
  private static final List<Node> SUB_CLASS = nodes(List.of(RDFS + "subClassOf"));

  /** Deeper hierarchies than this are cycles. */
  private static final int DEEPEST = 6;

  private final Map<Role, Set<Node>> properties;
  private final Set<Node> occurrences;

  private Roles(Map<Role, Set<Node>> properties, Set<Node> occurrences) {
    this.properties = properties;
    this.occurrences = occurrences;
  }

  /** Reads what the vocabularies in a release say of their terms: a few queries, once a release. */
  public static Roles read(Reading reading) {
    Map<Role, Set<Node>> properties = new EnumMap<>(Role.class);
    KNOWN.forEach((role, iris) -> properties.put(role, new HashSet<>(nodes(iris))));
    Set<Node> known = new HashSet<>();
    properties.values().forEach(known::addAll);
    spread(reading.having(ALIGNMENTS, known), properties);
    Set<Node> below = new HashSet<>();
    properties.values().forEach(below::addAll);
    for (int depth = 0; depth < DEEPEST && !below.isEmpty(); depth++) {
      below = spread(reading.having(SUB_PROPERTY, below), properties);
    }
    Set<Node> occurrences = new HashSet<>(nodes(OCCURRENCES));
    Set<Node> classes = Set.copyOf(occurrences);
    for (int depth = 0; depth < DEEPEST && !classes.isEmpty(); depth++) {
      Set<Node> found = new HashSet<>();
      reading.having(SUB_CLASS, classes).forEach(t -> found.add(t.getSubject()));
      found.removeAll(occurrences);
      occurrences.addAll(found);
      classes = found;
    }
    return new Roles(properties, occurrences);
  }

  /** Gives the subjects the parts of the objects; tells which subjects are new to one. */
  private static Set<Node> spread(List<Triple> alignments, Map<Role, Set<Node>> properties) {
    Set<Node> fresh = new HashSet<>();
    for (Set<Node> members : properties.values()) {
      List<Node> more = new ArrayList<>();
      for (Triple alignment : alignments) {
        if (members.contains(alignment.getObject()) && alignment.getSubject().isURI()) {
          more.add(alignment.getSubject());
        }
      }
      more.stream().filter(members::add).forEach(fresh::add);
    }
    return fresh;
  }

  /** The properties that play a part. */
  public Set<Node> of(Role role) {
    return properties.getOrDefault(role, Set.of());
  }

  public boolean is(Node property, Role role) {
    return of(role).contains(property);
  }

  /** The first object that something has by a property of this part. */
  public Optional<Node> value(Collection<Triple> statements, Role role) {
    return statements.stream()
        .filter(t -> is(t.getPredicate(), role))
        .map(Triple::getObject)
        .findFirst();
  }

  /** Whether something of these statements happens: an event, or an activity. */
  public boolean occurs(Collection<Triple> statements) {
    return statements.stream()
        .anyMatch(t -> t.getPredicate().equals(Terms.TYPE) && occurrences.contains(t.getObject()));
  }

  private static List<Node> nodes(List<String> iris) {
    return iris.stream().map(NodeFactory::createURI).toList();
  }
}
