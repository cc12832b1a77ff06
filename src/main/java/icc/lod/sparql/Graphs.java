package icc.lod.sparql;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Problem;
import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * Writes answers to CONSTRUCT and DESCRIBE. Up to a size they are collected, so that the syntax can
 * be pretty and no triple comes twice; what is larger is written as it comes, never held in memory.
 */
final class Graphs {
  /** About 50 MB of heap. */
  static final int COLLECTED = 100_000;

  private Graphs() {}

  /** The statements a query answers with, in the default graph unless its template says else. */
  static Iterator<Quad> quads(QueryExec exec, Query query) {
    if (query.isDescribeType()) {
      return Iter.map(exec.describeTriples(), t -> Quad.create(Quad.defaultGraphIRI, t));
    }
    return query.isConstructQuad()
        ? exec.constructQuads()
        : Iter.map(exec.constructTriples(), t -> Quad.create(Quad.defaultGraphIRI, t));
  }

  /**
   * Writes statements.
   *
   * @param prefixes those to use where they fit
   * @throws Problem 406 when there are more than a syntax can carry that is only written whole
   */
  static void write(
      Iterator<Quad> quads, Map<String, String> prefixes, RdfFormat syntax, OutputStream out) {
    Set<Quad> first = new LinkedHashSet<>();
    while (first.size() < COLLECTED && quads.hasNext()) {
      first.add(quads.next());
    }
    if (quads.hasNext()) {
      stream(first, quads, prefixes, syntax, out);
      return;
    }
    Set<Quad> all = numbered(first);
    if (syntax == RdfFormat.N_TRIPLES || syntax == RdfFormat.N_QUADS) {
      stream(all, quads, prefixes, syntax, out);
    } else {
      whole(all, prefixes, syntax, out);
    }
  }

  /**
   * Blank nodes named by the order in which they come: those of a template get another name at each
   * execution, and the same query would have other bytes each time.
   */
  private static Set<Quad> numbered(Set<Quad> quads) {
    Map<Node, Node> names = new HashMap<>();
    UnaryOperator<Node> named =
        node ->
            node.isBlank()
                ? names.computeIfAbsent(
                    node, blank -> NodeFactory.createBlankNode("b" + names.size()))
                : node;
    Set<Quad> numbered = new LinkedHashSet<>();
    for (Quad quad : quads) {
      numbered.add(
          Quad.create(
              named.apply(quad.getGraph()),
              named.apply(quad.getSubject()),
              quad.getPredicate(),
              named.apply(quad.getObject())));
    }
    return numbered;
  }

  private static void whole(
      Set<Quad> quads, Map<String, String> prefixes, RdfFormat syntax, OutputStream out) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    quads.forEach(dataset::add);
    dataset.prefixes().putAll(used(quads, prefixes));
    try {
      if (syntax.quads()) {
        RDFWriter.source(dataset).format(syntax.writer()).output(out);
      } else {
        RDFWriter.source(dataset.getDefaultGraph()).format(syntax.writer()).output(out);
      }
    } catch (JenaException e) {
      // RDF/XML has no way to write some properties, and Jena's writers judge IRIs of others.
      throw unfit(syntax, "There is something in it that " + syntax.mediaType() + " cannot say");
    }
  }

  private static void stream(
      Set<Quad> first,
      Iterator<Quad> rest,
      Map<String, String> prefixes,
      RdfFormat syntax,
      OutputStream out) {
    if (!StreamRDFWriter.registered(syntax.lang())) {
      throw unfit(
          syntax,
          "There are more than %d triples, and %s is only written whole"
              .formatted(COLLECTED, syntax.mediaType()));
    }
    StreamRDF stream = StreamRDFWriter.getWriterStream(out, syntax.lang());
    stream.start();
    used(first, prefixes).forEach(stream::prefix);
    first.forEach(quad -> send(quad, stream));
    while (rest.hasNext()) {
      Quad quad = rest.next();
      if (!first.contains(quad)) {
        send(quad, stream);
      }
    }
    stream.finish();
  }

  private static void send(Quad quad, StreamRDF stream) {
    if (quad.isDefaultGraph() || quad.isTriple()) {
      stream.triple(quad.asTriple());
    } else {
      stream.quad(quad);
    }
  }

  private static Problem unfit(RdfFormat syntax, String why) {
    List<String> others =
        Stream.of(RdfFormat.N_QUADS, RdfFormat.TRIG)
            .filter(other -> other != syntax)
            .map(RdfFormat::mediaType)
            .toList();
    return Problem.of(406, "Not acceptable", why + ": ask for " + String.join(" or ", others) + ".")
        .with("available", others);
  }

  /** The prefixes that shorten something: a release knows many, and a file should not list all. */
  private static Map<String, String> used(Collection<Quad> quads, Map<String, String> prefixes) {
    Set<String> namespaces = new HashSet<>();
    for (Quad quad : quads) {
      List.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
          .forEach(node -> namespace(node, namespaces));
    }
    Map<String, String> used = new HashMap<>(prefixes);
    used.values().retainAll(namespaces);
    return used;
  }

  private static void namespace(Node node, Set<String> namespaces) {
    String iri =
        node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
    int end = Math.max(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')), iri.lastIndexOf(':'));
    namespaces.add(iri.substring(0, end + 1));
  }
}
