package icc.lod.search;

import icc.lod.publish.Candidate;
import icc.lod.publish.Earlier;
import icc.lod.publish.ReadSet;
import icc.lod.store.HardLinks;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The kinds of the release before whose files are still true, since nothing changed that was asked
 * for them. What was asked lies beside the files of a kind, and what was asked for all of them
 * beside the list of kinds, under the same name without a number.
 */
final class EarlierFacets {
  private static final String READS = ".reads";
  private static final String MADE = "made";
  private static final List<String> FILES =
      List.of(KindWriter.TEXTS, KindWriter.NUMBERS, KindWriter.FACETS, READS);

  private final Earlier earlier;
  private final Map<String, Kind> kinds = new TreeMap<>();
  private final ReadSet common;

  private EarlierFacets(Earlier earlier, List<Kind> kinds, ReadSet common) {
    this.earlier = earlier;
    this.common = common;
    kinds.forEach(kind -> this.kinds.put(kind.iri(), kind));
  }

  /**
   * Those that a candidate may take over.
   *
   * @param made what else the files depend on: the version of the program's part, settings, the
   *     order of kinds
   */
  static Optional<EarlierFacets> of(Candidate candidate, String made) throws IOException {
    Optional<Earlier> earlier = candidate.earlier();
    if (earlier.isEmpty()) {
      return Optional.empty();
    }
    Path folder = folder(earlier.get());
    if (!Files.isRegularFile(folder.resolve(MADE))
        || !Files.readString(folder.resolve(MADE)).equals(made)) {
      return Optional.empty();
    }
    ReadSet common = reads(folder.resolve(READS));
    return common.saw(earlier.get().changed())
        ? Optional.empty()
        : Optional.of(
            new EarlierFacets(
                earlier.get(), FacetIndex.open(earlier.get().folder()).kinds(), common));
  }

  /** Notes for the release to come what all its kinds depend on. */
  static void note(Path folder, String made, ReadSet common) throws IOException {
    Files.writeString(folder.resolve(MADE), made);
    write(common, folder.resolve(READS));
  }

  /** Notes what the files of a kind depend on. */
  static void note(Path folder, Kind kind, ReadSet reads) throws IOException {
    write(reads, folder.resolve(kind.number() + READS));
  }

  /** What was asked for all kinds. */
  ReadSet common() {
    return common;
  }

  /** Takes the files of a kind over, if they are still true, and tells what is counted there. */
  Optional<Kind> take(Kind kind, Path target) throws IOException {
    Kind old = kinds.get(kind.iri());
    if (old == null) {
      return Optional.empty();
    }
    Path folder = folder(earlier);
    if (reads(folder.resolve(old.number() + READS)).saw(earlier.changed())) {
      return Optional.empty();
    }
    for (String file : FILES) {
      HardLinks.link(folder.resolve(old.number() + file), target.resolve(kind.number() + file));
    }
    return Optional.of(kind.counted(old.size(), old.places()));
  }

  private static Path folder(Earlier earlier) {
    return earlier.folder().resolve(FacetProjection.FOLDER);
  }

  private static ReadSet reads(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return ReadSet.read(in);
    }
  }

  private static void write(ReadSet reads, Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      reads.write(out);
    }
  }
}
