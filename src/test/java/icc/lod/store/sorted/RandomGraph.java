package icc.lod.store.sorted;

import java.util.List;
import java.util.Random;

/** A graph of all kinds of terms, small enough for every join. */
final class RandomGraph {
  private static final int NODES = 60;
  private static final int STATEMENTS = 900;

  private RandomGraph() {}

  static String trig(Random random) {
    StringBuilder text =
        new StringBuilder(RandomQuery.PREFIXES.replaceAll("PREFIX (\\S+ \\S+)", "@prefix $1 ."));
    for (int i = 0; i < STATEMENTS; i++) {
      String graph = random.nextInt(10) == 0 ? ":g" : "";
      String statement = node(random) + " :p" + random.nextInt(6) + " ";
      statement += random.nextInt(3) == 0 ? literal(random) : node(random);
      text.append(graph.isEmpty() ? statement + " .\n" : ":g { " + statement + " }\n");
    }
    for (int i = 0; i < NODES; i++) {
      text.append(
          ":n%d a :C%d ; :next :n%d ; :size %d .\n".formatted(i, i % 4, (i + 1) % NODES, i % 7));
      text.append(
          ":n%d :name \"name %d\"@en, \"Name %d\"@de, \"імʼя %d\"@uk .\n"
              .formatted(i, i % 9, i, i));
    }
    return text.toString();
  }

  static String node(Random random) {
    int number = random.nextInt(NODES);
    return switch (random.nextInt(16)) {
      case 0, 1 -> "_:b" + number % 10;
      case 2 -> "<http://e/document#" + number % 5 + ">";
      default -> ":n" + number;
    };
  }

  static String literal(Random random) {
    int n = random.nextInt(12);
    return List.of(
            Integer.toString(n),
            "-" + n,
            "\"0" + n + "\"^^xsd:integer",
            n + ".50",
            n + ".5e0",
            "\"" + n + "\"",
            "\"" + n + "\"^^xsd:byte",
            "\"text " + n + "\"@en",
            "\"text " + n + "\"@EN-gb",
            "\"Текст " + n + " 😀\"@uk",
            "\"2024-0%d-01\"^^xsd:date".formatted(1 + n % 9),
            "\"2024-01-0%dT00:00:00Z\"^^xsd:dateTime".formatted(1 + n % 9),
            "\"2024-01-0%dT00:00:00+02:00\"^^xsd:dateTime".formatted(1 + n % 9),
            n % 2 == 0 ? "true" : "false",
            "\"99999999999999999999" + n + "\"^^xsd:decimal",
            "\"not a number\"^^xsd:integer",
            "\"NaN\"^^xsd:double",
            "\"" + "long ".repeat(3000) + n + "\"",
            "\"typed\"^^:type" + n % 2,
            "\"\"")
        .get(random.nextInt(20));
  }
}
