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
 */
@NullMarked
package icc.lod.web;

import org.jspecify.annotations.NullMarked;
