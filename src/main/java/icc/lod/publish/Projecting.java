package icc.lod.publish;

import icc.lod.store.Tdb2Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/** Makes all that is derived from a candidate. */
final class Projecting {
  private final Tdb2Store store;
  private final Making making;
  private final List<ExampleAnswer> answers;
  private final Judgement judgement;
  private final Steps steps;

  /** Makes it of what a store holds, which was judged so. */
  Projecting(
      Tdb2Store store,
      Making making,
      List<ExampleAnswer> answers,
      Judgement judgement,
      Steps steps) {
    this.store = store;
    this.making = making;
    this.answers = answers;
    this.judgement = judgement;
    this.steps = steps;
  }

  /** What others read first, what reads others last. */
  void all(List<Projection> projections, Report refused) throws IOException {
    try (Groundwork groundwork = new Groundwork(making.building(), making.before())) {
      Function<DatasetGraph, Candidate> candidate = candidate(groundwork);
      for (boolean last : List.of(false, true)) {
        sideBySide(projections.stream().filter(each -> each.last() == last).toList(), candidate);
      }
    } catch (RefusedException e) {
      e.findings().forEach(refused::add);
    }
    steps.done("all that is derived, side by side");
  }

  /** The candidate over the data set of a transaction, for each thread has its own. */
  private Function<DatasetGraph, Candidate> candidate(Groundwork groundwork) {
    Function<DatasetGraph, Graph> graphs = store.defaultGraphs();
    return data ->
        new Candidate(
            making.building(),
            data,
            graphs.apply(data),
            making.base(),
            making.created(),
            answers,
            judgement,
            groundwork);
  }

  /** Side by side, for each reads much and writes into a folder of its own. */
  private void sideBySide(List<Projection> some, Function<DatasetGraph, Candidate> candidate) {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (Projection projection : some) {
      tasks.add(
          () ->
              store.read(
                  dataset -> {
                    project(projection, candidate.apply(dataset));
                    return true;
                  }));
    }
    int cores = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishingException("Publishing was interrupted, nothing was changed", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PublishingException failed) {
        throw failed;
      }
      if (e.getCause() instanceof RefusedException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void project(Projection projection, Candidate candidate) {
    if (projection instanceof InTurn inTurn) {
      inTurn.steps().forEach(step -> project(step, candidate));
      return;
    }
    try {
      steps.time(
          projection.name(),
          candidate.graph().size(),
          phase -> projection.project(candidate.watchedBy(phase)));
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Whatever a projection runs into, the candidate is given up and the reader is told which.
      throw new PublishingException(
          "Making %s failed, nothing was changed: %s. %s"
              .formatted(
                  projection.name(),
                  DiskFaults.reason(e, candidate.folder()),
                  e instanceof IOException
                      ? "Check space and rights where it is written, then publish again"
                      : "That is a fault of this program; publish without what was changed last"),
          e);
    }
  }
}
