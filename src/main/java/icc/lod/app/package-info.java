/**
 * Composition: builds everything with {@code new}, lists the features, starts and stops.
 *
 * <p>The server follows the pointer file by looking at it a few times a second. A file watcher
 * would be quicker and does not work on network file systems, where replicas share one release
 * store. A bucket is looked at as often ({@link icc.lod.app.BucketWatch}).
 */
@NullMarked
package icc.lod.app;

import org.jspecify.annotations.NullMarked;
