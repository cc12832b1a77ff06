/**
 * HTTP manners that all features share: negotiation, problems, caching, pages. No RDF business.
 *
 * <p><b>Manners are not a feature's job.</b> HEAD as GET, CORS, {@code OPTIONS}, request ids and
 * security headers are put around every route by {@link icc.lod.web.Server}, Jetty's own errors
 * included. Servers that let each route remember them forget some: clients that start with HEAD
 * failed, browsers could not read error answers, a header too long answered with Jetty's page.
 *
 * <p><b>An error is a thrown {@link icc.lod.web.Problem}</b>, written in one place. Faults of other
 * packages become problems through {@link icc.lod.web.Faults}, which the application supplies: this
 * package knows no store. Whatever is not foreseen is 500 and logged once under the request's id.
 *
 * <p><b>Compression is ours, not Javalin's</b>: Javalin compresses without {@code Vary} and leaves
 * the strong entity tag as it was, so a cache would mix up two representations.
 *
 * <p><b>What was made once is sent again as bytes</b> ({@link icc.lod.web.ReadyAnswers}): a release
 * never changes, so an answer that release and request alone decide is kept whole, fields, coding
 * and all, and sent before a servlet is asked. The key is the wording of the request, so that
 * nothing needs to be understood on the way; requests in other words meet at the entity tag, which
 * names release, address, representation and language. Features say so for each answer ({@link
 * icc.lod.web.Caching#decidedBy}); who says nothing is asked each time, for a cache that guesses
 * lies once. Addresses that an answer takes from Host keep it out. At a switch all is forgotten,
 * and what was asked most is made again before somebody asks. To answer on the selector's own
 * thread, without a thread for each request, was tried: a sixth less processor time, but a log that
 * blocks then holds up every connection, and the guard against bodies that trickle was passed by;
 * dropped.
 *
 * <p><b>Templates are Thymeleaf's, but not run by Thymeleaf</b> ({@link icc.lod.web.Templates}). It
 * parses them and their expressions; each part is then turned, once, into what writes it, and only
 * expressions that are more than a path, a text, a link or a condition go to it again. Its own run
 * decides about each attribute of each element anew, which was half the processor time of a page
 * about a thing; a tenth is left. A second engine with compiled templates would have done as well,
 * but the pages would be written in two languages. What a template may say is what these classes
 * know, others are refused; that they mean by it what Thymeleaf means, a test asks Thymeleaf.
 *
 * <p><b>Dates are for those who know no entity tags</b> ({@link icc.lod.web.Modified}): since when
 * the release is current, or the program and its settings are what they are. Dates of content would
 * be older and wrong after a rollback, when a client has what is newer.
 *
 * <p><b>Addresses come from settings</b>, never from the {@code Host} header: behind a proxy other
 * servers lost https or the path prefix in their links, and paging stopped at page one.
 *
 * <p><b>A thread serves a request from start to end</b> (virtual ones on Java 25): no futures.
 *
 * <p><b>A shared link changes nothing for its reader.</b> {@code ?lang=} holds for one page; only
 * the language links of a page set the cookie ({@link icc.lod.web.LanguageRoutes}). Another
 * language is another messages file.
 *
 * <p><b>Pages link only what is answered</b>: the sections of the site are a fixed list, of which
 * those are shown whose routes are registered ({@link icc.lod.web.Pages#answers}).
 *
 * <p><b>The end is announced</b> ({@link icc.lod.web.Stopping}): not ready, then nobody new, then
 * nobody. What takes too long is broken off so that it cannot be taken for whole.
 *
 * <h2>Threats</h2>
 *
 * Anybody may ask anything; whoever publishes and whoever sets flags is trusted. Unless another
 * test is named, {@code icc.lod.app.ThreatsTest} tries each with bytes over a socket.
 *
 * <dl>
 *   <dt>Requests on our behalf (SSRF)
 *   <dd>Nothing a request names is ever fetched: SERVICE and LOAD are refused before execution,
 *       FROM means graphs of the release, IRIs in parameters are looked up. Sources fetch nothing
 *       either: a remote JSON-LD context is a fault, an external entity stays empty. A listening
 *       socket to which nobody must come holds it ({@code NothingFetchedTest}, {@code
 *       addressesInRequests_fetchNothing}, {@code entitiesAndContextsOfSources_fetchNothing}).
 *   <dt>Scripts in data or addresses (XSS)
 *   <dd>Templates escape all text, only http(s) and our own paths become links, and the policy sent
 *       with every page allows no script but our files ({@code
 *       whatDataAndVisitorsSay_isTextOnPages}, {@code pages_runNoScriptsButOurs…}).
 *   <dt>Framing
 *   <dd>{@code frame-ancestors 'none'}; the preview of reconciliation, which clients show in a
 *       frame, may be framed by anybody and has nothing to click but links ({@code
 *       OpenRefineTest}).
 *   <dt>Requests in a visitor's name (CSRF)
 *   <dd>There are no sessions. The one cookie chooses a language, and a request that another site
 *       caused does not set it. Admin routes take bearer tokens only, which no browser sends by
 *       itself, and no page of another site may read their answers ({@code AdminTest}).
 *   <dt>Injection
 *   <dd>Queries of our own are built with bound terms; a header value is never made of decoded
 *       text, and what leads back is matched whole ({@code wayBack_staysOnTheSite}, {@code
 *       redirects_carryNoFields…}). No command line is ever made.
 *   <dt>XML entities (XXE)
 *   <dd>No request body is read as XML. In RDF/XML of sources external entities are never resolved,
 *       and internal ones are bounded ({@code entitiesAndContextsOfSources_fetchNothing}).
 *   <dt>Paths that climb
 *   <dd>No path of a request becomes the path of a file: assets are matched as they are sent
 *       against a narrow pattern, dumps and kept answers are found in lists ({@code
 *       pathsThatClimb_reachNoFile}).
 *   <dt>Requests that two servers read differently (smuggling)
 *   <dd>Jetty refuses two lengths, a length beside chunks, blanks before colons, folded fields, and
 *       closes the connection ({@code requestThatCanBeReadInTwoWays…}).
 *   <dt>Slow bodies and readers
 *   <dd>A body that comes with fewer than 50 bytes a second is given up; a connection on which
 *       nothing moves for 30 s is closed ({@code bodyThatTrickles_isGivenUp}). Headers that trickle
 *       hold a connection but no thread; the proxy is there for those.
 *   <dt>Bodies that swell
 *   <dd>Only queries may come compressed, and are read up to their limit; every other body has one,
 *       too ({@code bodyThatSwells_isRefused}).
 *   <dt>Floods of fields and parameters
 *   <dd>64 KiB of header, then 431; parameters are kept in maps that do not degrade ({@code
 *       floodOfFields_is431}, {@code thousandsOfParameters…}).
 *   <dt>Poisoned caches
 *   <dd>Host, Forwarded and X-Forwarded-* change nothing once there is a public address ({@code
 *       hostAndForwardedFields_changeNothing}); {@code Vary} names what does.
 *   <dt>Costly queries
 *   <dd>See {@code icc.lod.sparql}.
 *   <dt>Broken transport
 *   <dd>TLS is the proxy's; {@code --hsts} tells browsers to come by it only ({@code
 *       everyAnswer_hasTheHeadersThatBrowsersHeed}).
 * </dl>
 */
@NullMarked
package icc.lod.web;

import org.jspecify.annotations.NullMarked;
