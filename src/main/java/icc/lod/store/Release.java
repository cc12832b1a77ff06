package icc.lod.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * One immutable release: a folder made from the sources, named by number and instant.
 *
 * @param number counts from 1, never reused
 * @param created when it was made, UTC, whole seconds
 * @param folder where it lies
 * @param sources digest of the sources and settings it was made from (hexadecimal SHA-256)
 * @param triples size of the default graph, the union of all data
 * @param graphs how many named graphs it holds
 * @param base the canonical base IRI of its entities
 */
public record Release(
    int number,
    Instant created,
    Path folder,
    String sources,
    long triples,
    long graphs,
    String base) {

  /** The file that names the endpoint where the triples are, and what it held. */
  public static final String ENDPOINT = "endpoint";

  /** The folder of the TDB2 database; it is not there where an endpoint has the triples. */
  public Path database() {
    return folder.resolve("tdb2");
  }

  /** Where the folder of a release has all its statements, as N-Quads in their order. */
  public static Path statements(Path folder) {
    return folder.resolve("catalogue/dumps/all.nq");
  }

  /** The folder of the JSON-LD contexts; it is there only if the sources have some. */
  public Path contexts() {
    return folder.resolve("context");
  }

  /** The folder's name: the number in six digits, so that names sort as numbers do. */
  public static String folderName(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }

  /** The part of every entity tag that tells releases apart: number and sources digest. */
  public String tag() {
    return number + "-" + sources.substring(0, Math.min(12, sources.length()));
  }
}
