package icc.lod.statements;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The labels that blank nodes get in everything derived: those of RDF Dataset Canonicalization
 * (RDFC-1.0), which depend on the data alone.
 *
 * @param canonical whether they are, and not a substitute for more than can be labelled in time
 */
public record BlankLabels(Map<String, String> byStoreLabel, boolean canonical) {
  private static final Logger LOG = LoggerFactory.getLogger(BlankLabels.class);

  /** Statements with blank nodes that are labelled in memory, some 100 MB. */
  static final int MOST = 100_000;

  /** RDFC-1.0, section 7.1: there are graphs made to take for ever. */
  private static final long MILLIS = 10_000;

  /** The labels for all these statements; those without blank nodes have no say in it. */
  public static BlankLabels of(Iterator<Quad> quads) {
    Map<String, Long> surroundings = new TreeMap<>();
    List<Quad> all = new ArrayList<>();
    int count = 0;
    while (quads.hasNext()) {
      Quad quad = quads.next();
      note(quad, surroundings);
      if (count++ < MOST) {
        all.add(quad);
      }
    }
    if (count <= MOST) {
      for (boolean folded : new boolean[] {false, true}) {
        try {
          return new BlankLabels(canonical(all, folded), true);
        } catch (RdfConsumerException | RuntimeException e) {
          LOG.debug("Blank nodes could not be labelled, graphs folded: {}", folded, e);
        }
      }
    }
    LOG.warn("Blank nodes could not be labelled by RDFC-1.0; they are numbered");
    return new BlankLabels(substitute(surroundings), false);
  }

  /**
   * The labels of RDFC-1.0.
   *
   * @param folded whether graphs are taken for a part of the properties: titanium-rdfc 2.0.0 takes
   *     the IRI of a graph for a blank node where alike ones must be told apart, and fails; so
   *     labels depend on the data alone there too, if not by the letter of the algorithm
   */
  private static Map<String, String> canonical(List<Quad> quads, boolean folded)
      throws RdfConsumerException {
    RdfCanon canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(MILLIS));
    quads.forEach(quad -> add(quad, folded, canon));
    canon.provide((subject, predicate, object, datatype, language, direction, graph) -> canon);
    return stripped(canon.mapping());
  }

  /** The label to write. */
  public String label(String storeLabel) {
    return byStoreLabel.getOrDefault(storeLabel, "x" + hex(storeLabel));
  }

  private static void add(Quad quad, boolean folded, RdfCanon canon) {
    Node object = quad.getObject();
    boolean fold = folded && quad.getGraph().isURI() && !quad.isDefaultGraph();
    String property = quad.getPredicate().getURI();
    boolean literal = object.isLiteral();
    canon.quad(
        text(quad.getSubject()),
        fold ? property + " " + quad.getGraph().getURI() : property,
        literal ? object.getLiteralLexicalForm() : text(object),
        literal ? object.getLiteralDatatypeURI() : none(),
        literal && !object.getLiteralLanguage().isEmpty() ? object.getLiteralLanguage() : none(),
        none(),
        fold || quad.isDefaultGraph() ? none() : text(quad.getGraph()));
  }

  /** The library's sign for what a term does not have. */
  private static @Nullable String none() {
    return null;
  }

  private static String text(Node node) {
    return node.isBlank()
        ? "_:" + hex(node.getBlankNodeLabel())
        : node.isURI() ? node.getURI() : node.toString();
  }

  /** Labels of a store hold characters that no syntax allows. */
  private static String hex(String label) {
    return HexFormat.of().formatHex(label.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> stripped(Map<String, String> canonical) {
    Map<String, String> labels = new HashMap<>();
    canonical.forEach(
        (given, issued) -> {
          String plain = given.startsWith("_:") ? given.substring(2) : given;
          labels.put(
              new String(HexFormat.of().parseHex(plain), StandardCharsets.UTF_8),
              issued.startsWith("_:") ? issued.substring(2) : issued);
        });
    return labels;
  }

  /**
   * What the statements around a blank node say, whatever their order; equal for few that differ.
   */
  private static void note(Quad quad, Map<String, Long> surroundings) {
    Node subject = quad.getSubject();
    Node object = quad.getObject();
    String property = quad.getPredicate().getURI();
    if (subject.isBlank()) {
      add(subject, "s" + property + (object.isBlank() ? "" : object.toString()), surroundings);
    }
    if (object.isBlank()) {
      add(object, "o" + property + (subject.isBlank() ? "" : subject.toString()), surroundings);
    }
  }

  private static void add(Node blank, String said, Map<String, Long> surroundings) {
    long mixed = said.hashCode() * 0x9E3779B97F4A7C15L;
    surroundings.merge(blank.getBlankNodeLabel(), mixed ^ (mixed >>> 29), Long::sum);
  }

  private static Map<String, String> substitute(Map<String, Long> surroundings) {
    Map<String, String> labels = new HashMap<>();
    Map<Long, Integer> alike = new HashMap<>();
    surroundings.forEach(
        (label, said) -> {
          int number = alike.merge(said, 1, Integer::sum);
          labels.put(label, "b" + Long.toHexString(said) + "n" + number);
        });
    return labels;
  }
}
