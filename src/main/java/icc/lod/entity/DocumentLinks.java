package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Representation;
import icc.lod.web.PublicUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a document links to by header and in the head of its page (RFC 8288).
 *
 * <p>For pages these are the signposts of FAIR Signposting, level 2; the link set itself says the
 * same of all forms at once.
 *
 * @param way the request it answers
 * @param iri what the document is about
 * @param types the classes of that
 * @param canonical the address of the document itself
 * @param licence address of the licence, or empty
 * @param answers whether a feature of this server answers at a path
 */
record DocumentLinks(
    DocumentRequest way,
    EntityIri iri,
    List<String> types,
    String canonical,
    String licence,
    PublicUrl publicUrl,
    Predicate<String> answers) {
  private static final String ABOUT_PAGE = "https://schema.org/AboutPage";
  private static final int MOST_TYPES = 10;

  /** In characters; each link repeats the address asked for, and headers have an end. */
  private static final int LONGEST = 16_000;

  /** One form of the document. */
  public record Form(String name, String mediaType, String href) {}

  /** All forms, each at an address of its own. */
  List<Form> forms() {
    return Representation.all().stream()
        .map(form -> new Form(form.name(), form.mediaType(), publicUrl.absolute(way.address(form))))
        .toList();
  }

  /** The Link field: ASCII throughout. */
  String header() {
    List<String> links = new ArrayList<>();
    links.add("<" + canonical + ">; rel=\"canonical\"");
    for (Form form : forms()) {
      links.add(link(form, "alternate"));
    }
    if (way.form() instanceof Representation.Html) {
      forms().stream()
          .filter(form -> !form.mediaType().equals("text/html"))
          .forEach(form -> links.add(link(form, "describedby")));
      signposts(links);
    } else {
      links.add("<" + canonical + ">; rel=\"describes\"; type=\"text/html\"");
    }
    linksets(links);
    EntityIri.parse(licence).ifPresent(iri -> links.add("<" + iri.ascii() + ">; rel=\"license\""));
    String all = String.join(", ", links);
    return all.length() <= LONGEST ? all : links.get(0);
  }

  private void linksets(List<String> links) {
    if (!answers.test("/linkset")) {
      return;
    }
    String parameterised = IriSpace.parameterised(iri);
    String linkset =
        publicUrl.absolute("/linkset" + parameterised.substring(parameterised.indexOf('?')));
    links.add("<" + linkset + ">; rel=\"linkset\"; type=\"application/linkset\"");
    links.add("<" + linkset + "&format=json>; rel=\"linkset\"; type=\"application/linkset+json\"");
  }

  private void signposts(List<String> links) {
    links.add("<" + iri.ascii() + ">; rel=\"cite-as\"");
    links.add("<" + ABOUT_PAGE + ">; rel=\"type\"");
    types.stream()
        .flatMap(type -> EntityIri.parse(type).stream())
        .limit(MOST_TYPES)
        .forEach(type -> links.add("<" + type.ascii() + ">; rel=\"type\""));
    if (answers.test("/catalog")) {
      String catalogue = publicUrl.absolute("/catalog");
      links.add("<" + catalogue + ">; rel=\"collection\"; type=\"text/html\"");
    }
  }

  private static String link(Form form, String relation) {
    return "<" + form.href() + ">; rel=\"" + relation + "\"; type=\"" + form.mediaType() + "\"";
  }
}
