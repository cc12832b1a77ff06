package icc.lod.publish;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Projections made one after the other, since the later read what the earlier wrote.
 *
 * @param steps in their order
 */
public record InTurn(List<Projection> steps) implements Projection {
  public InTurn {
    steps = List.copyOf(steps);
  }

  @Override
  public String name() {
    return steps.stream().map(Projection::name).collect(Collectors.joining(" "));
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    for (Projection step : steps) {
      step.project(candidate);
    }
  }
}
