package icc.lod.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * A programme that does not exist, of any size: some 20,000 triples for each unit of scale. The
 * same scale gives the same file. Every observation links to one data set, every project to one
 * programme: these are the hubs.
 */
record TestData(int scale) {
  static final String BASE = "https://data.example.org/";

  private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
  private static final String[] WORDS = {
    "energy", "mobility", "water", "market", "repair", "housing", "data", "skills", "green", "deal"
  };
  private static final int COUNTRIES = 30;
  private static final int THEMES = 40;

  int cities() {
    return 100 * scale;
  }

  int organisations() {
    return 200 * scale;
  }

  int projects() {
    return 600 * scale;
  }

  int observations() {
    return 1_050 * scale;
  }

  static String id(String kind, int number) {
    return BASE + "id/" + kind + "/" + kind + "-" + number;
  }

  static String term(String name) {
    return BASE + "ontology#" + name;
  }

  /** Writes the N-Triples file; gives the number of triples. */
  long write(Path file) throws IOException {
    Random random = new Random(42);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      Lines lines = new Lines(out);
      lines.thing(id("dataset", 1), "Dataset", "All observations");
      lines.thing(id("programme", 1), "Programme", "The programme");
      for (int i = 0; i < THEMES; i++) {
        lines.thing(id("theme", i), "Theme", WORDS[i % WORDS.length] + " theme " + i);
        if (i > 3) {
          lines.link(id("theme", i), "broader", id("theme", i / 4));
        }
      }
      for (int i = 0; i < cities(); i++) {
        lines.thing(id("city", i), "City", "City " + i);
        lines.text(id("city", i), "label", "Місто " + i, "uk");
        lines.link(id("city", i), "country", id("country", random.nextInt(COUNTRIES)));
        lines.number(id("city", i), "latitude", "decimal", 35 + random.nextInt(300) / 10.0);
      }
      for (int i = 0; i < organisations(); i++) {
        lines.thing(id("organisation", i), "Organisation", "Organisation " + i);
        lines.link(id("organisation", i), "basedIn", id("city", random.nextInt(cities())));
      }
      for (int i = 0; i < projects(); i++) {
        project(lines, id("project", i), i, random);
      }
      for (int i = 0; i < observations(); i++) {
        String it = id("observation", i);
        lines.link(it, TYPE, term("Observation"));
        lines.link(it, "dataset", id("dataset", 1));
        lines.link(it, "area", id("city", random.nextInt(cities())));
        lines.number(it, "value", "double", random.nextInt(10_000) / 7.0);
        lines.typed(it, "year", Integer.toString(2015 + random.nextInt(12)), "gYear");
      }
      return lines.count;
    }
  }

  private void project(Lines lines, String it, int number, Random random) throws IOException {
    lines.thing(it, "Project", "Project " + number);
    lines.text(it, "label", "Проєкт " + number, "uk");
    StringBuilder text = new StringBuilder("A project on");
    for (int i = 0; i < 30; i++) {
      text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    lines.text(it, "description", text.toString(), "en");
    lines.link(it, "programme", id("programme", 1));
    lines.link(it, "city", id("city", random.nextInt(cities())));
    lines.link(it, "lead", id("organisation", random.nextInt(organisations())));
    lines.link(it, "theme", id("theme", (int) Math.abs(random.nextGaussian() * 9) % THEMES));
    lines.number(it, "budget", "integer", random.nextInt(1_000_000));
    int day = 1 + random.nextInt(28);
    lines.typed(it, "start", "20%02d-%02d-%02d".formatted(15 + number % 12, 1 + day % 12, day), "date");
    if (number % 3 == 0) {
      lines.typed(it, "end", "20%02d-01-%02d".formatted(20 + number % 10, day), "date");
    }
  }

  private static final class Lines {
    private final BufferedWriter out;
    private long count;

    Lines(BufferedWriter out) {
      this.out = out;
    }

    void thing(String it, String kind, String label) throws IOException {
      link(it, TYPE, term(kind));
      text(it, "label", label, "en");
    }

    void link(String it, String property, String object) throws IOException {
      line(it, property, "<" + object + ">");
    }

    void text(String it, String property, String text, String language) throws IOException {
      line(it, property, "\"" + text + "\"@" + language);
    }

    void number(String it, String property, String type, Number value) throws IOException {
      String text = type.equals("integer") ? Long.toString(value.longValue()) : value.toString();
      typed(it, property, text, type);
    }

    void typed(String it, String property, String text, String type) throws IOException {
      line(it, property, "\"" + text + "\"^^<" + XSD + type + ">");
    }

    private void line(String it, String property, String object) throws IOException {
      String iri =
          property.startsWith("http")
              ? property
              : property.equals("label") ? RDFS + "label" : term(property);
      out.write("<" + it + "> <" + iri + "> " + object + " .\n");
      count++;
    }
  }
}
