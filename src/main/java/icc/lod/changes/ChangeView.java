package icc.lod.changes;

import icc.lod.view.Link;
import icc.lod.view.Value;
import java.util.List;

/**
 * What one release made of one entity, as a page shows it. Public, for the template engine reads
 * it.
 *
 * @param entity the entity, linked to its page; where it is gone, to what is left of it
 * @param action key of what happened
 * @param kind the entity's class, if it has one
 * @param statements what went and what came
 * @param more how many statements are not shown
 * @param history where all that happened to the entity is listed
 * @param release number of the release
 * @param releaseHref its page
 * @param instant when
 */
public record ChangeView(
    Link entity,
    String action,
    List<Link> kind,
    List<Statement> statements,
    long more,
    String history,
    int release,
    String releaseHref,
    Value.Literal instant) {

  /**
   * A statement.
   *
   * @param removed whether it went, else it came
   * @param about what it is about, where that is not the entity itself
   */
  public record Statement(boolean removed, List<Link> about, Link property, Value value) {}
}
