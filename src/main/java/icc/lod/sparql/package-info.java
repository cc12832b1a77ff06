/**
 * The SPARQL endpoint: protocol, limits, results, description of the service, query page.
 *
 * <p><b>Of Fuseki we keep the operation, not the servlet.</b> A query runs as a Fuseki action
 * ({@code HttpAction}, {@code ActionExecLib}, {@code ActionService}: counters, validate, execute,
 * finish) whose data set is the release the request has leased; there is no global registry, so one
 * answer comes from one release. The layers above it are ours, since in 6.0.0 {@code
 * SPARQLQueryProcessor} refuses HEAD and QUERY, answers a bare GET by 404, writes errors as text
 * and SERVICE as 422, sets no-cache, takes form parameters leniently decoded, ignores a wrong
 * {@code output=}, builds every CONSTRUCT in memory, and stops queries by one timer thread that a
 * single regular expression can hold up. The engine below is ARQ's, untouched: the same evaluation.
 *
 * <p><b>A request is judged before it is executed.</b> Everything that needs no data (400, 403,
 * 406, 304) is decided on the request's thread: {@code Parameters} → {@code SparqlRequest} → {@code
 * SparqlQuery} → {@code Question}. SERVICE is refused there wherever it stands, even SILENT, which
 * else would answer as if nobody had been asked.
 *
 * <p><b>A query works in a thread of its own</b> ({@code Workers}) while the request's thread keeps
 * the time. Other endpoints stop the waiting but not the work, or the work but answer with what
 * there was: here the end of time is a 503, and a thread that does not heed it keeps its place, so
 * that evil queries make the service refuse, not die.
 *
 * <p><b>Limits are measured where the work is done</b> ({@code Watch}): processor time and memory
 * asked for, at the query's own thread, twenty times a second; after a full collection that left
 * little, whoever asked for most is ended; so is a query whose client has hung up, which HTTP/1
 * tells nobody who does not read ({@code HangUp}). The end is a signal that ARQ's iterators heed.
 * What looks at no signal is replaced when the plan is made ({@code BoundedFunctions}): regular
 * expressions read a text that stops them, and texts and numbers do not grow beyond use. What can
 * neither be stopped nor bounded is refused before ({@code Inspection}, {@code Functions}): nesting
 * that overflows the stack, written-out repetitions, functions that sleep, print or run code. A
 * {@code LimitExceededException} is a cancellation to ARQ, which takes other exceptions in a filter
 * for its being false, and the answer would lie.
 *
 * <p><b>Nobody waits behind the greedy</b> ({@code Lanes}, {@code Accounts}): processor time is
 * counted for each client, whoever has used little has places of its own, and a query that turns
 * out large leaves those, or ends. Counting requests instead, as others do, lets ten closures pass
 * and stops a thousand lookups.
 *
 * <p><b>Large queries give way</b>: the thread of one that turns out large has a low priority from
 * then on, which Linux heeds with the launcher's flags, and no other query after it, for an
 * unprivileged process may lower priorities but not raise them. Places alone did not keep pages
 * quick: three large queries and eight readers of long texts on two processors made pages ten times
 * slower, and no bound on their number helps where the processors are few. The priority is low, not
 * lowest (nice 4): at nice 10 the whole JVM waited half a second for such threads to come to a
 * safepoint. Long queries are read one at a time for the same reason ({@code QueryReader}), since
 * nothing stops the parser.
 *
 * <p><b>No answer is shortened.</b> Up to a size it is held back ({@code HeldAnswer}), so that a
 * failure is an error; beyond it is sent as it comes, and a failure breaks the connection before
 * the last chunk. Users of other endpoints published the counts of answers that had been cut.
 *
 * <p><b>The same question is answered once</b> ({@code ResultCache}): whole answers are kept by
 * release, format and the query as ARQ writes it, which blanks, comments and the way it came do not
 * change. Only what chance and time do not decide, only what was whole, never a page, which says
 * how long it took. A hit says so (RFC 9211, {@code Cache-Status}), takes no place and costs its
 * client nothing. A cache before the endpoint, as others advise, knows no releases: it shows old
 * answers after a switch, or none before.
 *
 * <p><b>The desk is the form, grown up.</b> Answers and errors are pages made here, with names for
 * IRIs; a script ({@code static/sparql/desk.js}) takes the same form over and asks this endpoint as
 * any program does. What it needs beyond that ({@code DeskRoutes}) is bounded: words of the release
 * made once ({@code TermList}), names for 500 IRIs at a time, and queries kept by their content
 * ({@code SavedQueries}), which outlive releases since the state folder does.
 *
 * <p><b>A citation keeps bytes, not only a query</b> ({@code KeptAnswers}). Evaluation over a
 * release that never changes gives the same order of rows each time, which a test holds over
 * reopened stores, but the next version of a library may write the same rows otherwise. So the
 * answer to a cited query is kept as it was first given, in each format that was asked for, up to a
 * bound; queries whose answer depends on chance or time cannot be cited.
 *
 * <p>Decided: ASK is answered in CSV and TSV when these are asked for, as Fuseki answers it, though
 * the standard defines none: scripts that ask every query for CSV fail on 406, and a table of one
 * cell harms nobody. Whoever accepts anything gets JSON. An entity tag is given only where the
 * release alone determines the answer: not for RAND, NOW, UUID, BNODE or custom functions, nor for
 * POST, nor for pages, which say how long the answer took. Relative IRIs are resolved against the
 * canonical base of the release. Empty parameters count as absent, since forms send them. CONSTRUCT
 * gives every triple once up to {@code Graphs.COLLECTED}; a larger answer is streamed and may
 * repeat some.
 */
@NullMarked
package icc.lod.sparql;

import org.jspecify.annotations.NullMarked;
