package icc.lod.changes;

import java.nio.charset.StandardCharsets;

/**
 * A member of the feed: what one release made of one entity. Written once, never changed.
 *
 * @param entity the entity's IRI
 * @param action what happened to it
 * @param at where the member stands
 * @param kind the IRI of the entity's class, or empty
 * @param before where the member before it about the same entity stands
 * @param payload all that the release says of the entity; empty after a deletion
 * @param difference the statements that came and went; empty for a creation
 */
record Member(
    String entity,
    Action action,
    Place at,
    String kind,
    Place before,
    Slice payload,
    Slice difference) {

  /**
   * Where a member stands in the feed.
   *
   * @param release the number of the release; zero for nowhere
   * @param page which page of the release, from one
   * @param number which member of the release, from one
   */
  record Place(int release, int page, long number) {
    static final Place NOWHERE = new Place(0, 0, 0);

    boolean exists() {
      return release > 0;
    }

    private String cells() {
      return release + "\t" + page + "\t" + number;
    }

    private static Place of(String[] cells, int first) {
      return new Place(
          Integer.parseInt(cells[first]),
          Integer.parseInt(cells[first + 1]),
          Long.parseLong(cells[first + 2]));
    }
  }

  /** A part of a file, in bytes. */
  record Slice(long offset, long length) {
    static final Slice NONE = new Slice(0, 0);

    private String cells() {
      return offset + "\t" + length;
    }

    private static Slice of(String[] cells, int first) {
      return new Slice(Long.parseLong(cells[first]), Long.parseLong(cells[first + 1]));
    }
  }

  /** One line, which begins with the entity. */
  String line() {
    return String.join(
        "\t",
        entity,
        action.name(),
        at.cells(),
        kind,
        before.cells(),
        payload.cells(),
        difference.cells());
  }

  static Member parse(String line) {
    String[] cells = line.split("\t", -1);
    return new Member(
        cells[0],
        Action.valueOf(cells[1]),
        Place.of(cells, 2),
        cells[5],
        Place.of(cells, 6),
        Slice.of(cells, 9),
        Slice.of(cells, 11));
  }

  /** The entity as subjects of lines are written, by which everything is ordered. */
  byte[] key() {
    return key(entity);
  }

  static byte[] key(String entity) {
    return ("<" + entity + ">").getBytes(StandardCharsets.UTF_8);
  }
}
