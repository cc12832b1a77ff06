/**
 * The query endpoint: SPARQL 1.1 Protocol (W3C Recommendation 2013-03-21), read-only.
 *
 * <p><b>Fuseki's query operation, our manners.</b> A request is read, refused or accepted by us and
 * then executed by Fuseki's {@code SPARQL_QueryDataset} on the store of one leased release. What of
 * Fuseki stays outside is its dispatcher and its error lifecycle: the dispatcher looks its data set
 * up in a registry of the servlet context, so that a request could begin on one release and end on
 * another; the lifecycle turns every exception into a bare status, refuses HEAD, forbids all
 * caching and has no place for a media type that does not fit the query form. Calling the operation
 * directly also saves the request log line and the 5 MiB output buffer that stand-alone Fuseki
 * spends most of its time on (0.70 ms CPU for a point query in-process against 1.90 ms
 * stand-alone).
 *
 * <p><b>An answer never lies.</b> Results up to a limit are held back until they are whole, so that
 * a failure is a status. What is larger streams, and when it fails the connection is cut: no client
 * can take the rest for all. Users of other endpoints published wrong numbers out of short 200s.
 *
 * <p><b>Nothing is fetched.</b> SERVICE is refused before execution, also where SILENT would have
 * hidden it; FROM names graphs of the release, an unknown one is empty.
 *
 * <p><b>ETag before work.</b> The tag of an answer is the release, the query and the format, so a
 * client that has it gets 304 unexecuted. Queries with NOW, RAND, UUID or BNODE give a new answer
 * each time and are not stored.
 */
@NullMarked
package icc.lod.sparql;

import org.jspecify.annotations.NullMarked;
