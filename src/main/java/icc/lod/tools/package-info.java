/**
 * Read-only tools for language models: a server of the Model Context Protocol at {@code /mcp}
 * (Streamable HTTP, revision 2025-03-26 and later) and {@code /llms.txt}, which tells where things
 * are.
 *
 * <p><b>The official Java SDK's stateless transport, called by a route.</b> It is a servlet; a
 * route hands it the request, so that the manners of all answers stand around it and {@code
 * /openapi.json} knows it. Without sessions nothing is kept between requests, and any of several
 * processes can answer. It is made when the first request comes: it loads much that most starts
 * never need.
 *
 * <p><b>A tool is a feature asked in another way</b>, never a second implementation: queries go
 * through the endpoint's own judgement, threads and limits ({@code sparql.Inquiries}).
 *
 * <p><b>What is cut says so</b>, in its last line: a model that believes a part to be the whole
 * tells people wrong figures.
 *
 * <p><b>Origin is checked</b> as the protocol demands: pages of other sites must not reach a server
 * that listens on a visitor's own machine. The name in the Host field proves nothing, for it is the
 * attacker's; so the configured public address and the loopback's names are allowed, no others.
 */
@NullMarked
package icc.lod.tools;

import org.jspecify.annotations.NullMarked;
