package icc.lod.publish;

import icc.lod.store.Release;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A release to be.
 *
 * @param building the folder where it is built
 * @param base the canonical base IRI
 * @param created the instant that it will have
 * @param before the release that parts may be taken over from
 */
record Making(Path building, String base, Instant created, Optional<Release> before) {}
