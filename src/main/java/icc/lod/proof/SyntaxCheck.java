package icc.lod.proof;

import icc.lod.catalogue.Harvested.DumpFile;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.StreamRDFCounting;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;

/**
 * What is claimed of the dumps of the whole: that each is read, by a parser that has not written
 * it, as so many statements as the store has, or those with graphs as so many as each other.
 */
final class SyntaxCheck {
  /**
   * In bytes: larger ones would be read for minutes, and JSON-LD into memory. They are made by the
   * same writers.
   */
  private static final long LARGEST = 64L << 20;

  private static final Set<Lang> WITH_GRAPHS = Set.of(Lang.NQUADS, Lang.TRIG, Lang.JSONLD);

  private SyntaxCheck() {}

  static Result syntaxes(Evidence evidence) throws IOException {
    long most =
        evidence.harvested().dumps().stream()
            .filter(SyntaxCheck::whole)
            .mapToLong(DumpFile::bytes)
            .max()
            .orElse(0);
    Tally tally = new Tally("syntaxes");
    if (most > LARGEST) {
      return tally.untested("a dump is larger than %d MiB".formatted(LARGEST >> 20));
    }
    Map<String, Long> quads = new TreeMap<>();
    for (DumpFile dump : evidence.harvested().dumps()) {
      if (whole(dump)) {
        count(dump, evidence.survey().statements(), quads, tally);
      }
    }
    if (Set.copyOf(quads.values()).size() > 1) {
      tally.finding("statements in graphs: " + quads);
    }
    return tally.required();
  }

  private static void count(DumpFile dump, long statements, Map<String, Long> quads, Tally tally) {
    Lang syntax = RDFLanguages.filenameToLang(name(dump));
    StreamRDFCounting counted = StreamRDFLib.count();
    try {
      RDFParser.source(dump.file())
          .lang(syntax)
          .errorHandler(ErrorHandlerFactory.errorHandlerNoLogging)
          .parse(counted);
    } catch (RiotException e) {
      tally.finding(name(dump) + " cannot be read: " + e.getMessage());
      return;
    }
    tally.figure(name(dump).substring("all.".length()), counted.count());
    if (WITH_GRAPHS.contains(syntax)) {
      quads.put(name(dump), counted.count());
    } else if (counted.count() != statements) {
      tally.finding(
          "%s has %d statements, the store %d".formatted(name(dump), counted.count(), statements));
    }
  }

  private static String name(DumpFile dump) {
    return dump.file().getFileName().toString();
  }

  /** All data in one syntax, as it is when nothing compresses it: the digests tell the rest. */
  private static boolean whole(DumpFile dump) {
    return name(dump).matches("all\\.(nq|trig|ttl|jsonld|rdf)");
  }
}
