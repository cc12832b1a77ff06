/**
 * Triple and quad pattern fragments at {@code /fragments} (Hydra W3C Community Group, Triple
 * Pattern Fragments): an answer to one pattern, a page at a time, with its count and the form to
 * ask for others, so that clients such as Comunica join by themselves and any cache helps.
 *
 * <p><b>Without a graph, every statement comes once, with the graphs it stands in.</b> The default
 * graph holds all statements (see {@code store}), so its index gives order, pages and counts, and
 * the named graphs of each statement on a page are looked up. A client of triples and one of quads
 * thus read the same pages; other servers list a statement once for each graph and count it so.
 *
 * <p><b>Counts are exact.</b> They are read from the indexes without making terms (some millions a
 * second). Large ones are kept: a release has few patterns with many matches, since each statement
 * matches only eight patterns, so that neither the work nor what is kept can grow without bounds.
 *
 * <p><b>A page is found by passing over those before it in the index</b>, again without making
 * terms; a late page of a million statements was measured at a fifth of a second.
 *
 * <p><b>A literal where only an IRI can stand matches nothing</b>, and is no error: clients put the
 * values of one pattern into the next and count on an empty answer. Blank nodes are refused, as the
 * specification says: to match nothing there would be a wrong answer.
 *
 * <p><b>Literals are written as clients write them</b>: between the first and the last quotation
 * mark nothing is escaped.
 */
@NullMarked
package icc.lod.fragments;

import org.jspecify.annotations.NullMarked;
