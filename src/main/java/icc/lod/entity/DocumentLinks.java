package icc.lod.entity;

import icc.lod.rdf.EntityIri;
import icc.lod.view.Representation;
import icc.lod.web.PublicUrl;
import java.util.ArrayList;
import java.util.List;

/**
 * What a document links to by header and in the head of its page (RFC 8288).
 *
 * @param way the request it answers
 * @param canonical the address of the document itself
 * @param licence address of the licence, or empty
 */
record DocumentLinks(DocumentRequest way, String canonical, String licence, PublicUrl publicUrl) {

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
    }
    EntityIri.parse(licence).ifPresent(iri -> links.add("<" + iri.ascii() + ">; rel=\"license\""));
    return String.join(", ", links);
  }

  private static String link(Form form, String relation) {
    return "<" + form.href() + ">; rel=\"" + relation + "\"; type=\"" + form.mediaType() + "\"";
  }
}
