package icc.lod.catalogue;

import icc.lod.store.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * What a release has to be harvested, as the publish left it in its folder.
 *
 * @param release whose it is
 * @param names the IRIs given to what has none
 * @param metadata what the release says of itself
 * @param datasets the data sets with their dates
 * @param dumps the files
 * @param statistics the counts, as VoID
 * @param notes what is missing, as keys of messages
 */
record Holdings(
    Release release,
    Names names,
    Metadata metadata,
    List<Dates> datasets,
    List<Dump> dumps,
    Graph statistics,
    List<String> notes) {

  static Holdings read(Release release) {
    Path folder = ReleaseFiles.folder(release.folder());
    try {
      Names names = new Names(release.base());
      List<Dates> datasets = Dates.read(folder);
      Metadata metadata =
          Metadata.read(
              graph(folder.resolve(ReleaseFiles.METADATA)),
              node(datasets, Dates.CATALOGUE).orElse(names.catalogue()),
              node(datasets, Dates.DATASET).orElse(names.inCatalogue("dataset")),
              datasets.stream()
                  .filter(dates -> dates.role().equals(Dates.PART))
                  .map(dates -> Rdf.iri(dates.iri()))
                  .toList());
      Path notes = folder.resolve(ReleaseFiles.NOTES);
      return new Holdings(
          release,
          names,
          metadata,
          datasets,
          DumpFolder.list(ReleaseFiles.dumps(folder)),
          graph(folder.resolve(ReleaseFiles.STATISTICS)),
          Files.exists(notes) ? Files.readAllLines(notes) : List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("Release " + release.number() + " cannot be read", e);
    }
  }

  private static Optional<Node> node(List<Dates> datasets, String role) {
    return datasets.stream()
        .filter(dates -> dates.role().equals(role))
        .map(dates -> Rdf.iri(dates.iri()))
        .findFirst();
  }

  private static Graph graph(Path file) {
    Graph graph = GraphFactory.createDefaultGraph();
    if (Files.exists(file)) {
      RDFParser.source(file).lang(Lang.NTRIPLES).parse(graph);
    }
    return graph;
  }

  /** The dates of a data set, the release's own where none are known. */
  Dates dates(Node dataset) {
    return datasets.stream()
        .filter(dates -> dates.iri().equals(dataset.getURI()))
        .findFirst()
        .orElseGet(
            () -> {
              String made = release.created().toString();
              return new Dates(Dates.DATASET, dataset.getURI(), 0, "", made, made);
            });
  }

  /** A count of the whole. */
  long count(String property) {
    return statistics
        .find(metadata.dataset(), Rdf.iri(Rdf.VOID + property), Node.ANY)
        .nextOptional()
        .map(triple -> Long.valueOf(triple.getObject().getLiteralLexicalForm()))
        .orElse(0L);
  }

  /** The languages of the texts in the data. */
  List<String> languages() {
    return statistics
        .find(Node.ANY, Rdf.iri(Rdf.VOID_EXT + "language"), Node.ANY)
        .mapWith(Triple::getObject)
        .mapWith(Node::getLiteralLexicalForm)
        .toList();
  }

  /** The host of the base: what can be said in words of data that says nothing of itself. */
  String host() {
    return release.base().replaceAll("^[a-z]+://|[/#?].*$", "");
  }
}
