/**
 * The benchmark: the packaged program beside the servers it is compared with, all in one run.
 *
 * <p>A machine is never quiet, and figures of two runs cannot be compared. So every figure is a
 * ratio: the program and its yardstick are asked in turn, in short slices, and medians over the
 * rounds are taken. The yardstick of pages is nginx with the very same bytes as files, that of
 * queries the stand-alone Fuseki of the newest version with the very same triples, and both must
 * give the same answers, or the figure is worth nothing. The load comes from this process, with
 * blocking sockets: it takes its part of the processors, so that rates of fast servers are lower
 * bounds.
 *
 * <p>Never part of the tests: a test that measures time fails on somebody's machine.
 */
@NullMarked
package icc.lod.bench;

import org.jspecify.annotations.NullMarked;
