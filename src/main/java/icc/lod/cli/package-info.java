/**
 * The command line: {@code serve}, {@code publish}, {@code validate}, {@code releases}, {@code
 * rollback}, {@code query}, {@code export}.
 *
 * <p>Results go to standard output, everything said to people to standard error, so that output can
 * be piped. Exit codes: 0 done, 1 refused or failed, 2 wrong usage or settings. A failure is one
 * message that says what, where and how to mend it, never a stack trace.
 */
@NullMarked
package icc.lod.cli;

import org.jspecify.annotations.NullMarked;
