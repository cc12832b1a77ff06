package icc.lod.search;

import icc.lod.publish.Candidate;
import icc.lod.publish.Projection;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;

/** Makes the index that browsing and the map read: kinds, their things and their facets. */
public final class FacetProjection implements Projection {
  static final String FOLDER = "facets";
  static final String KINDS = "kinds";

  private final List<String> languages;

  /** An index with the orders of these languages, the first of which numbers the things. */
  public FacetProjection(List<String> languages) {
    this.languages = List.copyOf(languages);
  }

  @Override
  public String name() {
    return "facets/1-" + String.join("-", languages);
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    Path folder = Files.createDirectories(candidate.folder().resolve(FOLDER));
    Graph graph = candidate.graph();
    KindList list =
        KindList.read(graph, candidate.base(), candidate.dataset().prefixes().getMapping());
    KindIndexing indexing =
        new KindIndexing(graph, new FacetShapes(graph), languages, list.ranks());
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : list.kinds()) {
      kinds.add(indexing.write(kind, folder));
    }
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(folder.resolve(KINDS)))) {
      KindStream.writeText(out, String.join(" ", languages));
      list.counted(kinds).write(out);
    }
  }
}
