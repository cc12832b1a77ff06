package icc.lod.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds that the dumps are what Jena would write. */
final class TurtleWriterTest {
  static {
    JenaSystem.init();
  }

  private static final List<String> SUBJECTS =
      List.of(
          "<urn:a>", "<http://example.org/a/thing/with/a/long/iri>", "_:b", "<http://e.org/x/y>");

  private static final List<String> PROPERTIES =
      List.of(
          "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
          "<http://e.org/p>",
          "<http://example.org/a/property/with/a/long/iri>",
          "<http://purl.org/dc/terms/description>");

  private static final List<String> OBJECTS =
      List.of(
          "<http://e.org/x>",
          "<http://e.org/x/y.>",
          "_:b",
          "_:c",
          "'plain'",
          "'зважено'@uk",
          "'a \\\\ b \"c\" \\n d \\t e \\b'",
          "'1'^^<http://www.w3.org/2001/XMLSchema#integer>",
          "'01.'^^<http://www.w3.org/2001/XMLSchema#decimal>",
          "'true'^^<http://www.w3.org/2001/XMLSchema#boolean>",
          "'2026-01-01'^^<http://www.w3.org/2001/XMLSchema#date>",
          "'POINT(1 2)'^^<http://www.opengis.net/ont/geosparql#wktLiteral>",
          "'x'^^<http://e.org/type>",
          "'🏙'");

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "e, http://e.org/",
    "rdf, http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcterms, http://purl.org/dc/terms/"
  })
  void turtle_isWhatJenaWrites(String prefix, String namespace) throws IOException {
    Map<String, String> prefixes = prefixes(prefix, namespace);
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    ByteArrayOutputStream jenas = new ByteArrayOutputStream();
    TurtleWriter writer = new TurtleWriter(ours, prefixes);
    StreamRDF stream = jena(jenas, RDFFormat.TURTLE_BLOCKS, prefixes);
    for (String subject : SUBJECTS) {
      List<Triple> triples = triples(subject);
      writer.triples(triples);
      triples.forEach(stream::triple);
    }
    writer.finish();
    stream.finish();
    assertThat(text(ours)).isEqualTo(text(jenas));
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "e, http://e.org/", "xsd, http://www.w3.org/2001/XMLSchema#"})
  void trig_isWhatJenaWrites(String prefix, String namespace) throws IOException {
    Map<String, String> prefixes = prefixes(prefix, namespace);
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    ByteArrayOutputStream jenas = new ByteArrayOutputStream();
    TurtleWriter writer = new TurtleWriter(ours, prefixes);
    StreamRDF stream = jena(jenas, RDFFormat.TRIG_BLOCKS, prefixes);
    for (Node graph :
        List.of(
            Quad.defaultGraphNodeGenerated,
            SSE.parseNode("<http://e.org/graph>"),
            SSE.parseNode("<http://example.org/graph/two>"))) {
      for (String subject : SUBJECTS) {
        for (Triple triple : triples(subject)) {
          writer.quad(graph, triple);
          stream.quad(Quad.create(graph, triple));
        }
      }
    }
    writer.finish();
    stream.finish();
    assertThat(text(ours)).isEqualTo(text(jenas));
  }

  private static Map<String, String> prefixes(String prefix, String namespace) {
    return prefix.isEmpty() ? Map.of() : new TreeMap<>(Map.of(prefix, namespace));
  }

  private static StreamRDF jena(
      ByteArrayOutputStream out, RDFFormat format, Map<String, String> prefixes) {
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, format);
    stream.start();
    prefixes.forEach(stream::prefix);
    return stream;
  }

  private static List<Triple> triples(String subject) {
    List<Node> objects = new ArrayList<>(OBJECTS.stream().map(SSE::parseNode).toList());
    objects.add(NodeFactory.createURI("http://e.org/a^b{c} d"));
    objects.add(NodeFactory.createLiteralLang("[a^b]{c}|<d>`\u007f", "en"));
    objects.add(NodeFactory.createLiteralDirLang("right", "ar", "rtl"));
    objects.add(
        NodeFactory.createTripleTerm(
            objects.get(0), objects.get(0), objects.get(objects.size() - 1)));
    Node about = SSE.parseNode(subject);
    List<Triple> triples = new ArrayList<>();
    for (String property : PROPERTIES) {
      for (Node object : objects) {
        triples.add(Triple.create(about, SSE.parseNode(property), object));
      }
    }
    return triples;
  }

  private static String text(ByteArrayOutputStream out) {
    return out.toString(StandardCharsets.UTF_8);
  }
}
