/**
 * A release's default graph once more, as sorted numbers: what makes queries quicker than the
 * engine they run on.
 *
 * <p><b>A release never changes, so nothing here can be updated.</b> TDB2's trees of 24-byte
 * records are made to be; a look-up there walks a tree and copies a record. Here terms are numbers
 * in the order of TDB2's own node ids, statements are sorted pairs of numbers beside a table that
 * says where those of a term begin, and the files are mapped: a look-up is an array access and a
 * short search.
 *
 * <p><b>No dictionary of its own.</b> A number is the rank of a TDB2 node id, so a term read here
 * is the very term that TDB2 gives, and a term of a query finds its number as TDB2 finds its id
 * ({@code "01"^^xsd:integer} is 1 for both). The index costs 24 bytes a statement and 21 a term and
 * is written in the order of TDB2's indexes, without a sort and without parsing anything again.
 *
 * <p><b>HDT was tried and left</b> (hdt-java 3.0.10, a million statements, 3,000 look-ups of each
 * kind, terms read as text): a tenth of the disk, but 4 to 7 times as long as TDB2 for what is said
 * of a thing and 150 times for what links to one, since its dictionary is packed and a term is
 * unpacked anew each time; and it comes with Jena 4.
 *
 * <p><b>A byte a term tells its kind</b>, so that filters by kind, what is linked most and the
 * terms of vocabularies are found without reading terms: at a start that took seconds.
 *
 * <p><b>TDB2 stays.</b> Named graphs, data sets put together by FROM and releases made before are
 * read by it; its own reading of the default graph (pages, paths, slices) goes through the index
 * too, which takes the place of the tuple indexes it opened.
 *
 * <p><b>Basic graph patterns with their filters, and OPTIONAL of them, are answered here</b>, rows
 * carrying numbers that become terms when somebody looks at them. All else is Jena's.
 *
 * <p><b>What is only counted or told apart is not enumerated</b>: solutions alike in what is wanted
 * come as one row with a weight, found by the next jump in the index. Filters of languages, texts
 * and amounts look at a byte, a string, a double; Jena's values go through a cache of the process
 * that took most of the time of queries over labels.
 *
 * <p><b>It is held against TDB2</b> by random queries. They differ where TDB2 6.0.0 errs: it takes
 * an inlined number for the node at that byte of its file, so that {@code ?x ?p ?x} can be true of
 * two terms.
 */
@NullMarked
package icc.lod.store.sorted;

import org.jspecify.annotations.NullMarked;
