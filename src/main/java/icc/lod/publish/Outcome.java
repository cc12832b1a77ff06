package icc.lod.publish;

import icc.lod.store.Release;

/** How a publish ended. */
public sealed interface Outcome {

  /** The release was made and is current. */
  record Published(Release release, Report warnings) implements Outcome {}

  /** Nothing changed since the current release, so none was made. */
  record Unchanged(Release release) implements Outcome {}

  /** The sources were refused; whatever was current still is. */
  record Refused(Report report) implements Outcome {}

  /** The sources are fit to publish; asked by {@code validate}, nothing was made. */
  record Valid(long triples, Report warnings) implements Outcome {}
}
