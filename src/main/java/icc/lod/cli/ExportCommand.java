package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.rdf.RdfFormat;
import icc.lod.store.Export;
import icc.lod.store.Release;
import icc.lod.store.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.sparql.core.DatasetGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code icc export}: the whole current release in one file. */
@Command(name = "export", description = "Writes the whole current release.")
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "nq (default), trig, jsonld with named graphs; nt, ttl, rdf without")
  private String format = "nq";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "file to write (default: standard output)")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() {
    Config config = Flags.config(spec);
    RdfFormat wanted =
        RdfFormat.bySuffix(format)
            .orElseThrow(
                () ->
                    new Refusal(
                        "--format " + format + ": choose nq, trig, jsonld, nt, ttl or rdf"));
    Release release = QueryCommand.currentRelease(config);
    try (Store store = Service.open(release, config);
        OutputStream out = open()) {
      store.read(dataset -> write(dataset, wanted, out));
      out.flush();
      checkStandardOutput();
    } catch (IOException | RuntimeIOException e) {
      throw unwritten(e);
    }
    return Main.DONE;
  }

  /** A print stream keeps quiet about a full disk until it is asked. */
  static void checkStandardOutput() {
    if (System.out.checkError()) {
      throw unwritten(new IOException("standard output takes no more"));
    }
  }

  static Refusal unwritten(Exception e) {
    String why =
        e instanceof RuntimeIOException && e.getCause() != null
            ? String.valueOf(e.getCause().getMessage())
            : String.valueOf(e.getMessage());
    return new Refusal("What was written is not complete: " + why);
  }

  private OutputStream open() {
    try {
      return new BufferedOutputStream(
          output.isPresent() ? Files.newOutputStream(output.get()) : System.out);
    } catch (IOException e) {
      throw new Refusal(
          "The file " + output.orElseThrow() + " cannot be written; check folder and rights");
    }
  }

  private static boolean write(DatasetGraph dataset, RdfFormat format, OutputStream out) {
    Export.write(dataset, format, out);
    return true;
  }
}
