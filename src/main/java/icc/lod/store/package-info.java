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
 * store and a release taken out of service is closed when its last lease ends.
 */
@NullMarked
package icc.lod.store;

import org.jspecify.annotations.NullMarked;
