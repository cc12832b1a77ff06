package icc.lod.objects;

import java.time.Duration;

/**
 * Where finished releases go.
 *
 * @param to the bucket
 * @param lead how long a release lies there before it is current
 */
public record PushSettings(BucketSettings to, Duration lead) {}
