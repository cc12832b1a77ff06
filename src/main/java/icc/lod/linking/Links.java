package icc.lod.linking;

import icc.lod.rdf.LinkProperties;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overview;
import icc.lod.view.Overviews;
import icc.lod.view.PerRelease;
import icc.lod.view.Reading;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/** What is known of the links of the current release; surveyed once. Thread-safe. */
public final class Links {
  private final CurrentStore store;
  private final Overviews overviews;
  private final PerRelease<LinkSurvey> surveys = new PerRelease<>(this::survey);

  /** Links of the releases of a store. */
  public Links(CurrentStore store, Overviews overviews) {
    this.store = store;
    this.overviews = overviews;
  }

  /** Surveys the current release now, so that no visitor waits for it. */
  public void prepare() {
    try (Lease lease = store.lease()) {
      of(lease);
    }
  }

  LinkSurvey of(Lease lease) {
    return surveys.of(lease);
  }

  CurrentStore store() {
    return store;
  }

  Overview overview(Lease lease) {
    return overviews.of(lease);
  }

  String licence(Lease lease) {
    return overviews.licence(overviews.of(lease));
  }

  private LinkSurvey survey(Lease lease) {
    Overview overview = overviews.of(lease);
    Reading reading = new Reading(lease.store());
    LinkTerms terms = LinkTerms.of(reading, overview.properties());
    LinkProperties leading = new LinkProperties();
    reading.having(RDFS.Nodes.subPropertyOf).forEach(leading::learn);
    LinkSurvey survey = new LinkSurvey(overview.space(), terms, leading);
    List<Triple> together = new ArrayList<>();
    reading.linking(
        triple -> {
          if (!together.isEmpty() && !together.get(0).getSubject().equals(triple.getSubject())) {
            subject(together, survey);
          }
          together.add(triple);
        });
    subject(together, survey);
    return survey.finish();
  }

  private static void subject(List<Triple> together, LinkSurvey survey) {
    if (!together.isEmpty()) {
      Node subject = together.get(0).getSubject();
      survey.subject(subject, together);
      together.clear();
    }
  }
}
