package icc.lod.reconcile;

/**
 * The limits of linking, all told in the manifest or in the error that names them.
 *
 * @param batchSize queries in one batch, and things in one extension
 * @param bodyBytes the longest body with queries
 * @param tableBytes the longest table that the page takes
 * @param tableRows the most rows of a table that the page takes; the command takes any
 */
public record ReconcileSettings(int batchSize, int bodyBytes, int tableBytes, int tableRows) {
  /** Batches of 100 in at most 1 MiB, tables of 2,000 rows in at most 2 MiB. */
  public static final ReconcileSettings DEFAULT =
      new ReconcileSettings(100, 1 << 20, 2 << 20, 2000);

  public ReconcileSettings {
    if (batchSize < 1 || bodyBytes < 1 || tableBytes < 1 || tableRows < 1) {
      throw new IllegalArgumentException("Limits of linking are at least 1");
    }
  }
}
