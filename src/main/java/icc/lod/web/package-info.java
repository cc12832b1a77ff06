/** HTTP manners that all features share: negotiation, problems, caching, pages. No RDF business. */
@NullMarked
package icc.lod.web;

import org.jspecify.annotations.NullMarked;
