/**
 * The vocabulary's own documents: the JSON-LD context.
 *
 * <p><b>The context is a file of the release</b>, copied there when it is published, so that it can
 * never speak of other terms than the data; at its versioned address it never changes, for programs
 * keep it for ever.
 */
@NullMarked
package icc.lod.ontology;

import org.jspecify.annotations.NullMarked;
