package icc.lod.publish;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import icc.lod.rdf.RdfFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;

/**
 * Reads one file of the sources into a stream of triples and quads; every fault becomes a finding
 * with line and column. Opens no connection: a JSON-LD file that asks for a remote context is a
 * finding, for a release must not depend on what another server answers that day.
 */
final class SourceParser {
  private final String base;
  private final Report errors;
  private final Report warnings;

  /**
   * @param errors takes what makes a file invalid
   * @param warnings takes IRIs that are valid by syntax and still wrong by the rules of their
   *     scheme
   */
  SourceParser(String base, Report errors, Report warnings) {
    this.base = base;
    this.errors = errors;
    this.warnings = warnings;
  }

  /**
   * Reads a file.
   *
   * @param read takes how many bytes were read of it
   */
  void parse(SourceFile file, LongConsumer read, StreamRDF sink) {
    int before = errors.total();
    FindingHandler handler = new FindingHandler(file);
    try (InputStream in = file.open(read)) {
      RDFParser.source(in)
          .lang(file.format().lang())
          .base(base)
          .errorHandler(handler)
          .set(LangJSONLD11.JSONLD_OPTIONS, offline())
          .parse(sink);
    } catch (StopReading e) {
      // Already reported, with its place.
    } catch (ZipException | EOFException e) {
      errors.add(Finding.of(file.name(), "syntax", "this is no gzip file, or it is cut short"));
    } catch (IOException e) {
      errors.add(Finding.of(file.name(), "syntax", "the file cannot be read: " + e.getMessage()));
    } catch (RiotException e) {
      // The JSON-LD reader reports some faults first and throws afterwards, others it only throws.
      if (errors.total() == before) {
        Finding said = handler.held.orElse(Finding.of(file.name(), "syntax", ""));
        errors.add(said.withMessage(deepest(e)));
      }
    }
  }

  /** The first cause of a fault, which says what is wrong with the text. */
  private static String deepest(Throwable fault) {
    Throwable deepest = fault;
    // Some of the JSON-LD reader's faults go round in a circle.
    for (int depth = 0; depth < 8; depth++) {
      Throwable cause = deepest.getCause();
      if (cause == null) {
        break;
      }
      deepest = cause;
    }
    return String.valueOf(deepest.getMessage());
  }

  private static JsonLdOptions offline() {
    JsonLdOptions options = new JsonLdOptions();
    options.setDocumentLoader(
        (uri, ignored) -> {
          throw new JsonLdError(
              JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
              "remote contexts are not loaded, put the context into the file: " + uri);
        });
    return options;
  }

  /** A file that cannot be read further. */
  private static final class StopReading extends RiotException {
    private static final long serialVersionUID = 1L;

    StopReading(String message) {
      super(message);
    }
  }

  private final class FindingHandler implements ErrorHandler {
    private final String name;
    private final boolean thrownAgain;
    private Optional<Finding> held = Optional.empty();

    FindingHandler(SourceFile file) {
      this.name = file.name();
      this.thrownAgain = file.format() == RdfFormat.JSON_LD;
    }

    @Override
    public void warning(String message, long line, long col) {
      warnings.add(Finding.at(name, line, col, "iri", message));
    }

    @Override
    public void error(String message, long line, long col) {
      Finding finding = Finding.at(name, line, col, "syntax", message);
      if (thrownAgain) {
        // The place comes here, what is wrong with the exception that follows.
        held = Optional.of(finding);
      } else {
        errors.add(finding);
      }
    }

    @Override
    public void fatal(String message, long line, long col) {
      errors.add(Finding.at(name, line, col, "syntax", message));
      throw new StopReading(message);
    }
  }
}
