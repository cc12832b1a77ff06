package icc.lod.cli;

import icc.lod.app.Service;
import icc.lod.config.Config;
import icc.lod.reconcile.Reconciliation;
import icc.lod.reconcile.TableColumns;
import icc.lod.reconcile.TableException;
import icc.lod.reconcile.TableLinking;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icc link FILE.csv}: a table with the things its names mean. */
@Command(
    name = "link",
    description = {
      "Adds to a CSV table the things its names mean: iri, label, score, match, alternatives.",
      "match is true only where it is safe; look at the rest."
    })
final class LinkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "CSV table, - reads standard input")
  private String file = "-";

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "column with the names, by name or number (default: guessed)")
  private String column = "";

  @Option(
      names = "--country",
      paramLabel = "NAME",
      description = "column with the country, as name or code in any language")
  private Optional<String> country = Optional.empty();

  @Option(
      names = "--property",
      paramLabel = "PROPERTY=COLUMN",
      description = "column with another property, such as wikidata=qid; repeatable")
  private Map<String, String> properties = new HashMap<>();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "only things of this class, such as City")
  private String type = "";

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "encoding of the table (default: UTF-8, or UTF-16 with a mark)")
  private Optional<String> encoding = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "file to write (default: standard output)")
  private Optional<Path> out = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Config config = Flags.config(spec);
    QueryCommand.currentRelease(config);
    Optional<Charset> charset = encoding.map(LinkCommand::charset);
    country.ifPresent(name -> properties.put("country", name));
    TableColumns columns = new TableColumns(column, properties, type);
    try (CurrentStore store = Service.store(config);
        InputStream in = in()) {
      store.refresh();
      TableLinking.Summary summary = link(store, columns, in, charset);
      spec.commandLine()
          .getErr()
          .printf(
              "%d rows: %d matched, %d to look at, %d not found, %d without a name%n",
              summary.rows(),
              summary.matched(),
              summary.unsure(),
              summary.missed(),
              summary.empty());
      return Main.DONE;
    } catch (TableException e) {
      throw new Refusal(file + ": " + e.getMessage());
    }
  }

  private TableLinking.Summary link(
      CurrentStore store, TableColumns columns, InputStream in, Optional<Charset> charset)
      throws IOException {
    Reconciliation reconciliation = Service.reconciliation(store);
    try (Lease lease = store.lease()) {
      if (out.isEmpty()) {
        Writer writer = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
        TableLinking.Summary summary =
            TableLinking.link(reconciliation, lease, columns, in, charset, writer);
        writer.flush();
        ExportCommand.checkStandardOutput();
        return summary;
      }
      return toFile(out.get(), reconciliation, lease, columns, in, charset);
    }
  }

  /** What is there when it fails is not half a table: the file takes its name when it is whole. */
  private static TableLinking.Summary toFile(
      Path target,
      Reconciliation reconciliation,
      Lease lease,
      TableColumns columns,
      InputStream in,
      Optional<Charset> charset)
      throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      TableLinking.Summary summary;
      try (Writer writer = Files.newBufferedWriter(part)) {
        summary = TableLinking.link(reconciliation, lease, columns, in, charset, writer);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return summary;
    } catch (IOException e) {
      throw new Refusal("The file " + target + " cannot be written: " + e.getMessage());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private InputStream in() {
    try {
      return file.equals("-")
          ? System.in
          : new BufferedInputStream(Files.newInputStream(Path.of(file)));
    } catch (IOException e) {
      throw new Refusal("The table " + file + " cannot be read; check the path");
    }
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      throw new Refusal("--encoding " + name + ": there is none of this name; try windows-1251");
    }
  }
}
