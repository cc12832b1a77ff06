package icc.lod.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import icc.lod.Fuzz;
import icc.lod.store.Releases;
import icc.lod.web.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Example;

/** Whatever is sent as a batch: queries, or a problem of its sender. */
final class QueryReaderFuzzTest {
  private static final List<String> EXAMPLES =
      List.of(
          "{\"q0\": {\"query\": \"Lviv\", \"type\": \"City\", \"limit\": 3, \"properties\":"
              + " [{\"pid\": \"country\", \"v\": [{\"id\": \"https://example.org/id/ua\"}, 1]}]}}",
          "{\"queries\": [{\"type\": \"City\", \"limit\": 5, \"conditions\": [{\"matchType\":"
              + " \"name\", \"propertyValue\": \"Lviv\", \"matchQuantifier\": \"any\"},"
              + " {\"matchType\": \"property\", \"propertyId\": \"in/country\", \"required\": true,"
              + " \"propertyValue\": \"UA\"}]}]}",
          "{\"ids\": [\"https://example.org/id/lviv\"], \"properties\": [{\"id\": \"country\","
              + " \"settings\": {\"limit\": \"1\", \"content\": \"literal\"}}]}");

  private static final String[] WORDS = {
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e400",
    "1.5",
    "99999999999999999999",
    "\"query\"",
    "\"queries\"",
    "\"type\"",
    "\"limit\"",
    "\"properties\"",
    "\"pid\"",
    "\"p\"",
    "\"v\"",
    "\"id\"",
    "\"conditions\"",
    "\"matchType\"",
    "\"propertyValue\"",
    "\"matchQuantifier\"",
    "\"matchQualifier\"",
    "\"all\"",
    "\"settings\"",
    "\"type_strict\"",
    "\"should\"",
    "{}",
    "[]",
    "{\"q0\":",
    "[[[[[[[[",
    " ",
    "\n"
  };

  @Example
  void anyBatch_isReadOrAProblem() throws Exception {
    Path state = Files.createTempDirectory("icc-fuzz-");
    String data =
        """
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <https://example.org/id/lviv> a <https://example.org/ns#City> ; rdfs:label "Lviv"@en ;
          <https://example.org/ns#country> <https://example.org/id/ua> .
        """;
    try (LinkSite site = LinkSite.of(state, data)) {
      QueryReader reader = new QueryReader(site.schema(), ReconcileSettings.DEFAULT);
      Fuzz.run(
          "reconciliation",
          Fuzz.texts(EXAMPLES, WORDS),
          text -> {
            for (Runnable reading :
                List.<Runnable>of(
                    () -> assertThat(reader.batch(text)).isNotNull(),
                    () -> assertThat(reader.draft(text)).isNotNull(),
                    () -> Extension.read(text, "It", site.schema(), ReconcileSettings.DEFAULT))) {
              try {
                reading.run();
              } catch (Problem problem) {
                assertThat(problem.status()).isBetween(400, 499);
              }
            }
          });
    } finally {
      Releases.delete(state);
    }
  }
}
