/**
 * Things, and the documents about them: page and RDF in all syntaxes.
 *
 * <p><b>A path means what the data says it means.</b> Clients encode paths as they like, and IRIs
 * of others have every shape; a request gives candidate IRIs in order and the first that the
 * release describes wins. Servers that fix one decoding lost their Cyrillic pages, and slashes.
 *
 * <p><b>One hop.</b> A thing answers 303 to its document, which answers in place with {@code
 * Content-Location}; harvesters gave up on longer chains. A slash too many leads to the document
 * directly. 404 is said only when the store answered "nothing".
 *
 * <p><b>The description is the same graph in every syntax</b>: the triples of the thing, of the
 * blank nodes below it, of the hash IRIs in its document, and labels of what it links to. It has no
 * named graphs, else Turtle and TriG would differ; pages name the graphs instead.
 *
 * <p><b>JSON-LD speaks the words of the release's own context</b>, where it has one, and carries
 * the part of it that it uses: a client without a network must be able to read it, and a link to a
 * context is a request per document to a host that may be gone. The shared context lies at {@code
 * /context.jsonld} for those who write. What cannot be said in its terms is written at length.
 *
 * <p><b>A page costs a handful of reads</b>, whatever it shows: incoming links are counted in the
 * store and read a page at a time; other browsers of linked data hung on hubs.
 *
 * <p><b>Tables, groups, charts and timelines are found, not configured.</b> What links to a thing
 * is arranged by what its statements have in common, and the part a property plays ({@link
 * icc.lod.view.Roles}) is read from the vocabulary in the release: that {@code x:start} is below,
 * or matches, {@code schema:startDate}. A page layout per class, as others configure it, would show
 * nothing for data that nobody configured.
 *
 * <p><b>The home page is made without a read</b> from a portrait of the release ({@link
 * icc.lod.entity.Portrait}), and what is linked most is counted once a release ({@link
 * icc.lod.view.Hubs}).
 */
@NullMarked
package icc.lod.entity;

import org.jspecify.annotations.NullMarked;
