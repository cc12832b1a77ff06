package icc.lod.linking;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Overview;
import icc.lod.view.Reading;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** From identifiers to the things they stand for, and from things to their identifiers. */
public final class Lookup {
  /** More are asked for in several requests. */
  public static final int MOST = 1_000;

  private static final int MOST_MATCHES = 50;
  private static final int MOST_NEAREST = 5;
  private static final int PORTION = 100;

  private final Links links;
  private final PublicUrl publicUrl;

  /** A lookup in the releases these links are of. */
  public Lookup(Links links, PublicUrl publicUrl) {
    this.links = links;
    this.publicUrl = publicUrl;
  }

  /**
   * What some identifiers stand for, in their order.
   *
   * @param origin the address of the site, whose documents stand for what they are about
   */
  public List<Answer> find(List<String> asked, Lease lease, Visitor visitor, String origin) {
    List<Answer> answers = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += PORTION) {
      List<String> some = asked.subList(from, Math.min(asked.size(), from + PORTION));
      answers.addAll(new Portion(lease, visitor).answers(some, origin));
    }
    if (answers.size() == 1 && answers.get(0).total() == 0) {
      return List.of(new Portion(lease, visitor).nearest(asked.get(0)));
    }
    return answers;
  }

  /** The same as JSON. */
  public String json(List<String> asked, Lease lease, Visitor visitor, String origin) {
    List<Answer> answers = find(asked, lease, visitor, origin);
    return new String(
        LookupDocuments.json(answers, asked.size() > 1, origin), StandardCharsets.UTF_8);
  }

  Links links() {
    return links;
  }

  /** What is read for some of them. */
  private final class Portion {
    private final LinkSurvey survey;
    private final Overview overview;
    private final Reading reading;
    private final Visitor visitor;

    Portion(Lease lease, Visitor visitor) {
      this.survey = links.of(lease);
      this.overview = links.overview(lease);
      this.reading = new Reading(lease.store());
      this.visitor = visitor;
    }

    List<Answer> answers(List<String> asked, String origin) {
      IriSpace space = overview.space();
      Map<String, String> prefixes = reading.prefixes();
      List<Spelling> spellings =
          asked.stream().map(text -> Spelling.of(text, space, survey, prefixes, origin)).toList();
      List<Map<Node, String>> found = new Finding(survey.terms(), reading).things(spellings);
      Shown shown = shown(found);
      List<Answer> answers = new ArrayList<>();
      for (int i = 0; i < asked.size(); i++) {
        Map<Node, String> things = found.get(i);
        answers.add(
            new Answer(
                asked.get(i), things.size(), shown.matches(things, MOST_MATCHES), List.of()));
      }
      return answers;
    }

    Answer nearest(String asked) {
      Map<String, String> prefixes = reading.prefixes();
      String code =
          asked.matches("(?i)https?://.*")
              ? Space.codes(asked).stream().findFirst().orElse("")
              : asked.substring(asked.indexOf(':') + 1);
      List<Spelling> near =
          Spelling.near(code).stream()
              .map(text -> Spelling.of(text, overview.space(), survey, prefixes, ""))
              .toList();
      Map<Node, String> found = new LinkedHashMap<>();
      for (Map<Node, String> each : new Finding(survey.terms(), reading).things(near)) {
        each.forEach(found::putIfAbsent);
      }
      return new Answer(asked, 0, List.of(), shown(List.of(found)).matches(found, MOST_NEAREST));
    }

    private Shown shown(List<Map<Node, String>> found) {
      Set<Node> nodes = new LinkedHashSet<>();
      found.forEach(each -> each.keySet().stream().limit(MOST_MATCHES).forEach(nodes::add));
      return new Shown(
          Described.of(nodes, survey.terms(), reading, visitor),
          Addresses.of(nodes, overview, reading, publicUrl));
    }
  }

  private record Shown(Described described, Addresses addresses) {
    List<Match> matches(Map<Node, String> things, int most) {
      return things.entrySet().stream()
          .limit(most)
          .map(e -> match(e.getKey(), e.getValue()))
          .toList();
    }

    private Match match(Node thing, String by) {
      return new Match(
          thing.getURI(),
          addresses.link(new EntityIri(thing.getURI())),
          described.label(thing),
          described.types(thing),
          by,
          described.identifiers(thing));
    }
  }
}
