package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.rdf.RdfFormat;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What the documents here, the metadata about them and their files say of each other. */
final class Signposts {
  private static final String ABOUT_PAGE = "https://schema.org/AboutPage";
  private static final int MOST_TYPES = 20;

  private Signposts() {}

  /** Of a thing and its document; of a data set also of its files. */
  static Linkset thing(EntityIri iri, String path, Reading reading, Holdings holdings, Site site) {
    Linkset links = new Linkset();
    String page = site.address(path);
    links.add(page, "cite-as", iri.text(), "").add(page, "type", ABOUT_PAGE, "");
    reading.about(List.of(iri.node()), List.of(Terms.TYPE)).stream()
        .map(Triple::getObject)
        .filter(Node::isURI)
        .map(Node::getURI)
        .sorted()
        .limit(MOST_TYPES)
        .forEach(type -> links.add(page, "type", type, ""));
    links.add(page, "license", site.licence(), "");
    boolean suffixed = !path.contains("?") && noRivals(path, holdings, reading);
    for (RdfFormat format : RdfFormat.values()) {
      describedBy(links, page, form(page, format, suffixed), format);
    }
    links.add(page, "collection", site.address(Names.CATALOGUE), "text/html");
    items(links, page, iri.node(), holdings, site);
    return links;
  }

  /** Addresses with suffixes are the document's unless a thing's IRI ends so. */
  private static boolean noRivals(String path, Holdings holdings, Reading reading) {
    IriSpace space = new IriSpace(holdings.release().base());
    String raw = path.substring(IriSpace.DOCUMENTS.length() + 1).replaceAll("#.*", "");
    List<Node> rivals =
        List.of(RdfFormat.values()).stream()
            .flatMap(f -> space.documentCandidates(raw + "." + f.suffix()).stream())
            .map(EntityIri::node)
            .toList();
    return reading.described(rivals).isEmpty();
  }

  private static String form(String page, RdfFormat format, boolean suffixed) {
    String plain = page.replaceAll("#.*", "");
    return suffixed
        ? plain + "." + format.suffix()
        : plain + (plain.contains("?") ? "&" : "?") + "format=" + format.suffix();
  }

  static Linkset catalogue(Holdings holdings, Site site) {
    Linkset links = new Linkset();
    String page = site.address(Names.CATALOGUE);
    links
        .add(page, "cite-as", holdings.metadata().catalogue().getURI(), "")
        .add(page, "type", ABOUT_PAGE, "")
        .add(page, "type", "https://schema.org/DataCatalog", "")
        .add(page, "license", site.licence(), "");
    for (RdfFormat format : RdfFormat.values()) {
      describedBy(links, page, page + "." + format.suffix(), format);
    }
    DcatCatalogue.datasets(holdings)
        .forEach(dataset -> items(links, page, dataset, holdings, site));
    return links;
  }

  static Linkset voidDocument(Holdings holdings, Site site) {
    Linkset links = new Linkset();
    String page = site.address(Names.VOID);
    links
        .add(page, "cite-as", holdings.names().voidDocument().getURI(), "")
        .add(page, "type", ABOUT_PAGE, "")
        .add(page, "license", site.licence(), "");
    for (RdfFormat format : RdfFormat.values()) {
      describedBy(links, page, page + "." + format.suffix(), format);
    }
    return links.add(page, "collection", site.address(Names.CATALOGUE), "text/html");
  }

  private static void describedBy(Linkset links, String page, String form, RdfFormat format) {
    links.add(page, "describedby", form, format.mediaType());
    links.add(form, "describes", page, "text/html");
  }

  private static void items(
      Linkset links, String page, Node dataset, Holdings holdings, Site site) {
    boolean whole = dataset.equals(holdings.metadata().dataset());
    for (Dump dump : holdings.dumps()) {
      boolean part = dump.content() == Dump.Content.GRAPH && dump.about().equals(dataset.getURI());
      if (part || (whole && dump.whole())) {
        String file = site.address(DumpRoutes.PATH + dump.name());
        links
            .add(page, "item", file, dump.mediaType())
            .add(file, "collection", page, "text/html")
            .add(file, "license", site.licence(), "");
      }
    }
  }
}
