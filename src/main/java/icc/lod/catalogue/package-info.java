/**
 * What portals and programs harvest: dumps, VoID, the DCAT-AP catalogue, sitemap, link sets.
 *
 * <p><b>Derived once, from one sorted pass.</b> {@link icc.lod.catalogue.Harvest} writes all
 * statements of the candidate as canonical N-Quads and sorts them, on disk beyond a bounded amount
 * of memory; dumps, tables, counts and the list of entities are made from that, side by side. TDB2
 * gives statements in the order in which it met their terms, so that without sorting no two dumps
 * would be alike.
 *
 * <p><b>The writers of JSON-LD and RDF/XML are ours</b>: Jena's hold the whole graph in memory.
 * They write plain, flattened forms, subject by subject.
 *
 * <p><b>Blank nodes get the labels of RDFC-1.0</b> (of foreign data; our own has none). That takes
 * time and memory in proportion to the statements with blank nodes, and more for symmetric ones:
 * beyond a bound they are numbered by their surroundings, and the index of the dumps says so.
 *
 * <p><b>Dates come from content.</b> The date of an entity, a part or the whole is the instant at
 * which a release first had it just so: each release keeps digests, and the next takes over the
 * dates of what is the same. A file date or the release's own would tell harvesters that everything
 * changes at each publish.
 *
 * <p><b>Names are canonical, addresses are the public ones.</b> Counts, sizes and checksums are
 * fixed at publish; since the public address is a matter of serving, the descriptions around them
 * are written once for a release and an address ({@link icc.lod.catalogue.Documents}).
 *
 * <p><b>Every node of a description is an IRI</b>: harvesters make new records of blank nodes each
 * time. What has no IRI of its own gets a hash IRI of the document that describes it, built from
 * names and never from a count.
 *
 * <p><b>What cannot be known from the data is read from it all the same</b>: publisher, contact,
 * theme and the like come from a {@code dcat:Catalog} and {@code dcat:Dataset} among the sources.
 * Nothing is invented: data without them gets a catalogue with fewer statements, still valid.
 */
@NullMarked
package icc.lod.catalogue;

import org.jspecify.annotations.NullMarked;
