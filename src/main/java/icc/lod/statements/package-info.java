/**
 * Statements as lines of canonical N-Quads: written, sorted beyond memory, read back, put into
 * other syntaxes. The one way in which data is ordered and compared: dumps, counts and the change
 * log are all made of such lines.
 */
@NullMarked
package icc.lod.statements;

import org.jspecify.annotations.NullMarked;
