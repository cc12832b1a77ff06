package icc.lod.view;

import icc.lod.rdf.RdfFormat;
import icc.lod.web.Problem;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.SysRIOT;
import org.apache.jena.sparql.util.Context;

/**
 * A graph written in one of the RDF syntaxes, with canonical IRIs and only the prefixes it uses.
 */
public final class RdfDocument {
  private RdfDocument() {}

  /**
   * Writes a graph.
   *
   * @throws Problem 406 when RDF/XML was asked for and cannot hold the graph
   */
  public static byte[] write(Graph graph, Map<String, String> prefixes, RdfFormat format) {
    if (format == RdfFormat.RDF_XML && !fitsXml(graph)) {
      List<String> others =
          Arrays.stream(RdfFormat.values())
              .filter(other -> other != RdfFormat.RDF_XML)
              .map(RdfFormat::mediaType)
              .toList();
      throw Problem.notAcceptable(others);
    }
    usedPrefixes(graph, prefixes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Context context = new Context();
    // Jena's RDF/XML writer would refuse IRIs that all other writers write.
    context.set(SysRIOT.sysRdfWriterProperties, Map.of("allowBadURIs", "true"));
    RDFWriter.source(graph).format(format.writer()).context(context).output(out);
    return out.toByteArray();
  }

  private static void usedPrefixes(Graph graph, Map<String, String> prefixes) {
    Set<String> iris = new HashSet<>();
    graph
        .find()
        .forEach(
            t -> {
              for (Node node : List.of(t.getSubject(), t.getPredicate(), t.getObject())) {
                if (node.isURI()) {
                  iris.add(node.getURI());
                } else if (node.isLiteral()) {
                  iris.add(node.getLiteralDatatypeURI());
                }
              }
            });
    prefixes.forEach(
        (prefix, namespace) -> {
          if (iris.stream().anyMatch(iri -> iri.startsWith(namespace))) {
            graph.getPrefixMapping().setNsPrefix(prefix, namespace);
          }
        });
  }

  /** RDF/XML needs property names that are XML names, and text of XML characters. */
  private static boolean fitsXml(Graph graph) {
    return graph.find().toList().stream()
        .allMatch(
            t -> {
              String property = t.getPredicate().getURI();
              boolean named = Util.splitNamespaceXML(property) < property.length();
              Node object = t.getObject();
              return named && (!object.isLiteral() || xmlText(object.getLiteralLexicalForm()));
            });
  }

  private static boolean xmlText(String text) {
    return text.codePoints()
        .allMatch(c -> c == 9 || c == 10 || c == 13 || (c >= 0x20 && c != 0xfffe && c != 0xffff));
  }
}
