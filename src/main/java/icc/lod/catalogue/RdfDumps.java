package icc.lod.catalogue;

import icc.lod.rdf.Digests;
import icc.lod.statements.JsonLdWriter;
import icc.lod.statements.Line;
import icc.lod.statements.SortedStatements;
import icc.lod.statements.Statements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/** The dumps in RDF syntaxes, each streamed from the sorted statements. */
final class RdfDumps {
  private static final String STEM = "all.";
  private static final byte[] END = {'.', '\n'};

  private final SortedStatements sorted;
  private final Map<String, String> prefixes;
  private final Set<String> parts = new TreeSet<>();
  private final DumpFolder dumps;
  private final List<String> notes = new ArrayList<>();

  RdfDumps(
      SortedStatements sorted, Map<String, String> prefixes, List<Node> parts, DumpFolder dumps) {
    this.sorted = sorted;
    this.prefixes = prefixes;
    parts.forEach(part -> this.parts.add(part.getURI()));
    this.dumps = dumps;
    if (!sorted.labels().canonical()) {
      note("labels");
    }
  }

  /** What is missing or not as it should be, as keys of messages. */
  synchronized List<String> notes() {
    return List.copyOf(new TreeSet<>(notes));
  }

  private synchronized void note(String key) {
    notes.add(key);
  }

  void nQuads() throws IOException {
    whole(Dump.Content.N_QUADS, sorted::write);
  }

  /** Turtle, which TriG is too where there are no named graphs: the same file then. */
  void turtle() throws IOException {
    whole(
        Dump.Content.TURTLE,
        out -> {
          TurtleWriter writer = new TurtleWriter(out, prefixes);
          Things.each(
              sorted.byStatement(), (subject, statements, lines) -> writer.triples(statements));
          writer.finish();
        });
    if (sorted.graphs().isEmpty()) {
      String turtle = STEM + Dump.Content.TURTLE.suffix();
      dumps.same(turtle, STEM + Dump.Content.TRIG.suffix(), Dump.Content.TRIG);
    }
  }

  void trig() throws IOException {
    if (sorted.graphs().isEmpty()) {
      return;
    }
    whole(
        Dump.Content.TRIG,
        out -> {
          TurtleWriter writer = new TurtleWriter(out, prefixes);
          try (Statements in = sorted.byGraph()) {
            for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
              writer.quad(in.graph().orElse(Quad.defaultGraphNodeGenerated), next.get());
            }
          }
          writer.finish();
        });
  }

  /**
   * Writes JSON-LD.
   *
   * @param fits whether no statement is about a statement, which JSON-LD 1.1 has no form for
   */
  void jsonLd(boolean fits) throws IOException {
    if (!fits) {
      note("json-ld");
      return;
    }
    whole(
        Dump.Content.JSON_LD,
        out -> {
          JsonLdWriter writer = new JsonLdWriter(out);
          try (Statements in = sorted.byGraph()) {
            for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
              writer.statement(next.get(), in.graph());
            }
          }
          writer.finish();
        });
  }

  /**
   * Writes RDF/XML.
   *
   * @param fits whether XML can hold every statement
   * @param properties all there are
   */
  void rdfXml(boolean fits, Set<String> properties) throws IOException {
    if (!fits) {
      note("rdf-xml");
      return;
    }
    Map<String, String> names = RdfXmlWriter.prefixes(properties);
    whole(
        Dump.Content.RDF_XML,
        out -> {
          RdfXmlWriter writer = new RdfXmlWriter(out, names);
          Things.each(
              sorted.byStatement(),
              (subject, statements, lines) -> {
                for (Triple triple : statements) {
                  writer.statement(triple);
                }
              });
          writer.finish();
        });
  }

  /** A file for each named graph that is a part of the catalogue. */
  void graphs() throws IOException {
    if (parts.isEmpty()) {
      return;
    }
    Set<String> names = new HashSet<>();
    try (Statements in = sorted.byGraph()) {
      Optional<Triple> next = in.next();
      while (next.isPresent()) {
        String graph = in.graph().filter(Node::isURI).map(Node::getURI).orElse("");
        next = parts.contains(graph) ? graph(graph, next, in, names) : in.next();
      }
    }
  }

  private Optional<Triple> graph(
      String graph, Optional<Triple> first, Statements in, Set<String> names) throws IOException {
    String stem = "graph-" + Table.slug(graph);
    String name = (names.add(stem) ? stem : stem + "-" + Digests.shortHex(graph)) + ".nt";
    List<Triple> next = new ArrayList<>();
    dumps.write(
        name,
        Dump.Content.GRAPH,
        graph,
        out -> {
          Optional<Triple> one = first;
          while (one.isPresent()
              && in.graph().filter(g -> g.isURI() && g.getURI().equals(graph)).isPresent()) {
            out.write(in.line(), 0, Line.triple(in.line()));
            out.write(END);
            one = in.next();
          }
          one.ifPresent(next::add);
        });
    return next.stream().findFirst();
  }

  private void whole(Dump.Content content, DumpFolder.Writing writing) throws IOException {
    long start = System.nanoTime();
    dumps.write(STEM + content.suffix(), content, "", writing);
    org.slf4j.LoggerFactory.getLogger(Harvest.class)
        .info("wrote {} in {} ms", content, Harvest.millis(start));
  }
}
