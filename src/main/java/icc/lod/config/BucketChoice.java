package icc.lod.config;

import icc.lod.objects.BucketSettings;
import icc.lod.objects.PushSettings;
import icc.lod.objects.Replication;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which bucket releases are pushed to or followed from, as the settings say. */
final class BucketChoice {
  private BucketChoice() {}

  /** The bucket to push to, and the one to follow. */
  static Replication of(RawSettings raw) {
    Optional<PushSettings> push =
        bucket(raw, Setting.PUSH)
            .map(to -> new PushSettings(to, raw.duration(Setting.PUSH_LEAD, Duration.ZERO)));
    Optional<BucketSettings> follow = bucket(raw, Setting.FOLLOW);
    if (push.isPresent() && raw.onOrValue(Setting.FOLLOW)) {
      raw.fault(Setting.PUSH, "leave it out with --follow: who follows has nothing of its own");
    }
    if (push.isPresent() && raw.one(Setting.STORE).orElse("").startsWith("sparql:")) {
      raw.fault(
          Setting.PUSH,
          "leave it out with --store sparql:…: the releases are without their triples");
    }
    return new Replication(follow, push);
  }

  private static Optional<BucketSettings> bucket(RawSettings raw, Setting setting) {
    try {
      return raw.valueOf(setting)
          .map(address -> BucketSettings.parse(address, endpoint(raw), raw.one(Setting.S3_REGION)));
    } catch (IllegalArgumentException e) {
      raw.fault(setting, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Optional<URI> endpoint(RawSettings raw) {
    Optional<String> text = raw.one(Setting.S3_ENDPOINT);
    if (text.isPresent() && !text.get().matches("https?://[^/?#@\\s]+/?")) {
      raw.fault(Setting.S3_ENDPOINT, "write http://HOST:PORT or https://HOST, and nothing else");
      return Optional.empty();
    }
    return text.map(URI::create);
  }
}
