package icc.lod.sparql;

import static icc.lod.sparql.ResultFormat.CSV;
import static icc.lod.sparql.ResultFormat.JSON;
import static icc.lod.sparql.ResultFormat.JSON_LD;
import static icc.lod.sparql.ResultFormat.N_QUADS;
import static icc.lod.sparql.ResultFormat.N_TRIPLES;
import static icc.lod.sparql.ResultFormat.PAGE;
import static icc.lod.sparql.ResultFormat.RDF_XML;
import static icc.lod.sparql.ResultFormat.TRIG;
import static icc.lod.sparql.ResultFormat.TSV;
import static icc.lod.sparql.ResultFormat.TURTLE;
import static icc.lod.sparql.ResultFormat.XML;

import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * What a query answers with, and the formats it can be written in, the server's favourite first.
 */
enum QueryForm {
  /** A table of solutions. */
  SELECT(JSON, XML, CSV, TSV, PAGE),
  /** A truth value; in CSV and TSV, whose standard has none, a table of one cell as Jena's. */
  ASK(JSON, XML, CSV, TSV, PAGE),
  /** A graph: CONSTRUCT, DESCRIBE and the description of the service. */
  GRAPH(TURTLE, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS, PAGE),
  /** Named graphs: CONSTRUCT with GRAPH in its template, which formats for one graph would lose. */
  DATASET(TRIG, JSON_LD, N_QUADS, PAGE);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ResultFormat> formats;

  QueryForm(ResultFormat... formats) {
    this.formats = List.of(formats);
  }

  /**
   * The form of a query.
   *
   * @throws Problem 400 for a form that no standard knows
   */
  static QueryForm of(Query query) {
    if (query.isSelectType()) {
      return SELECT;
    }
    if (query.isAskType()) {
      return ASK;
    }
    if (query.isDescribeType() || query.isConstructType()) {
      return query.isConstructType() && query.isConstructQuad() ? DATASET : GRAPH;
    }
    throw Problem.badRequest("A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE.");
  }

  List<ResultFormat> formats() {
    return formats;
  }

  /**
   * Chooses the format: by parameter, else by the Accept fields.
   *
   * @param asked a name or media type, or several for the same, one a line; empty when none is
   *     asked for
   * @throws Problem 400 for a name that is none, 406 when nothing is acceptable
   */
  Representation choose(String asked, List<String> accept) {
    if (asked.isEmpty()) {
      return Negotiation.best(accept, offers())
          .orElseThrow(
              () -> Problem.notAcceptable(formats.stream().map(ResultFormat::mediaType).toList()));
    }
    List<Representation> meant =
        asked.lines().map(value -> value(value).orElseThrow(() -> unknown(value))).toList();
    if (meant.stream().map(Representation::format).distinct().count() > 1) {
      throw Problem.badRequest(
          "The format has several values that contradict each other: "
              + String.join(", ", asked.lines().toList()));
    }
    return meant.get(0);
  }

  /** What one value means: the first of its alternatives that is known here, as in Accept. */
  private Optional<Representation> value(String value) {
    return Arrays.stream(value.split(",", -1))
        // In an address that was not coded with care, a plus sign has become a space.
        .map(part -> part.strip().toLowerCase(Locale.ROOT).replace(' ', '+').split(";", 2)[0])
        .flatMap(name -> named(name).stream())
        .findFirst();
  }

  private Optional<Representation> named(String name) {
    for (ResultFormat format : formats) {
      if (format.names().contains(name)) {
        return Optional.of(new Representation(format, format.contentType(), false));
      }
    }
    return offers().stream()
        .filter(offer -> offer.mediaType().equals(name))
        .map(offer -> new Representation(offer.value().format(), offer.value().type(), false))
        .findFirst();
  }

  private List<Offer<Representation>> offers() {
    List<Offer<Representation>> offers = new ArrayList<>();
    for (ResultFormat format : formats) {
      offers.add(offer(format.mediaType(), format, format.contentType()));
      for (String alias : format.aliases()) {
        offers.add(offer(alias, format, format.contentType(alias)));
      }
    }
    return offers;
  }

  private static Offer<Representation> offer(String range, ResultFormat format, String type) {
    return new Offer<>(range, new Representation(format, type, true));
  }

  private Problem unknown(String asked) {
    List<String> names = formats.stream().map(format -> format.names().get(0)).toList();
    return Problem.badRequest(
            "There is no format '" + asked + "' for this query: use " + String.join(", ", names))
        .with("available", names);
  }
}
