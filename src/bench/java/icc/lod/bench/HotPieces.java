package icc.lod.bench;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Representation;
import icc.lod.web.Negotiation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every request for a page that is not ready passes, for JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HotPieces {
  private static final List<String> BROWSER =
      List.of("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8");
  private static final List<String> HARVESTER =
      List.of("text/turtle;q=0.9, application/ld+json, application/rdf+xml;q=0.8, */*;q=0.1");

  private final IriSpace space = new IriSpace(TestData.BASE);

  /** What a browser accepts becomes a form. */
  @Benchmark
  public Optional<Representation> browser() {
    return Negotiation.best(BROWSER, Representation.offers());
  }

  /** What a harvester accepts becomes a form. */
  @Benchmark
  public Optional<Representation> harvester() {
    return Negotiation.best(HARVESTER, Representation.offers());
  }

  /** The path of a document becomes the IRIs that it may be about. */
  @Benchmark
  public List<EntityIri> candidates() {
    return space.documentCandidates("city/city-17");
  }
}
