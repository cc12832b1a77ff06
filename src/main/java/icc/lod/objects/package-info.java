/**
 * Releases over an object store that speaks S3: one process pushes them, any number follow.
 *
 * <p><b>A file is an object by the digest of its content</b> ({@code files/SHA-256}): what is there
 * is not sent again, what a replica has is not fetched again but linked, and whoever fetches can
 * tell whether it got what was meant. Of a database file only what comes before the zeros at its
 * end is sent, which is what a release's own list has the digests of. The list and the manifest
 * that seals it are such objects, too.
 *
 * <p><b>One object says all the rest</b> ({@code current}, {@link icc.lod.objects.Pointer}): which
 * releases there are, by the digest of their manifests, and which one is current since when. It is
 * written last and at once, so that what a push left half done is never seen. Going back writes
 * nothing else. A replica asks for it four times a second, on condition that it changed (RFC 9110,
 * 13.1.2): at the usual price of requests that is some four dollars a month.
 *
 * <p><b>To fetch takes longer than to switch.</b> With a lead the pointer first lists a release and
 * names it current only later, when all have fetched it: then all switch within a second.
 *
 * <p><b>A replica is a state folder like any other</b>, filled through {@link
 * icc.lod.store.Replica}; all that serves knows nothing of buckets, and a bucket out of reach costs
 * nothing but news. Replicas of one machine may share the folder: who holds its lock fetches.
 *
 * <p><b>What no release needs is deleted an hour after the last that did was removed</b>, for a
 * replica may be fetching it ({@link icc.lod.objects.Sweep}).
 *
 * <p><b>The client is Amazon's, with the HTTP of the JDK</b>: 9 MB in 30 jars, of which no class is
 * loaded unless a bucket is named. MinIO's was 21 MB, with a second library of cryptography. Sums
 * that only some servers know ({@code x-amz-checksum-*}) are left out: the S3Proxy of the tests
 * answers 501 to them.
 */
@NullMarked
package icc.lod.objects;

import org.jspecify.annotations.NullMarked;
