package icc.lod.search;

import icc.lod.publish.Candidate;
import icc.lod.publish.Projection;
import icc.lod.publish.ReadSet;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    return "facets/2-" + String.join("-", languages);
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    Path folder = Files.createDirectories(candidate.folder().resolve(FOLDER));
    Graph graph = candidate.graph();
    KindList list =
        KindList.read(graph, candidate.base(), candidate.dataset().prefixes().getMapping());
    Map<String, Integer> ranks = list.ranks();
    String made = name() + "\n" + new TreeMap<>(ranks);
    Optional<EarlierFacets> earlier = EarlierFacets.of(candidate, made);
    ReadSet common = new ReadSet();
    FacetShapes shapes = new FacetShapes(common.recording(graph));
    List<Kind> kinds = new ArrayList<>();
    for (Kind kind : list.kinds()) {
      Optional<Kind> known =
          earlier.isPresent() ? earlier.get().take(kind, folder) : Optional.empty();
      if (known.isEmpty()) {
        ReadSet reads = new ReadSet();
        known =
            Optional.of(
                new KindIndexing(reads.recording(graph), shapes, languages, ranks)
                    .write(kind, folder));
        EarlierFacets.note(folder, kind, reads);
      }
      kinds.add(known.get());
    }
    earlier.map(EarlierFacets::common).ifPresent(common::addAll);
    EarlierFacets.note(folder, made, common);
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(folder.resolve(KINDS)))) {
      KindStream.writeText(out, String.join(" ", languages));
      list.counted(kinds).write(out);
    }
  }
}
