package icc.lod.linking;

import icc.lod.linking.LinkSurvey.Target;
import icc.lod.store.Lease;
import icc.lod.view.Reading;
import icc.lod.web.Problem;
import icc.lod.web.Visitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The links to one target, in the order of their subjects. */
final class LinkRows {
  /** What is larger is for the dumps. */
  static final int MOST = 300_000;

  private static final int PORTION = 1_000;

  private final LinkSurvey survey;
  private final Reading reading;
  private final Visitor visitor;

  LinkRows(LinkSurvey survey, Lease lease, Visitor visitor) {
    this.survey = survey;
    this.reading = new Reading(lease.store());
    this.visitor = visitor;
  }

  /**
   * The links.
   *
   * @throws Problem 413 when there are too many for one file
   */
  List<Triple> links(Target target) {
    if (target.total() > MOST) {
      throw Problem.of(
          413,
          "Too many links",
          "These are "
              + target.total()
              + " links, too many for one file: take them from /dumps/ or by /fragments.");
    }
    return reading.links(target.properties().keySet(), target.root()).stream()
        .filter(t -> survey.own(t.getSubject()))
        .sorted(
            Comparator.comparing((Triple t) -> t.getSubject().toString())
                .thenComparing(t -> t.getPredicate().getURI())
                .thenComparing(t -> t.getObject().getURI()))
        .toList();
  }

  /** What the data says of these links. */
  List<LinkRow> rows(List<Triple> links) {
    List<LinkRow> rows = new ArrayList<>();
    for (int from = 0; from < links.size(); from += PORTION) {
      List<Triple> some = links.subList(from, Math.min(links.size(), from + PORTION));
      Set<Node> subjects =
          some.stream()
              .map(Triple::getSubject)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      Described described = Described.ofLinks(subjects, survey.terms(), reading, visitor);
      some.forEach(
          link ->
              rows.add(
                  new LinkRow(link, described.label(link.getSubject()), described.link(link))));
    }
    return rows;
  }

  /** Those of the links that say what stands for a thing elsewhere. */
  List<Triple> mappings(List<Triple> links) {
    return links.stream()
        .filter(t -> survey.terms().mappings().contains(t.getPredicate()))
        .toList();
  }

  /** The first things of a kind that have no link to a target. */
  List<Node> missing(Target target, Node kind, int most) {
    return reading.without(kind, target.properties().keySet(), target.root(), most).stream()
        .filter(survey::own)
        .toList();
  }
}
