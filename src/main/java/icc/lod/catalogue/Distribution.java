package icc.lod.catalogue;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** A file of the dumps as a distribution (DCAT-AP 3.0.1, Distribution and Checksum). */
final class Distribution {
  private static final String IANA = "http://www.iana.org/assignments/media-types/";

  private Distribution() {}

  /** Describes a file as one of a data set's. */
  static void of(
      Holdings holdings,
      Site site,
      Node dataset,
      Dump dump,
      Node licence,
      Description description) {
    Node file = holdings.names().inCatalogue(dump.name());
    Rdf rdf = description.rdf();
    Dates dates = holdings.dates(dataset);
    rdf.add(dataset, Rdf.DCAT + "distribution", file)
        .type(file, Rdf.DCAT + "Distribution")
        .add(file, Rdf.DCAT + "accessURL", Rdf.iri(site.address(DumpRoutes.PATH)))
        .add(file, Rdf.DCAT + "downloadURL", Rdf.iri(site.address(DumpRoutes.PATH + dump.name())))
        .add(file, Rdf.DCT + "format", Concepts.authority("file-type", dump.content().fileType()))
        .add(
            file,
            Rdf.DCAT + "byteSize",
            Rdf.literal(Long.toString(dump.bytes()), XSDDatatype.XSDnonNegativeInteger))
        .add(file, Rdf.DCT + "issued", Rdf.dateTime(dates.issued()))
        .add(file, Rdf.DCT + "modified", Rdf.dateTime(dates.modified()))
        .add(
            file, Rdf.DCATAP + "availability", Concepts.authority("planned-availability", "STABLE"))
        .add(file, Rdf.DCT + "conformsTo", Rdf.iri(standard(dump)));
    mediaType(rdf, file, "mediaType", dump.content().mediaType());
    packed(rdf, file, dump);
    words(file, dump, description);
    description.once(file, Rdf.DCT + "license", licence);
    rights(holdings, dataset, file, description);
    checksum(holdings, file, dump, rdf);
  }

  private static String standard(Dump dump) {
    return dump.content() == Dump.Content.TABLES
        ? "https://www.w3.org/TR/tabular-metadata/"
        : "https://www.w3.org/TR/rdf11-concepts/";
  }

  private static void packed(Rdf rdf, Node file, Dump dump) {
    if (!dump.coding().isEmpty()) {
      mediaType(rdf, file, "compressFormat", dump.mediaType());
    } else if (dump.content() == Dump.Content.TABLES) {
      mediaType(rdf, file, "packageFormat", dump.mediaType());
    }
  }

  private static void mediaType(Rdf rdf, Node file, String property, String type) {
    Node node = Rdf.iri(IANA + type);
    rdf.add(file, Rdf.DCAT + property, node).type(node, Rdf.DCT + "MediaType");
  }

  private static void words(Node file, Dump dump, Description description) {
    String coding =
        switch (dump.coding()) {
          case Dump.GZIP -> " (gzip)";
          case Dump.ZSTD -> " (zstd)";
          default -> "";
        };
    for (Node title : Concepts.text(dump.content().name(), Rdf.DCT + "title", "")) {
      description
          .rdf()
          .text(
              file,
              Rdf.DCT + "title",
              title.getLiteralLexicalForm() + coding,
              title.getLiteralLanguage());
    }
    description.texts(file, "dump", "");
  }

  /** Rights that the data states in words, as a statement with an IRI. */
  private static void rights(Holdings holdings, Node dataset, Node file, Description description) {
    List<Node> stated =
        holdings.metadata().values(dataset, Rdf.DCT + "rights").isEmpty()
            ? holdings.metadata().values(holdings.metadata().dataset(), Rdf.DCT + "rights")
            : holdings.metadata().values(dataset, Rdf.DCT + "rights");
    if (stated.isEmpty()) {
      return;
    }
    List<Node> things = stated.stream().filter(Node::isURI).toList();
    Node node =
        things.isEmpty()
            ? holdings.names().inCatalogue("rights-" + Names.part(dataset.getURI()))
            : things.get(0);
    stated.stream()
        .filter(Node::isLiteral)
        .filter(text -> things.isEmpty())
        .forEach(text -> description.add(node, Rdf.RDFS + "label", text));
    description.once(file, Rdf.DCT + "rights", node);
  }

  private static void checksum(Holdings holdings, Node file, Dump dump, Rdf rdf) {
    Node checksum = holdings.names().inCatalogue("checksum-" + dump.name());
    rdf.add(file, Rdf.SPDX + "checksum", checksum)
        .type(checksum, Rdf.SPDX + "Checksum")
        .add(
            checksum,
            Rdf.SPDX + "algorithm",
            Rdf.iri("https://spdx.org/rdf/terms#checksumAlgorithm_sha256"))
        .add(
            checksum,
            Rdf.SPDX + "checksumValue",
            NodeFactory.createLiteralDT(dump.sha256(), XSDDatatype.XSDhexBinary));
  }
}
