package icc.lod.objects;

import icc.lod.objects.Bucket.Read;
import icc.lod.store.FileList.Entry;
import icc.lod.store.Inventory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what no release needs, by mark and sweep: marked is what the releases consist of that the
 * pointer names, those that left a while ago among them. What is younger than that while stays as
 * well, for it may be what a push has sent that is not at its end.
 */
final class Sweep {
  /** Longer than a replica should take to fetch a release. */
  static final Duration GRACE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final Bucket bucket;

  Sweep(Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * Sweeps, when it is this late; tells how many objects are gone.
   *
   * @param kept what the releases consist of that the pointer names
   * @param left the manifests of those that left a while ago
   */
  int run(Collection<Inventory> kept, Collection<Pointer.Left> left, Instant now)
      throws IOException {
    Set<String> marked = new HashSet<>();
    kept.forEach(inventory -> mark(inventory, marked));
    for (Pointer.Left each : left) {
      fetched(each.manifest()).ifPresent(inventory -> mark(inventory, marked));
    }
    List<String> unneeded = new ArrayList<>();
    for (Map.Entry<String, Bucket.Listed> object : bucket.list(Pointer.file("")).entrySet()) {
      if (!marked.contains(object.getKey())
          && object.getValue().modified().isBefore(now.minus(GRACE))) {
        unneeded.add(object.getKey());
      }
    }
    bucket.delete(unneeded);
    if (!unneeded.isEmpty()) {
      LOG.info("Deleted {} objects that no release needs", unneeded.size());
    }
    return unneeded.size();
  }

  private static void mark(Inventory inventory, Set<String> marked) {
    marked.add(Pointer.file(Inventory.digest(inventory.manifest())));
    marked.add(Pointer.file(Inventory.digest(inventory.list())));
    for (Entry entry : inventory.files()) {
      marked.add(Pointer.file(entry.content().sha256()));
    }
  }

  private Optional<Inventory> fetched(String sha256) throws IOException {
    Optional<String> manifest = text(sha256);
    if (manifest.isEmpty()) {
      return Optional.empty();
    }
    return text(Inventory.seal(manifest.get())).map(list -> new Inventory(manifest.get(), list));
  }

  private Optional<String> text(String sha256) throws IOException {
    return bucket
        .newer(Pointer.file(sha256), "")
        .map(Read::text)
        .filter(text -> Inventory.digest(text).equals(sha256));
  }
}
