/**
 * The words the service speaks: IRIs, RDF syntaxes, languages, digests. Pure; no input or output of
 * its own.
 */
@NullMarked
package icc.lod.rdf;

import org.jspecify.annotations.NullMarked;
