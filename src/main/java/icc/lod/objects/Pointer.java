package icc.lod.objects;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The object that says what a bucket holds: JSON, replaced at once.
 *
 * @param current the number of the release that is current
 * @param since since when, in whole seconds
 * @param releases all that are kept: the digest of the manifest by number
 * @param left those that were removed of late, by number
 * @param removed the list of all that were ever removed, as a state folder has it
 */
record Pointer(
    int current,
    Instant since,
    SortedMap<Integer, String> releases,
    SortedMap<Integer, Left> left,
    String removed) {
  /** The object's name. */
  static final String NAME = "current";

  private static final int FORMAT = 1;
  private static final String SHA_256 = "[0-9a-f]{64}";

  /** A release that is not kept any more, by its manifest, and when that was seen. */
  record Left(String manifest, Instant since) {}

  Pointer {
    releases = new TreeMap<>(releases);
    left = new TreeMap<>(left);
  }

  /** The object's name for a content. */
  static String file(String sha256) {
    return "files/" + sha256;
  }

  /** The digest of the current release's manifest. */
  String manifest() {
    return String.valueOf(releases.get(current));
  }

  /** The same with another release current; that must be one of those listed. */
  Pointer naming(int other, Instant instant) {
    return new Pointer(other, instant, releases, left, removed);
  }

  /** The same with what left since the pointer before, and without what left long ago. */
  Pointer after(Pointer before, Instant now, Duration grace) {
    SortedMap<Integer, Left> all = new TreeMap<>(before.left());
    before.releases().forEach((number, manifest) -> all.put(number, new Left(manifest, now)));
    all.entrySet()
        .removeIf(
            entry ->
                entry.getValue().manifest().equals(releases.get(entry.getKey()))
                    || entry.getValue().since().isBefore(now.minus(grace)));
    return new Pointer(current, since, releases, all, removed);
  }

  String text() {
    JsonObject json = new JsonObject();
    json.put("format", FORMAT);
    json.put("current", current);
    json.put("since", since.toString());
    JsonObject kept = new JsonObject();
    releases.forEach((number, manifest) -> kept.put(number.toString(), manifest));
    json.put("releases", kept);
    JsonObject leaving = new JsonObject();
    left.forEach(
        (number, each) -> {
          JsonObject entry = new JsonObject();
          entry.put("manifest", each.manifest());
          entry.put("since", each.since().toString());
          leaving.put(number.toString(), entry);
        });
    json.put("left", leaving);
    json.put("removed", removed);
    return json + "\n";
  }

  /**
   * Reads the object.
   *
   * @throws IOException when it is none
   */
  static Pointer parse(String text) throws IOException {
    try {
      JsonObject json = JSON.parse(text);
      int format = json.getNumber("format").intValue();
      if (format != FORMAT) {
        throw new IOException(
            "The pointer has the format %d, and this program knows %d; use the one that pushes"
                .formatted(format, FORMAT));
      }
      SortedMap<Integer, String> releases = new TreeMap<>();
      JsonObject kept = json.getObj("releases");
      kept.keys().forEach(key -> releases.put(Integer.valueOf(key), digest(kept.getString(key))));
      SortedMap<Integer, Left> left = new TreeMap<>();
      JsonObject leaving = json.getObj("left");
      leaving.keys().forEach(key -> left.put(Integer.valueOf(key), left(leaving.getObj(key))));
      int current = json.getNumber("current").intValue();
      digest(String.valueOf(releases.get(current)));
      return new Pointer(
          current,
          Instant.parse(json.getString("since")),
          releases,
          left,
          json.getString("removed"));
    } catch (RuntimeException e) {
      throw new IOException("The pointer is not one of ours: " + e.getMessage(), e);
    }
  }

  private static Left left(JsonObject json) {
    return new Left(digest(json.getString("manifest")), Instant.parse(json.getString("since")));
  }

  private static String digest(String text) {
    if (!text.matches(SHA_256)) {
      throw new IllegalArgumentException("no SHA-256: " + text);
    }
    return text;
  }
}
