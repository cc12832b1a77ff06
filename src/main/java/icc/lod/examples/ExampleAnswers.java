package icc.lod.examples;

import icc.lod.publish.Candidate;
import icc.lod.publish.ExampleAnswer;
import icc.lod.publish.Projection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Keeps what the examples of a candidate gave: an index, and for each with rows a file of them
 * (SPARQL 1.1 Query Results JSON Format).
 */
public final class ExampleAnswers implements Projection {
  static final String FOLDER = "examples";
  static final String INDEX = "index.json";

  @Override
  public String name() {
    return "examples/1";
  }

  @Override
  public void project(Candidate candidate) throws IOException {
    Path folder = Files.createDirectories(candidate.folder().resolve(FOLDER));
    JsonArray index = new JsonArray();
    for (ExampleAnswer answer : candidate.answers()) {
      String file = "";
      if (!answer.rows().isEmpty()) {
        file = String.format(Locale.ROOT, "%04d.srj", index.size() + 1);
        write(folder.resolve(file), answer);
      }
      index.add(entry(answer, file));
    }
    JsonObject json = new JsonObject();
    json.put("answers", index);
    Files.writeString(folder.resolve(INDEX), JSON.toString(json), StandardCharsets.UTF_8);
  }

  private static JsonObject entry(ExampleAnswer answer, String file) {
    JsonObject json = new JsonObject();
    json.put("example", answer.example().iri());
    json.put("kind", answer.kind().name());
    json.put("total", answer.total());
    json.put("millis", answer.millis());
    json.put("failure", answer.failure());
    json.put("file", file);
    return json;
  }

  private static void write(Path file, ExampleAnswer answer) throws IOException {
    RowSet rows = RowSetStream.create(answer.columns(), answer.rows().iterator());
    try (OutputStream out = Files.newOutputStream(file)) {
      RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
          .create(ResultSetLang.RS_JSON)
          .write(out, rows, ARQ.getContext());
    }
  }
}
