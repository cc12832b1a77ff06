package icc.lod.proof;

import icc.lod.publish.Candidate;
import icc.lod.publish.Finding;
import icc.lod.publish.Projection;
import icc.lod.publish.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a candidate once all of it is made, and writes down what came out. */
public final class ReleaseProof implements Projection {
  private static final Logger LOG = LoggerFactory.getLogger(ReleaseProof.class);

  /** In the order in which they are told. */
  private static final List<Check> CHECKS =
      List.of(
          DataChecks::shapes,
          DataChecks::iris,
          DataChecks::blankNodes,
          DataChecks::ownLinks,
          DataChecks::outsideLinks,
          OntologyChecks::termsDefined,
          OntologyChecks::labels,
          OntologyChecks::definitions,
          OntologyChecks::owlRl,
          DataChecks::examples,
          FaceChecks::counts,
          SyntaxCheck::syntaxes,
          FaceChecks::replay,
          FaceChecks::checksums,
          CatalogueChecks::dcatAp,
          CatalogueChecks::voidCounts);

  @Override
  public String name() {
    return "proof/2";
  }

  @Override
  public boolean last() {
    return true;
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    long start = System.nanoTime();
    Evidence evidence = Evidence.of(candidate);
    List<Result> results = new ArrayList<>();
    for (Check check : CHECKS) {
      results.add(check.run(evidence));
    }
    Proof proof = new Proof(results);
    List<Finding> refusals = refusals(proof);
    if (!refusals.isEmpty() && evidence.judged()) {
      throw new RefusedException(refusals);
    }
    proof.write(candidate.folder());
    LOG.info(
        "proved the release in {} ms: {} of {} checks passed",
        (System.nanoTime() - start) / 1_000_000,
        proof.count(Verdict.PASSED),
        results.size());
  }

  private static List<Finding> refusals(Proof proof) {
    return proof.results().stream()
        .filter(Result::refuses)
        .flatMap(
            result ->
                result.findings().stream()
                    .map(text -> Finding.of("", "proof:" + result.check(), text)))
        .collect(Collectors.toList());
  }
}
