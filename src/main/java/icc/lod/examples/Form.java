package icc.lod.examples;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which examples are served; the order is the server's preference. */
@SuppressWarnings("ImmutableEnumChecker") // RdfFormat never changes
enum Form {
  PAGE("HTML", "text/html", "html", Optional.empty()),
  TURTLE("Turtle", RdfFormat.TURTLE),
  JSON_LD("JSON-LD", RdfFormat.JSON_LD),
  N_TRIPLES("N-Triples", RdfFormat.N_TRIPLES),
  /** The query alone (SPARQL 1.1 Query Language, section 21). */
  QUERY("SPARQL", "application/sparql-query", "rq", Optional.empty());

  /** What all examples together exist as. */
  static final List<Form> OF_LIST = List.of(PAGE, TURTLE, JSON_LD, N_TRIPLES);

  /** What one example exists as. */
  static final List<Form> OF_ONE = List.of(values());

  private final String title;
  private final String mediaType;
  private final String suffix;
  private final Optional<RdfFormat> syntax;

  Form(String title, RdfFormat syntax) {
    this(title, syntax.mediaType(), syntax.suffix(), Optional.of(syntax));
  }

  Form(String title, String mediaType, String suffix, Optional<RdfFormat> syntax) {
    this.title = title;
    this.mediaType = mediaType;
    this.suffix = suffix;
    this.syntax = syntax;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  String mediaType() {
    return mediaType;
  }

  String suffix() {
    return suffix;
  }

  Optional<RdfFormat> syntax() {
    return syntax;
  }

  String contentType() {
    return this == TURTLE || this == QUERY ? mediaType + "; charset=utf-8" : mediaType;
  }

  static Optional<Form> bySuffix(String suffix, List<Form> forms) {
    return forms.stream().filter(form -> form.suffix.equals(suffix)).findFirst();
  }

  /**
   * The form that {@code ?format=} names.
   *
   * @throws Problem 400 when it names none
   */
  static Optional<Form> byParameter(Request request, List<Form> forms) {
    List<String> known = forms.stream().map(Form::suffix).toList();
    return request
        .parameter("format")
        .map(
            name ->
                named(name.strip().toLowerCase(Locale.ROOT), forms)
                    .orElseThrow(
                        () ->
                            Problem.badRequest(
                                    "There is no format '" + name + "': use one of " + known)
                                .with("available", known)));
  }

  /**
   * The form that the client likes best.
   *
   * @throws Problem 406 when it likes none
   */
  static Form accepted(Request request, List<Form> forms) {
    List<Offer<Form>> offers = new ArrayList<>();
    for (Form form : forms) {
      offers.add(new Offer<>(form.mediaType, form));
      form.syntax.ifPresent(
          syntax -> syntax.aliases().forEach(alias -> offers.add(new Offer<>(alias, form))));
    }
    offers.add(new Offer<>("application/xhtml+xml", PAGE));
    return Negotiation.best(request.accept(), offers)
        .orElseThrow(() -> Problem.notAcceptable(forms.stream().map(Form::mediaType).toList()));
  }

  private static Optional<Form> named(String name, List<Form> forms) {
    return forms.stream()
        .filter(form -> form.suffix.equals(name) || form.mediaType.equals(name))
        .findFirst();
  }
}
