/**
 * The questions one can ask: the example queries of a release, each with its answer.
 *
 * <p><b>A package of its own, above {@code publish}</b>: the answers are made when a release is
 * made, by a {@code Projection}, and {@code sparql} knows no publishing and is at the size where a
 * package should be split. Nothing here runs a query over HTTP: an example's page shows what the
 * query gave on this very release, from a file of the release, so that a crawler reading all
 * examples costs no query.
 *
 * <p><b>The form is SIB's</b> (sparql-examples: SHACL executables), so that examples of others are
 * shown as well as ours, and ours by the tools of others. Theirs have no names, themes or Ukrainian
 * and their comments are HTML: each is optional here, and HTML becomes plain text, never markup.
 *
 * <p><b>An answer says how much of it is shown.</b> The first rows are kept and all are counted.
 */
@NullMarked
package icc.lod.examples;

import org.jspecify.annotations.NullMarked;
