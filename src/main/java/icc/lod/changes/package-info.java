/**
 * What each release changed: the change feed, the releases and their differences, the history of a
 * thing, and what is left of a thing that is gone.
 *
 * <p><b>Compared once, at publish</b> ({@link icc.lod.changes.ChangeLog}): the sorted statements of
 * two releases are read side by side, one entity of each in memory, and what earlier releases
 * changed is taken over by hard links. So any kept release holds the whole feed up to itself, and
 * the first release costs an index: its payload is the dump under a second name. The newest release
 * is compared with, not the current one: after a rollback, clients that read what was rolled back
 * must be led on from there.
 *
 * <p><b>An entity is a subject.</b> Whatever has statements is versioned, whoever's IRI it has;
 * else a replay would lack them. Statements with blank nodes belong to the one thing they hang on,
 * else to an entity named by their content ({@link icc.lod.changes.Molecules}).
 *
 * <p><b>A member's statements are in the graph of its own name</b> (LDES, "Emitting members"),
 * which is what clients extract; in which graph of the data set they are is told beside, by {@code
 * rdfg:subGraphOf} for all or {@code rdf:Statement}s for each ({@link icc.lod.changes.FeedPage}).
 * Graphs named by blank nodes would be shorter and are in the specification, but ldes-client 0.3.0
 * does not extract them. Hence pages of members exist only in syntaxes that have named graphs: in
 * Turtle they would be the same page without its content.
 *
 * <p><b>A release is one instant</b>, that of the candidate, in everything that it says of its own
 * time; so its pages cannot be told apart by time: the root leads to a release by both bounds, the
 * release's first page to its others. Full hundreds of releases have a list of their own, so that
 * the root stays short. A release that changed nothing is not in the feed, and the root stays the
 * same bytes.
 *
 * <p><b>Names are canonical, pages name each other relatively</b>, so that a page is the same bytes
 * at every address; N-Quads and N-Triples, which have no relative IRIs, have the public one. A
 * member is a hash IRI of its page: both never change.
 */
@NullMarked
package icc.lod.changes;

import org.jspecify.annotations.NullMarked;
