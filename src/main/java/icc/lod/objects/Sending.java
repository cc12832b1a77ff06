package icc.lod.objects;

import icc.lod.objects.Bucket.Listed;
import icc.lod.store.FileList.Entry;
import icc.lod.store.Inventory;
import icc.lod.store.Release;
import icc.lod.store.Releases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends what a bucket does not have: the files, then what lists them. */
final class Sending {
  private final Bucket bucket;
  private final Map<String, Listed> there;

  /** What one content is sent from. */
  private record Source(String name, Path file, long length) {}

  /** What sends to a bucket that has some objects. */
  Sending(Bucket bucket, Map<String, Listed> there) {
    this.bucket = bucket;
    this.there = there;
  }

  /** Sends all of some releases; tells how many objects were sent. */
  int send(Releases releases, Map<Integer, Inventory> inventories) throws IOException {
    Map<String, Source> lacking = new LinkedHashMap<>();
    for (Map.Entry<Integer, Inventory> each : inventories.entrySet()) {
      Release release =
          releases
              .byNumber(each.getKey())
              .orElseThrow(() -> new IOException("A release was removed meanwhile"));
      for (Entry entry : each.getValue().files()) {
        String name = Pointer.file(entry.content().sha256());
        if (lacks(name, entry.content().length())) {
          Path file = release.folder().resolve(entry.path());
          lacking.put(name, new Source(name, file, entry.content().length()));
        }
      }
    }
    AtOnce.each(
        lacking.values(), source -> bucket.put(source.name(), source.file(), source.length()));
    int sent = lacking.size();
    for (Inventory inventory : inventories.values()) {
      sent += send(inventory.list()) + send(inventory.manifest());
    }
    return sent;
  }

  private int send(String text) throws IOException {
    String name = Pointer.file(Inventory.digest(text));
    if (!lacks(name, text.getBytes(StandardCharsets.UTF_8).length)) {
      return 0;
    }
    bucket.put(name, text);
    return 1;
  }

  private boolean lacks(String name, long size) {
    Listed listed = there.get(name);
    return listed == null || listed.size() != size;
  }
}
