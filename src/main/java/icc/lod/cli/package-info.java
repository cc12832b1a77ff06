/**
 * The command line: {@code serve}, {@code publish}, {@code validate}, {@code releases}, {@code
 * rollback}, {@code query}, {@code export}.
 *
 * <p><b>Packaging rehearses a start</b> ({@code rehearse}, hidden) and keeps what the JVM noted
 * beside the jars; the launcher lets the same Java use it. A first start is half class loading and
 * warming up: 18 seconds of processor time became 9. The release made in the rehearsal stays beside
 * the jars, and a state folder that holds nothing yet takes a copy of it over if the sources are
 * the same to the byte: nobody waits twice for the same work. Nothing depends on either.
 *
 * <p>Results go to standard output, everything said to people to standard error, so that output can
 * be piped. Exit codes: 0 done, 1 refused or failed, 2 wrong usage or settings. A failure is one
 * message that says what, where and how to mend it, never a stack trace.
 */
@NullMarked
package icc.lod.cli;

import org.jspecify.annotations.NullMarked;
