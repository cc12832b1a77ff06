package icc.lod.objects;

import java.util.Optional;

/**
 * What a state folder has to do with buckets: nothing, or one of both.
 *
 * @param follow the bucket that it is filled from
 * @param push the bucket that its releases go to
 */
public record Replication(Optional<BucketSettings> follow, Optional<PushSettings> push) {
  /** Nothing. */
  public static final Replication NONE = new Replication(Optional.empty(), Optional.empty());
}
