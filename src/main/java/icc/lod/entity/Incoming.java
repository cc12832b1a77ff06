package icc.lod.entity;

import icc.lod.view.Reading;
import icc.lod.view.Reading.Slice;
import icc.lod.view.Terms;
import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** What links to a thing: counted whole, read a page at a time. */
final class Incoming {
  static final int PAGE_SIZE = 20;

  /** So many are read at once, to be arranged in tables. */
  static final int FEW = 300;

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

  private Incoming() {}

  /**
   * Reads one page of each group, or of the group asked for.
   *
   * @throws Problem 404 when the page or the group asked for does not exist
   */
  static List<Group> read(Node object, IncomingRequest request, Reading reading) {
    Map<Node, Long> counts = reading.incoming(object);
    List<Slice> slices = new ArrayList<>();
    counts.forEach(
        (property, total) -> {
          long offset = (pageOf(property.getURI(), request) - 1L) * PAGE_SIZE;
          if (offset < total) {
            slices.add(
                total <= FEW && !isPlain(property)
                    ? new Slice(property, 0, FEW)
                    : new Slice(property, offset, PAGE_SIZE));
          }
        });
    Map<Node, List<Node>> subjects = new LinkedHashMap<>();
    for (Triple triple : reading.incoming(object, slices)) {
      subjects
          .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>())
          .add(triple.getSubject());
    }
    List<Group> groups = new ArrayList<>();
    subjects.forEach(
        (property, found) ->
            groups.add(
                group(
                    property,
                    counts.getOrDefault(property, 0L),
                    pageOf(property.getURI(), request),
                    found)));
    uses(object, request, reading, groups);
    refuseMissing(request, groups);
    return groups;
  }

  private static Group group(Node property, long total, int page, List<Node> found) {
    boolean few = total <= FEW && !isPlain(property);
    int first = (page - 1) * PAGE_SIZE;
    List<Node> shown =
        few ? found.subList(first, Math.min(found.size(), first + PAGE_SIZE)) : found;
    return new Group(property, property.getURI(), total, page, shown, found);
  }

  /** Instances, and what a source is the source of, are lists of things: nothing relates them. */
  static boolean isPlain(Node property) {
    return property.equals(Terms.TYPE) || property.equals(Terms.SOURCE);
  }

  /** A property's page also shows statements made with it. */
  private static void uses(
      Node property, IncomingRequest request, Reading reading, List<Group> groups) {
    long total = reading.uses(property);
    int page = pageOf(USES, request);
    long offset = (page - 1L) * PAGE_SIZE;
    if (offset < total) {
      List<Node> subjects =
          reading.uses(new Slice(property, offset, PAGE_SIZE)).stream()
              .map(Triple::getSubject)
              .toList();
      groups.add(new Group(property, USES, total, page, subjects, List.of()));
    }
  }

  private static int pageOf(String key, IncomingRequest request) {
    return request.in().isEmpty() || request.in().equals(key) ? request.page() : 1;
  }

  private static void refuseMissing(IncomingRequest request, List<Group> groups) {
    boolean found =
        request.in().isEmpty()
            ? request.page() == 1 || !groups.isEmpty()
            : groups.stream().anyMatch(group -> group.key().equals(request.in()));
    if (!found) {
      throw Problem.notFound("There is no such page of links.");
    }
  }
}
