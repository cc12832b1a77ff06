package icc.lod.view;

import icc.lod.rdf.EntityIri;
import icc.lod.store.Release;

/** What can be told of things in releases that are not open. Thread-safe. */
@FunctionalInterface
public interface States {
  /** What a release says of a thing, as far as that is known. */
  sealed interface State {}

  /**
   * It says something.
   *
   * @param digest of what it says of the thing itself
   */
  record Said(String digest) implements State {}

  /** It says nothing, or that the thing is withdrawn. */
  record Nothing() implements State {}

  /** Only the release itself can tell. */
  record Unknown() implements State {}

  /** What a release says of a thing. */
  State of(Release release, EntityIri iri);

  /** Nothing is known without opening the releases. */
  static States unknown() {
    return (release, iri) -> new Unknown();
  }
}
