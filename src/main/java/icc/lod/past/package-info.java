/**
 * Past states (RFC 7089, Memento): time gates, time maps, and what the headers of originals and
 * mementos say of each other.
 *
 * <p><b>A memento is an address in a release.</b> {@code /releases/7/doc/…}, {@code
 * /releases/7/sparql}, {@code /releases/7/catalog}, {@code /releases/7/dumps/…} are answered by the
 * features themselves, with the code that answers for the current release: a request has an {@link
 * icc.lod.view.Edition}. What is here only knows which releases have an address.
 *
 * <p><b>Time gates are separate, and originals heed Accept-Datetime all the same</b> (RFC 7089,
 * patterns 2.1 and 1.1): a document or the catalogue sends on with 302; {@code /sparql} answers in
 * place, since a query by POST cannot be sent on. Originals do not name the field in {@code Vary}:
 * they are asked about anew each time, so no cache can give the wrong state, and one more member of
 * {@code Vary} would make caches useless to all who never send it.
 *
 * <p><b>Every release that has a thing is a memento of its document</b>, also where nothing changed
 * about it: a document says the names of what it links to, so that two are the same less often than
 * what is said of the thing. Which have it is found in the list of documents that each release
 * keeps, without opening it; the time map marks those in which what is said of the thing changed.
 *
 * <p><b>Addresses in a past release stay in it</b>, those in the catalogue too, though that changes
 * its bytes: a checksum beside the address of another file would be a trap. Descriptions of things
 * have no addresses, so they are what they were, byte for byte.
 *
 * <p><b>Immutable is said only of what lies on disk</b>: dumps, and answers that are kept with a
 * citation. Data that is written anew by each version of this software is good for a day, a page is
 * asked about each time since it names the current release.
 *
 * <p><b>What is cited is kept.</b> A citation is a file, made by whoever wants a link that lasts or
 * by the operator. How many releases visitors may have kept is bounded: once it is reached, new
 * citations of further releases are refused, so that no promise is broken.
 */
@NullMarked
package icc.lod.past;

import org.jspecify.annotations.NullMarked;
