package icc.lod.changes;

import icc.lod.changes.Member.Place;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The IRIs of the feed, of its members and of releases, under the base.
 *
 * @param root the base without a hash or a slash at the end
 */
record Names(String root) {
  static Names of(String base) {
    int hash = base.indexOf('#');
    return new Names((hash < 0 ? base : base.substring(0, hash)).replaceAll("/+$", ""));
  }

  /** Something that the first page of the feed describes. */
  Node inFeed(String name) {
    return iri(FeedAddress.ROOT + "#" + name);
  }

  Node stream() {
    return inFeed("stream");
  }

  Node release(int number) {
    return iri("/id/release/" + number);
  }

  /** A member: a hash IRI of its page, which never changes. */
  Node member(Place place) {
    return iri(FeedAddress.page(place.release(), place.page()) + "#v" + place.number());
  }

  /** How IRIs of what has none begin. */
  String unnamed() {
    return root + FeedAddress.ROOT + "#unnamed-";
  }

  private Node iri(String path) {
    return NodeFactory.createURI(root + path);
  }
}
