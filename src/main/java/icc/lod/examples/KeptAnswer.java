package icc.lod.examples;

import icc.lod.publish.ExampleAnswer.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * An example's answer as a release keeps it.
 *
 * @param failure why there is none; empty when there is one
 * @param folder where its file is
 * @param file the name of the file with the first rows; empty when it has none
 */
record KeptAnswer(Kind kind, long total, long millis, String failure, Path folder, String file) {
  /** Of a release that was made without answers. */
  static final KeptAnswer NOT_MADE = new KeptAnswer(Kind.TABLE, 0, -1, "", Path.of(""), "");

  /** The first rows of an answer. */
  record Rows(List<Var> columns, List<Binding> rows) {}

  boolean made() {
    return millis >= 0;
  }

  /** The answers of a release by the IRIs of the examples; none when it was made without. */
  static Map<String, KeptAnswer> all(Path release) {
    Path folder = release.resolve(ExampleAnswers.FOLDER);
    Path index = folder.resolve(ExampleAnswers.INDEX);
    Map<String, KeptAnswer> answers = new HashMap<>();
    if (!Files.exists(index)) {
      return answers;
    }
    try {
      for (JsonValue value : JSON.parse(Files.readString(index)).get("answers").getAsArray()) {
        JsonObject json = value.getAsObject();
        answers.put(json.getString("example"), answer(json, folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The answers of the examples cannot be read", e);
    }
    return answers;
  }

  private static KeptAnswer answer(JsonObject json, Path folder) {
    return new KeptAnswer(
        Kind.valueOf(json.getString("kind")),
        json.getNumber("total").longValue(),
        json.getNumber("millis").longValue(),
        json.getString("failure"),
        folder,
        json.getString("file"));
  }

  /** Reads the first rows. */
  Rows rows() {
    if (file.isEmpty()) {
      return new Rows(List.of(), List.of());
    }
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      RowSet rows =
          RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
              .create(ResultSetLang.RS_JSON)
              .read(in, ARQ.getContext());
      List<Binding> all = rows.stream().toList();
      return new Rows(rows.getResultVars(), all);
    } catch (IOException e) {
      throw new UncheckedIOException("The answer of an example cannot be read", e);
    }
  }
}
