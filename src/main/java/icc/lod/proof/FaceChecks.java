package icc.lod.proof;

import icc.lod.catalogue.Harvested;
import icc.lod.catalogue.Harvested.DumpFile;
import icc.lod.catalogue.Harvested.Rows;
import icc.lod.changes.Replay;
import icc.lod.rdf.Digests;
import icc.lod.statements.Line;
import icc.lod.statements.LineReader;
import icc.lod.store.Release;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;

/** What is claimed of the faces of a release: that all say the same. */
final class FaceChecks {
  private static final int BUFFER = 1 << 16;

  private FaceChecks() {}

  /** The store, the dump, VoID, the tables count the same. */
  static Result counts(Evidence evidence) throws IOException {
    Survey survey = evidence.survey();
    Harvested harvested = evidence.harvested();
    Tally tally =
        new Tally("counts")
            .same("store", survey.statements(), "dump", dumped(evidence))
            .same("store", survey.statements(), "void", harvested.count("triples"))
            .same(
                "subjects", survey.subjects(), "void-subjects", harvested.count("distinctSubjects"))
            .same(
                "own-subjects", survey.ownSubjects(), "void-entities", harvested.count("entities"))
            .figure("documents", harvested.documents());
    Map<String, Long> classes = survey.classes();
    harvested
        .classes()
        .forEach(
            (type, things) -> {
              long counted = classes.getOrDefault(type, 0L);
              if (counted != things) {
                tally.finding("<%s> has %d things, VoID says %d".formatted(type, counted, things));
              }
            });
    long tables = 0;
    for (Rows table : harvested.tables()) {
      tables++;
      long things = classes.getOrDefault(table.type(), 0L);
      if (table.rows() != things) {
        tally.finding(
            "<%s> has %d things, its table %d rows".formatted(table.type(), things, table.rows()));
      }
    }
    return tally.figure("tables", tables).required();
  }

  /** How many statements the dump has, each counted once in however many graphs it is. */
  private static long dumped(Evidence evidence) throws IOException {
    long count = 0;
    byte[] last = new byte[0];
    try (LineReader lines = LineReader.of(Release.statements(evidence.candidate().folder()))) {
      for (byte[] line = lines.next(); line.length > 0; line = lines.next()) {
        if (last.length == 0 || !Line.saysTheSame(last, line)) {
          count++;
        }
        last = line;
      }
    }
    return count;
  }

  /** Who follows the change feed from its beginning has the release. */
  static Result replay(Evidence evidence) throws IOException {
    Replay replay = Replay.of(evidence.candidate().folder());
    Tally tally =
        new Tally("feed-replay")
            .figure("things", replay.things())
            .figure("statements", replay.statements());
    replay
        .difference()
        .ifPresent(thing -> tally.finding("the feed says something else of <" + thing + ">"));
    return tally.required();
  }

  /** The digests and sizes that the catalogue tells are those of the files. */
  static Result checksums(Evidence evidence) throws IOException {
    Tally tally = new Tally("checksums");
    long bytes = 0;
    for (DumpFile dump : evidence.harvested().dumps()) {
      String name = dump.file().getFileName().toString();
      long size = Files.size(dump.file());
      bytes += size;
      if (size != dump.bytes()) {
        tally.finding("%s has %d bytes, %d are told".formatted(name, size, dump.bytes()));
      } else if (!sha256(dump).equals(dump.sha256())) {
        tally.finding(name + " has another SHA-256 than is told");
      }
    }
    return tally
        .figure("files", evidence.harvested().dumps().size())
        .figure("bytes", bytes)
        .required();
  }

  private static String sha256(DumpFile dump) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new DigestInputStream(Files.newInputStream(dump.file()), digest)) {
      while (in.read(buffer) >= 0) {
        // The digest is all that is wanted.
      }
    }
    return Digests.hex(digest);
  }
}
