package icc.lod.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The proof of a release as it is kept in its folder.
 *
 * @param results of all checks, in the order in which they are told
 */
record Proof(List<Result> results) {
  private static final String FOLDER = "proof";
  private static final String FILE = "proof.json";

  Proof {
    results = List.copyOf(results);
  }

  /** How many ended so. */
  long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  void write(Path release) throws IOException {
    Path folder = Files.createDirectories(release.resolve(FOLDER));
    Files.writeString(folder.resolve(FILE), JSON.toString(json()) + "\n");
  }

  /** The proof of a release; empty for one that an older program made. */
  static Optional<Proof> read(Path release) throws IOException {
    Path file = release.resolve(FOLDER).resolve(FILE);
    return Files.exists(file) ? Optional.of(parse(Files.readString(file))) : Optional.empty();
  }

  JsonObject json() {
    JsonArray all = new JsonArray();
    results.forEach(result -> all.add(json(result)));
    JsonObject json = new JsonObject();
    for (Verdict verdict : Verdict.values()) {
      json.put(verdict.word(), count(verdict));
    }
    json.put("checks", all);
    return json;
  }

  byte[] bytes() {
    return (JSON.toString(json()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject json(Result result) {
    JsonObject figures = new JsonObject();
    result.figures().forEach(figures::put);
    JsonArray findings = new JsonArray();
    result.findings().forEach(findings::add);
    JsonObject json = new JsonObject();
    json.put("check", result.check());
    json.put("required", result.required());
    json.put("outcome", result.verdict().word());
    json.put("figures", figures);
    json.put("total", result.total());
    json.put("findings", findings);
    return json;
  }

  private static Proof parse(String text) {
    List<Result> results = new ArrayList<>();
    for (JsonValue value : JSON.parse(text).get("checks").getAsArray()) {
      JsonObject json = value.getAsObject();
      Map<String, Long> figures = new LinkedHashMap<>();
      json.getObj("figures")
          .forEach((name, number) -> figures.put(name, number.getAsNumber().value().longValue()));
      List<String> findings = new ArrayList<>();
      json.get("findings").getAsArray().forEach(each -> findings.add(each.getAsString().value()));
      results.add(
          new Result(
              json.getString("check"),
              json.getBoolean("required"),
              Verdict.valueOf(json.getString("outcome").toUpperCase(Locale.ROOT)),
              figures,
              json.getNumber("total").longValue(),
              findings));
    }
    return new Proof(results);
  }
}
