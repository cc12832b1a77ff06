/**
 * What is shown of a release, for the pages of all features: names, addresses, values.
 *
 * <p><b>One function names a thing, one finds its page.</b> The entity pages, the vocabulary, the
 * search, the query desk and the examples all show things by label and link them; a feature must
 * not import another, and a second way to choose a label or an address is how other servers came to
 * show the same thing in two languages, or to link pages that do not exist. So this lies below the
 * features and above the store and the web; the first plan had it inside {@code entity}.
 *
 * <p><b>A page costs a handful of reads</b>: {@link icc.lod.view.Reading} asks for many things in
 * one query, so that a store behind HTTP will do as well.
 *
 * <p><b>What is true of a whole release is computed once</b> ({@link icc.lod.view.Overviews}).
 *
 * <p><b>A request has an edition</b> ({@link icc.lod.view.Edition}): which release is read, and
 * where its addresses are. Features take it instead of the current release, and so answer for past
 * ones with the same code; what they need besides is that links to what has an address in the
 * release are made by the edition's own {@code PublicUrl}.
 */
@NullMarked
package icc.lod.view;

import org.jspecify.annotations.NullMarked;
