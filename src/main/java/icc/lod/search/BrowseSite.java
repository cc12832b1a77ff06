package icc.lod.search;

import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What an answer is made from: one release, one visitor.
 *
 * @param index what can be browsed of the release
 */
record BrowseSite(Lease lease, FacetIndex index, Overview overview, Pages pages, Visitor visitor) {

  static BrowseSite of(
      Lease lease, FacetIndexes indexes, Overviews overviews, Pages pages, Visitor visitor) {
    return new BrowseSite(lease, indexes.of(lease), overviews.of(lease), pages, visitor);
  }

  Reading reading() {
    return new Reading(lease.store());
  }

  /** Addresses of the pages of things. */
  Addresses addresses(Collection<Node> nodes) {
    return Addresses.of(nodes, overview, reading(), pages.publicUrl());
  }

  static List<Node> nodes(List<KindIndex.Entry> entries) {
    return entries.stream().map(entry -> NodeFactory.createURI(entry.iri())).toList();
  }
}
