package icc.lod.cli;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small sources that carry a mark in every label, a new one each time they are written, and the
 * judgement whether an answer was made of one release alone. Thread-safe, but for writing.
 */
final class MarkedSources {
  /** All marks of the release, once each. */
  static final String MARKS =
      "/sparql?format=csv&query=SELECT%20DISTINCT%20?name%20%7B?town%20"
          + "%3Chttp://www.w3.org/2004/02/skos/core%23prefLabel%3E%20?name%7D";

  /** What visitors and programs ask for: all say something of all towns, or of one. */
  static final List<String> PATHS =
      List.of(
          "/",
          "/doc/town/t1",
          "/doc/town/t2.html?lang=uk",
          "/doc/town/t3.ttl",
          "/doc/town/t4.jsonld",
          "/doc/town/t5.nt",
          "/doc/town/t6.rdf",
          "/doc/town/t7.trig",
          "/doc/town/t8.nq",
          MARKS,
          MARKS.replace("csv", "json"),
          MARKS.replace("csv", "xml"),
          "/sparql?format=ttl&query=CONSTRUCT%20WHERE%20%7B?s%20?p%20?o%7D",
          "/search?q=town",
          "/suggest?q=town",
          "/browse",
          "/fragments?format=nt",
          "/fragments?format=trig&subject=https://w3id.org/intelligent-cities/id/town/t1",
          "/ldes",
          "/feed.atom",
          "/history?iri=https://w3id.org/intelligent-cities/id/town/t1",
          "/dumps/",
          "/dumps/all.nq",
          "/dumps/all.ttl",
          "/dumps/all.jsonld",
          "/dumps/all.rdf",
          "/catalog.ttl",
          "/releases",
          "/sitemap.xml");

  private static final int TOWNS = 40;
  private static final Pattern MARK = Pattern.compile("mark([0-9]+)e");
  private static final Pattern TAG = Pattern.compile("\"([0-9]+)-[0-9a-f]{12}-.*");

  private final Path folder;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> marks = new ConcurrentHashMap<>();

  /** Sources in the three usual folders of a working folder. */
  MarkedSources(Path folder) throws IOException {
    this.folder = folder;
    for (String name : List.of("ontology", "rdf-data", "sparql-examples")) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  /** Writes all anew, with this mark in all of it. */
  void write(int mark) throws IOException {
    StringBuilder turtle = new StringBuilder("@prefix s: <http://www.w3.org/2004/02/skos/core#> .");
    for (int town = 0; town < TOWNS; town++) {
      turtle.append(
          """

          <https://w3id.org/intelligent-cities/id/town/t%d> a <https://w3id.org/intelligent-cities/ontology#Town> ;
            s:prefLabel "town t%d mark%de" ; s:note "mark%de" ."""
              .formatted(town, town, mark, mark));
    }
    Files.writeString(folder.resolve("rdf-data/towns.ttl"), turtle);
  }

  /** Says once which mark a release holds. */
  void expect(int release, int mark) {
    marks.put(release, mark);
  }

  /** The release an answer names: in its field, or in its entity tag if that does. */
  static Optional<Integer> release(HttpResponse<String> answer) {
    Matcher tag = TAG.matcher(answer.headers().firstValue("ETag").orElse(""));
    return answer
        .headers()
        .firstValue("ICC-Release")
        .or(() -> tag.matches() ? Optional.of(tag.group(1)) : Optional.empty())
        .map(Integer::valueOf);
  }

  /** All marks in a text. */
  static Set<Integer> marks(String text) {
    Set<Integer> found = new HashSet<>();
    MARK.matcher(text).results().forEach(mark -> found.add(Integer.valueOf(mark.group(1))));
    return found;
  }

  /** What is wrong with an answer, if something is: an error, two releases, or two tags. */
  Optional<String> fault(String path, HttpResponse<String> answer) {
    String tag = answer.headers().firstValue("ETag").orElse("");
    if (answer.statusCode() == 304) {
      return Optional.empty();
    }
    if (answer.statusCode() != 200) {
      return Optional.of("status " + answer.statusCode() + " of " + path);
    }
    Set<Integer> found = marks(answer.body());
    // Those of before, too, stand where changes are told; the newest is the release's.
    boolean past = path.matches("/(ldes|feed|history|releases).*");
    if (found.size() > 1 && !past) {
      return Optional.of("marks " + found + " in " + path);
    }
    Optional<Integer> newest = found.stream().max(Integer::compare);
    Optional<Integer> named = release(answer);
    if (newest.isPresent() && named.isPresent()) {
      Integer known = marks.putIfAbsent(named.get(), newest.get());
      if (known != null && !known.equals(newest.get())) {
        return Optional.of(
            "mark %d under release %d, which has %d, in %s"
                .formatted(newest.get(), named.get(), known, path));
      }
    }
    String before = tag.isEmpty() ? null : bodies.putIfAbsent(path + tag, answer.body());
    return before == null || before.equals(answer.body())
        ? Optional.empty()
        : Optional.of(
            "two bodies under one tag %s of %s: %s"
                .formatted(tag, path, difference(before, answer.body())));
  }

  private static String difference(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return "'%s' and '%s'".formatted(around(one, same), around(other, same));
  }

  private static String around(String text, int place) {
    return text.substring(Math.max(0, place - 60), Math.min(text.length(), place + 60));
  }
}
