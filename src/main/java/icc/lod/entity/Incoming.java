package icc.lod.entity;

import icc.lod.view.Reading.Slice;
import icc.lod.view.Terms;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What links to a thing: counted whole, read a page at a time, or whole where it is little. */
final class Incoming {
  static final int PAGE_SIZE = 20;

  /** So many are read at once, to be arranged in tables; the shorter lists before the longer. */
  private static final long MOST_WHOLE = 400;

  /** The name under which {@code ?in=} asks for statements that use a property. */
  static final String USES = "uses";

  /**
   * The subjects linked by one property.
   *
   * @param key what {@code ?in=} says to get more of them
   * @param total how many there are
   * @param page the page read, counting from 1
   * @param subjects those on the page
   * @param known all of them, if they are few enough to be read at once; else those on the page
   */
  record Group(
      Node property, String key, long total, int page, List<Node> subjects, List<Node> known) {
    /** Whether all of them are known. */
    boolean whole() {
      return known.size() == total;
    }

    long first() {
      return (page - 1L) * PAGE_SIZE + 1;
    }

    long last() {
      return Math.min(total, (long) page * PAGE_SIZE);
    }
  }

  private final EntityPages.Material material;
  private final IncomingRequest request;

  Incoming(EntityPages.Material material) {
    this.material = material;
    this.request = material.incoming();
  }

  /**
   * Reads one page of each group, or of the group asked for.
   *
   * @throws Problem 404 when the page or the group asked for does not exist
   */
  List<Group> read(Node object) {
    Map<Node, Long> counts =
        material
            .hubs()
            .flatMap(hubs -> hubs.incoming(object))
            .orElseGet(() -> material.reading().incoming(object));
    Set<Node> whole = whole(counts);
    List<Slice> slices = new ArrayList<>();
    counts.forEach(
        (property, total) -> {
          long offset = (pageOf(property.getURI()) - 1L) * PAGE_SIZE;
          if (offset < total) {
            slices.add(
                whole.contains(property)
                    ? new Slice(property, 0, total)
                    : new Slice(property, offset, PAGE_SIZE));
          }
        });
    Map<Node, List<Node>> subjects = new LinkedHashMap<>();
    for (Triple triple : material.reading().incoming(object, slices)) {
      subjects
          .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
          .add(triple.getSubject());
    }
    List<Group> groups = new ArrayList<>();
    subjects.forEach(
        (property, found) ->
            groups.add(
                group(
                    property, counts.getOrDefault(property, 0L), whole.contains(property), found)));
    uses(object, groups);
    refuseMissing(groups);
    return groups;
  }

  /** The properties whose subjects are all read. */
  private static Set<Node> whole(Map<Node, Long> counts) {
    List<Map.Entry<Node, Long>> shortest =
        counts.entrySet().stream()
            .filter(entry -> !isPlain(entry.getKey()))
            .sorted(
                Map.Entry.<Node, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(Node::getURI))))
            .toList();
    Set<Node> whole = new HashSet<>();
    long sum = 0;
    for (Map.Entry<Node, Long> entry : shortest) {
      sum += entry.getValue();
      if (sum <= MOST_WHOLE) {
        whole.add(entry.getKey());
      }
    }
    return whole;
  }

  private Group group(Node property, long total, boolean whole, List<Node> found) {
    int page = pageOf(property.getURI());
    int first = (page - 1) * PAGE_SIZE;
    List<Node> shown =
        whole
            ? found.subList(
                Math.min(found.size(), first), Math.min(found.size(), first + PAGE_SIZE))
            : found;
    return new Group(property, property.getURI(), total, page, shown, found);
  }

  /** Instances, and what a source is the source of, are lists of things: nothing relates them. */
  static boolean isPlain(Node property) {
    return property.equals(Terms.TYPE) || property.equals(Terms.SOURCE);
  }

  /** A property's page also shows statements made with it. */
  private void uses(Node property, List<Group> groups) {
    if (!material.overview().properties().contains(property)) {
      return;
    }
    long total = material.reading().uses(property);
    int page = pageOf(USES);
    long offset = (page - 1L) * PAGE_SIZE;
    if (offset < total) {
      List<Node> subjects =
          material.reading().uses(new Slice(property, offset, PAGE_SIZE)).stream()
              .map(Triple::getSubject)
              .toList();
      groups.add(new Group(property, USES, total, page, subjects, List.of()));
    }
  }

  private int pageOf(String key) {
    return request.in().isEmpty() || request.in().equals(key) ? request.page() : 1;
  }

  private void refuseMissing(List<Group> groups) {
    boolean found =
        request.in().isEmpty()
            ? request.page() == 1 || !groups.isEmpty()
            : groups.stream().anyMatch(group -> group.key().equals(request.in()));
    if (!found) {
      throw Problem.notFound("There is no such page of links.");
    }
  }
}
