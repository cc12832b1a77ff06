package icc.lod.store;

import java.util.Optional;

/**
 * Which release is to be served.
 *
 * @param release the one that the pointer names, else the last whole one before it, else the newest
 * @param note why it is not the one that the pointer names, as a sentence; empty when it is
 */
public record Standing(Optional<Release> release, String note) {}
