/**
 * Linking other people's names to things of a release: the Reconciliation Service API at {@code
 * /reconcile} (0.2, and the 1.0 draft beside it), and tables at {@code /link} and by {@code icc
 * link}.
 *
 * <p><b>A match is a promise.</b> {@code match: true} is taken without looking, by OpenRefine and
 * by people. So it is given only where the name is the same (or sounds the same and something
 * confirms it, or an identifier says so), nothing contradicts, and nothing else could be meant. A
 * name that is only similar is offered first and never promised: towns of nearly the same name lie
 * in one country ({@link icc.lod.reconcile.Judgement}).
 *
 * <p><b>Candidates come from the text index, scores do not.</b> Lucene finds what may be meant
 * ({@link icc.lod.search.NameSearch}); what a name is worth is computed from the two spellings, so
 * that it is the same in a small release and a large one, and can be told as features.
 *
 * <p><b>Nothing here knows cities.</b> Which properties name things the index found out at publish;
 * which identify them is seen in the data ({@link icc.lod.reconcile.Identifiers}); a condition such
 * as {@code country} is any property or path, met by every name, code and identifier of the value.
 * Names of countries in all languages are the one thing taken from elsewhere (Java's CLDR).
 *
 * <p><b>An id is the whole IRI.</b> Short ones would have to be made up and explained; a column of
 * IRIs is what people want in the end, and the view template leads from them to pages.
 *
 * <p><b>Two versions, one address.</b> The manifests of 0.2 and 1.0 contradict each other ({@code
 * suggest} is an object, then truth values), so that the media type asked for chooses: {@code
 * application/reconciliation.v1+json} gives the draft's, anything else that of 0.2, which is what
 * programs speak. The other routes do not collide.
 *
 * <p><b>A bad query spoils its batch</b>, with an error that names it. An empty result in its place
 * would look like an answer.
 *
 * <p><b>Limits are no settings.</b> They bound what one request may cost: about a second of a core
 * for a batch, and some for a table, in a few megabytes of memory ({@link
 * icc.lod.reconcile.ReconcileSettings}). Larger ones would give nobody anything, since the time
 * grows with the rows and programs go by the batch size that the manifest tells; longer tables are
 * for {@code icc link}, which takes any. Smaller ones are a proxy's business, as for all requests.
 */
@NullMarked
package icc.lod.reconcile;

import org.jspecify.annotations.NullMarked;
