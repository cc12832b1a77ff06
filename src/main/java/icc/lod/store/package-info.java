/**
 * Where triples live: releases on disk and the stores opened on them.
 *
 * <p><b>A release is never updated.</b> Publishing loads a fresh TDB2 folder and a pointer file
 * moves atomically; a store updated in place grows without end and shows half-done states (users of
 * other servers delete and re-create data sets over HTTP, with seconds of downtime).
 *
 * <p><b>The default graph is stored, not computed.</b> Every triple of every named graph is also
 * written to the default graph when the release is loaded, so that "the union of all data" is an
 * ordinary triple index. TDB2's own union graph removes duplicates on every read and leaves out
 * what is only in the default graph; disk is cheap, and a release is written once and read often.
 *
 * <p><b>Readers open a private view.</b> TDB2 locks a folder for one process. A reader opens links
 * to a release's files with a lock file of its own, so that {@code query} works beside {@code
 * serve} and several servers can share one state folder. That is safe because nobody writes a
 * finished release.
 *
 * <p><b>A reader holds a lease.</b> One request reads one release: it takes a lease on the current
 * store and a release taken out of service is closed when its last lease ends. What is made of a
 * release by its readers hangs on the open release and goes with it.
 *
 * <p><b>A thread that holds a lease gets the same release again</b> ({@code Pins}). The foot of a
 * page is made after the page, by whoever asks for the site's name: at a switch in between it named
 * the next release, under the entity tag of the one before. A run of 20 switches showed it.
 *
 * <p><b>Past releases are opened when somebody asks for them</b> ({@link
 * icc.lod.store.PastReleases}), a few at a time, by whatever process serves; the bound is one of
 * file handles and memory, so who comes late waits a moment.
 *
 * <p><b>A release is removed by one rename</b>, its number noted, its files deleted last: a kill at
 * any point leaves something that the next publish ends. Processes that have it open read on, for
 * the files live as long as they are open. Citations are files beside the releases; instead of a
 * lock, which a publish of minutes would hold, each side writes first and looks after.
 *
 * <p><b>A release says what it consists of</b> ({@code files}: path, size, SHA-256), and its
 * manifest seals that list. Whoever looks for releases sees only whole ones: a damaged one is as if
 * it were not there, so that a damaged disk costs the newest release at most. Which one is served
 * instead is logged and shown at {@code /health/ready}. Sizes are looked at whenever a release is
 * met, bytes when the operator asks or a backup is restored: reading all of it would make every
 * start slow.
 *
 * <p><b>The number orders releases, not the clock</b>: a new release is later than all others, also
 * where the clock of the machine was put back.
 *
 * <p><b>Triples may live at any SPARQL 1.1 endpoint</b> ({@link icc.lod.store.SparqlStore}), so
 * that a site can stand before a store that others run, or one larger than a machine. One suite of
 * tests holds for both stores. An endpoint is asked SELECT only, for results in JSON: that has an
 * end, which is looked for, so that an answer that was cut is an error ({@link
 * icc.lod.store.WholeJson}); half of an N-Triples file looks whole. ASK, CONSTRUCT and DESCRIBE are
 * made of rows here, the same for every server. Virtuoso's first 10,000 rows are refused by the
 * fields that tell of it: others took them for all.
 *
 * <p><b>Such a release is a state that the endpoint was seen in.</b> There is nothing to publish:
 * each minute a few figures are asked (triples, length of all terms, latest {@code
 * dcterms:modified}), and when they differ a release with the next number is made, so that tags,
 * caches, the change feed and the catalogue work as ever. Up to a size all is read once, into a
 * database to throw away, and index, facets, dumps, changes and proof are made of that as at any
 * publish: a thousand small questions over HTTP would take hours and be of no one instant. Beyond
 * it the release has none of these, and their pages say so. What is not seen: a change that leaves
 * all figures alike (publish by force), and up to a minute of any change, in which answers carry
 * the tag of the release before. Past releases keep what was derived; their triples are gone, and
 * are said to be (410).
 *
 * <p><b>A blank node has no name outside its answer.</b> What hangs on one is read in the same
 * query as the thing it hangs on ({@link icc.lod.store.Store#describing}), down to 32 steps; asked
 * about later it matches nothing. Other limits of the road: no transactions, so that a page made of
 * several questions may meet two states; {@code text:query} is refused rather than answered with
 * nothing; prefixes are those that vocabularies declare; the default graph must be the union of
 * all.
 *
 * <p><b>A replica takes releases in that were made elsewhere</b> ({@link icc.lod.store.Replica}),
 * to the byte and under their own numbers; where they come from is the matter of others.
 *
 * <p><b>A backup is restored beside the state and moved in by renames</b>; a kill between them is
 * ended by the next holder of the lock.
 */
@NullMarked
package icc.lod.store;

import org.jspecify.annotations.NullMarked;
