package icc.lod.publish;

/** What makes the next release, wherever its triples come from. */
public interface Publishing {
  /**
   * Makes a release and the pointer name it, unless nothing changed since the current one.
   *
   * @param force makes a release even when nothing changed
   * @throws PublishingException when it cannot be made; nothing was changed
   */
  Outcome publish(boolean force);
}
