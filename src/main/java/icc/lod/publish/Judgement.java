package icc.lod.publish;

/**
 * What the gate found of a candidate that it let pass.
 *
 * @param asked whether the sources bring shapes, and so ask to be checked
 * @param judged whether the gate was there to check them
 * @param shapes how many shapes have targets
 * @param nodes how many nodes were held against them, each once for each shape
 * @param warnings how many findings refuse nothing
 */
public record Judgement(boolean asked, boolean judged, long shapes, long nodes, long warnings) {
  /** Sources without rules of their own. */
  public static final Judgement NONE = new Judgement(false, false, 0, 0, 0);
}
