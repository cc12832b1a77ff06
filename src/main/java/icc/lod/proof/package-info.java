/**
 * The proof of a release: what was checked on this very release, and what came out.
 *
 * <p><b>Made last, of what the others made</b> ({@link icc.lod.proof.ReleaseProof}): it reads the
 * store, the dumps, the counts, the feed and the tables as they lie in the candidate's folder, and
 * holds them against each other. A required check that fails refuses the release and names itself,
 * as the gate's rules do. Hence the arrows to {@code catalogue} and {@code changes}, whose files it
 * reads through one class of each.
 *
 * <p><b>The gate is not asked twice.</b> SHACL and the IRI rules were checked on this candidate a
 * moment before; the proof takes over what the gate counted. Checking again would double the cost
 * and could say nothing else.
 *
 * <p><b>What does not apply says so.</b> Data without shapes asked for no rules of data: these are
 * then told and refuse nothing. That all faces of a release say the same is required of any data,
 * for a difference there is our fault.
 *
 * <p><b>OWL 2 RL by a light rule.</b> The OWL API checks the profile in the build's tests; at
 * publish it would cost seconds and thirty libraries. An ontology of named classes and properties
 * is in the profile unless it uses one of few terms, which is looked at here; one with class
 * expressions is "not tested", never "passed".
 *
 * <p><b>DCAT-AP by shapes of our own</b>, written by the text of the specification (3.0.1), which
 * come with the program: a publish must not depend on files that others serve.
 *
 * <p><b>EARL and DQV</b>: each check is an {@code earl:Assertion} about the release, each figure a
 * {@code dqv:QualityMeasurement}; every node is an IRI, a hash IRI of the proof's document.
 */
@NullMarked
package icc.lod.proof;

import org.jspecify.annotations.NullMarked;
