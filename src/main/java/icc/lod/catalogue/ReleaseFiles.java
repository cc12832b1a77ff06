package icc.lod.catalogue;

import java.nio.file.Path;

/** Where in the folder of a release the files of this feature lie. */
final class ReleaseFiles {
  static final String METADATA = "metadata.nt";
  static final String STATISTICS = "void.nt";
  static final String NOTES = "notes.txt";

  private ReleaseFiles() {}

  /** The feature's own folder. */
  static Path folder(Path release) {
    return release.resolve("catalogue");
  }

  static Path dumps(Path folder) {
    return folder.resolve("dumps");
  }
}
