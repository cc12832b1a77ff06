/**
 * The service described for programs: {@code /openapi.json} (OpenAPI 3.1) and {@code /api}.
 *
 * <p><b>One description, one page.</b> The structure is a file ({@code api/openapi.json} among the
 * resources), the words are messages like all others, so that both documents exist in every
 * language of the site; the page is made from the document, never beside it.
 *
 * <p><b>It holds what the server answers, no more and no less.</b> A description is served only
 * where its route is registered; a test finds the routes that have none. Descriptions written by
 * hand beside the code are wrong after the second change, and ones generated from annotations say
 * what the code says already.
 *
 * <p><b>Every example can be tried.</b> Example requests name things of the release that is served,
 * whatever it is about ({@link icc.lod.api.Samples}); a test sends them all.
 */
@NullMarked
package icc.lod.api;

import org.jspecify.annotations.NullMarked;
