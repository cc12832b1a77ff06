/**
 * From an identifier of others to our thing and back ({@code /lookup}), and all links to others as
 * link sets ({@code /linksets}).
 *
 * <p><b>Which statements are links the data says</b> ({@link icc.lod.linking.LinkTerms}): the
 * mapping properties of OWL, SKOS and schema.org and what is declared below them; identifiers as
 * things of their own (ADMS) with code, register and confidence; and properties called codes. No
 * register is written into the code: how its IRIs look is learned from those in the release ({@link
 * icc.lod.linking.LinkSurvey}), so that a page of Wikidata's, http for https, a missing slash or a
 * bare code find what the data links in one way.
 *
 * <p><b>A lookup asks for values, it has no index.</b> All the ways in which a text may stand in
 * the data are one query over the store's own index, for a hundred texts at a time. An index of
 * codes would be another projection to keep true, for a millisecond.
 *
 * <p><b>Nothing is said of a link that the data does not say.</b> Method, date and confidence come
 * from the identifier that holds the same link; SSSOM's required justification is {@code
 * semapv:UnspecifiedMatching}, and its number of confidence stays empty where the data has a level
 * in words, which goes to the comment.
 *
 * <p><b>{@code /linksets} is plural</b>, for {@code /linkset?iri=} is the set of links of one
 * document (RFC 9264); {@code /linkset} alone leads here.
 */
@NullMarked
package icc.lod.linking;

import org.jspecify.annotations.NullMarked;
