package icc.lod.view;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Where a thing is: GeoSPARQL points, its own or its geometry's, or W3C latitude and longitude. */
public final class Positions {
  private static final String NUMBER = "([-+]?\\d{1,3}(?:\\.\\d+)?)";

  /** GeoSPARQL 1.1, section 8.5.1: an optional reference system, then the point. */
  private static final Pattern POINT =
      Pattern.compile(
          "(?:<([^>]*)>\\s*)?POINT\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\s*\\)",
          Pattern.CASE_INSENSITIVE);

  private Positions() {}

  /** The position, at most one, out of what is known of a thing and of its geometries. */
  public static List<Position> of(Node node, List<Triple> statements, List<Triple> linked) {
    List<Node> holders =
        statements.stream()
            .filter(t -> t.getSubject().equals(node) && t.getPredicate().equals(Terms.HAS_GEOMETRY))
            .map(Triple::getObject)
            .toList();
    Optional<Position> point =
        java.util.stream.Stream.concat(statements.stream(), linked.stream())
            .filter(t -> t.getPredicate().equals(Terms.AS_WKT) && t.getObject().isLiteral())
            .filter(t -> t.getSubject().equals(node) || holders.contains(t.getSubject()))
            .flatMap(t -> point(t.getObject().getLiteralLexicalForm()).stream())
            .findFirst();
    return point.or(() -> latLong(node, statements)).map(List::of).orElse(List.of());
  }

  private static Optional<Position> point(String wkt) {
    Matcher matcher = POINT.matcher(wkt.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    // EPSG:4326 puts latitude first; CRS84, the default, longitude.
    boolean latitudeFirst = matcher.group(1) != null && matcher.group(1).endsWith("/4326");
    return latitudeFirst
        ? position(matcher.group(2), matcher.group(3))
        : position(matcher.group(3), matcher.group(2));
  }

  private static Optional<Position> latLong(Node node, List<Triple> statements) {
    Optional<String> latitude = value(node, Terms.LATITUDE, statements);
    Optional<String> longitude = value(node, Terms.LONGITUDE, statements);
    return latitude.flatMap(lat -> longitude.flatMap(lon -> position(lat, lon)));
  }

  private static Optional<String> value(Node node, Node property, List<Triple> statements) {
    return statements.stream()
        .filter(t -> t.getSubject().equals(node) && t.getPredicate().equals(property))
        .map(Triple::getObject)
        .filter(Node::isLiteral)
        .map(Node::getLiteralLexicalForm)
        .findFirst();
  }

  private static Optional<Position> position(String latitude, String longitude) {
    if (!latitude.matches(NUMBER) || !longitude.matches(NUMBER)) {
      return Optional.empty();
    }
    boolean onEarth =
        new BigDecimal(latitude).abs().compareTo(BigDecimal.valueOf(90)) <= 0
            && new BigDecimal(longitude).abs().compareTo(BigDecimal.valueOf(180)) <= 0;
    String href =
        String.format(
            Locale.ROOT,
            "https://www.openstreetmap.org/?mlat=%s&mlon=%s#map=12/%s/%s",
            latitude,
            longitude,
            latitude,
            longitude);
    return onEarth ? Optional.of(new Position(latitude, longitude, href)) : Optional.empty();
  }
}
