package icc.lod.proof;

import icc.lod.publish.ExampleAnswer;
import icc.lod.publish.Judgement;

/** What is claimed of the data itself. */
final class DataChecks {
  private DataChecks() {}

  /** SHACL, section 3: the gate let nothing pass that breaks a shape. */
  static Result shapes(Evidence evidence) {
    Judgement judgement = evidence.candidate().judgement();
    Tally tally = new Tally("shapes");
    if (!judgement.judged()) {
      return tally.untested("The gate was switched off (--no-gate)");
    }
    if (!judgement.asked()) {
      return tally.inapplicable();
    }
    return tally
        .figure("shapes", judgement.shapes())
        .figure("nodes", judgement.nodes())
        .figure("violations", 0)
        .figure("warnings", judgement.warnings())
        .required();
  }

  /** RDF 1.1 Concepts, section 3.2: IRIs are absolute and well formed. */
  static Result iris(Evidence evidence) {
    return new Tally("iris")
        .figure("iris", evidence.survey().iris())
        .findings(evidence.survey().badIris())
        .required(evidence.asked());
  }

  static Result blankNodes(Evidence evidence) {
    Tally tally = new Tally("blank-nodes").figure("blank-nodes", evidence.survey().blanks());
    if (evidence.survey().blanks() > 0) {
      tally.finding(evidence.survey().blanks() + " statements have blank nodes");
    }
    return tally.required(evidence.asked());
  }

  static Result ownLinks(Evidence evidence) {
    Tally tally = new Tally("own-links");
    if (evidence.survey().ownLinks() == 0) {
      return tally.inapplicable();
    }
    return tally
        .figure("links", evidence.survey().ownLinks())
        .findings(evidence.survey().dangling())
        .required(evidence.asked());
  }

  static Result outsideLinks(Evidence evidence) {
    Tally tally = new Tally("outside-links");
    if (evidence.survey().outsideLinks() == 0) {
      return tally.inapplicable();
    }
    return tally
        .figure("links", evidence.survey().outsideLinks())
        .figure("known-targets", evidence.survey().knownTargets())
        .findings(evidence.survey().badLinks())
        .required(evidence.asked());
  }

  /** Every example gave at least what it promises. */
  static Result examples(Evidence evidence) {
    Tally tally = new Tally("examples");
    if (evidence.candidate().answers().isEmpty()) {
      return tally.inapplicable();
    }
    long rows = 0;
    for (ExampleAnswer answer : evidence.candidate().answers()) {
      rows += answer.total();
      String iri = answer.example().iri();
      if (!answer.failure().isEmpty()) {
        tally.finding("<" + iri + "> " + answer.failure());
      } else if (answer.total() < answer.example().minimum()) {
        tally.finding(
            "<%s> gives %d results, %d are promised"
                .formatted(iri, answer.total(), answer.example().minimum()));
      }
    }
    return tally
        .figure("examples", evidence.candidate().answers().size())
        .figure("rows", rows)
        .required(evidence.judged());
  }
}
