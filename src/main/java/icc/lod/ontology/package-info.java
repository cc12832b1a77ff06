/**
 * The vocabulary's own documents: {@code /ontology}, {@code /shapes} and the JSON-LD context.
 *
 * <p><b>The context is a file of the release</b>, copied there when it is published, so that it can
 * never speak of other terms than the data; at its versioned address it never changes, for programs
 * keep it for ever.
 *
 * <p><b>The vocabulary answers with 200 at its own IRI</b>, not with 303 to a document: an ontology
 * is a document, and ontologists' tools and FAIR checkers stop at a second hop. {@code
 * Content-Location} names the form. {@code /doc/ontology} and {@code /doc/shapes} lead here with
 * 308.
 *
 * <p><b>Its data is what the release says of the ontologies and their terms, and nothing else</b>,
 * not even labels of what they link to: somebody who loads it gets the ontology as it was written.
 *
 * <p><b>The documentation is read once a release</b> ({@link icc.lod.ontology.Documentations}); a
 * page asks the store nothing.
 *
 * <p><b>Rules are told from the shapes, not beside them</b>: a constraint without words of its own
 * is named with its value, so none goes unsaid.
 */
@NullMarked
package icc.lod.ontology;

import org.jspecify.annotations.NullMarked;
