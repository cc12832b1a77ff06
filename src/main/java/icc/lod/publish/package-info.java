/**
 * Sources to release: parse, gate, load, swap.
 *
 * <p><b>Load first, judge after.</b> Files are parsed straight into the TDB2 database of the
 * release to be, and shapes, IRI rules and examples are checked on that database: memory stays
 * bounded whatever the size, and what is checked is what will be served. A refused release is
 * deleted before anybody could see it.
 *
 * <p><b>All faults at once.</b> A syntax error ends its file, never the report: editors who get one
 * error per run stop reading. Every finding says file, place, rule and how to mend it.
 *
 * <p><b>House rules come with shapes.</b> Blank nodes, dangling links and undefined terms are
 * refused where the ontology folder brings SHACL shapes, since whoever writes shapes asks to be
 * checked. Data without shapes is published as it is: valid RDF is enough.
 *
 * <p><b>A rule in SPARQL is asked once for all its nodes.</b> Jena asks it for each focus node,
 * which was half the time of a publish: 50,000 queries of which none finds anything. One query with
 * all nodes finds those that may break it, wherever that gives the same as pre-binding ({@code
 * Prebinding}), and only they are judged by Jena. A test holds that the findings are the same.
 *
 * <p><b>Examples are part of the gate.</b> Sample queries that stop working are the complaint heard
 * most of public endpoints; here one failing example refuses the release. Each runs once: the gate
 * judges the answer, and the candidate hands it to the projection that keeps it for the pages.
 *
 * <p><b>Named graphs are said, not guessed.</b> Files of a folder that has a {@code global.graph}
 * file (the convention of Virtuoso's bulk loader) go to the graph named in it; other files without
 * graphs of their own go to the default graph alone.
 *
 * <p><b>A release has one instant</b>, taken as its making begins and handed to all that derives
 * from it ({@link icc.lod.publish.Candidate}): each asking the clock, they disagreed by seconds.
 *
 * <p><b>What is derived reads the sorted index</b> ({@link icc.lod.publish.Candidate#graph}), and
 * all of it with one memory of terms: by way of TDB2 every reading looked for every node in a cache
 * anew, which was a tenth of a publish.
 *
 * <p><b>What did not change is not made again.</b> All statements are sorted once for everybody
 * ({@code Groundwork}) and compared with the release before; where little differs, projections take
 * over what cannot have noticed ({@link icc.lod.publish.Earlier}). What that is, nobody has to
 * think out: a projection's own questions to the graph are recorded ({@link
 * icc.lod.publish.ReadSet}), and if no changed statement answers any of them, the same files would
 * come out. Tests hold that, file by file and document by document, against releases made anew.
 * Rules of the kind "a city depends on its country" would be quicker to check and sooner wrong.
 *
 * <p><b>Who waits sees how far it is</b> ({@code Progress}): on a terminal one line with the rate
 * and what is left, in a log a line each half minute. It is counted where the work is anyway done
 * triple by triple; of the rest the seconds are told.
 */
@NullMarked
package icc.lod.publish;

import org.jspecify.annotations.NullMarked;
