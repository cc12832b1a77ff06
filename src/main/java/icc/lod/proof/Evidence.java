package icc.lod.proof;

import icc.lod.catalogue.Harvested;
import icc.lod.publish.Candidate;
import org.apache.jena.graph.Graph;

/**
 * What checks look at: the candidate as it lies in its folder, and one reading of all its data.
 *
 * @param survey what that reading found
 * @param terms the ontology's own terms
 * @param harvested what is there to be harvested
 */
record Evidence(Candidate candidate, Survey survey, OwnTerms terms, Harvested harvested) {
  static Evidence of(Candidate candidate) {
    Graph data = candidate.graph();
    return new Evidence(
        candidate,
        Survey.of(data, candidate.base()),
        OwnTerms.of(data, candidate.base()),
        Harvested.of(candidate.folder(), candidate.base()));
  }

  Graph data() {
    return candidate.graph();
  }

  /** Whether the sources bring rules, and so ask to be checked. */
  boolean asked() {
    return candidate.judgement().asked();
  }

  /** Whether rules may refuse. */
  boolean judged() {
    return candidate.judgement().judged();
  }
}
