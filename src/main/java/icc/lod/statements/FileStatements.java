package icc.lod.statements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Reads lines that {@link NQuads} wrote back into statements. Not a parser of N-Quads: it relies on
 * the one form of each statement, and is several times as fast. For one thread.
 */
public final class FileStatements implements Statements {
  private static final int MOST_KEPT = 10_000;

  private final LineReader lines;
  private final Map<String, Node> kept = new HashMap<>();
  private byte[] subjectText = {};
  private byte[] line = {};
  private Node subject = Node.ANY;
  private Optional<Node> graph = Optional.empty();

  /** The statements of a file, in its order. */
  public FileStatements(Path file) throws IOException {
    this(LineReader.of(file));
  }

  private FileStatements(LineReader lines) {
    this.lines = lines;
  }

  /** The statements of such lines that lie in memory. */
  public static FileStatements of(String lines) {
    return new FileStatements(
        new LineReader(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public Optional<Triple> next() throws IOException {
    return nextLine().length == 0 ? Optional.empty() : Optional.of(statement());
  }

  @Override
  public byte[] nextLine() throws IOException {
    line = lines.next();
    return line;
  }

  @Override
  public byte[] line() {
    return line;
  }

  @Override
  public Optional<Node> graph() {
    return graph;
  }

  private Triple statement() {
    int first = Line.space(line, 0);
    int second = Line.space(line, first + 1);
    if (Line.isTripleTerm(line, second + 1)) {
      return parsed();
    }
    int third = Line.objectEnds(line, second + 1);
    if (!Arrays.equals(line, 0, first, subjectText, 0, subjectText.length)) {
      subjectText = Arrays.copyOf(line, first);
      subject = resource(text(0, first));
    }
    graph =
        third + 2 < line.length
            ? Optional.of(remembered(text(third + 1, line.length - 2)))
            : Optional.empty();
    return Triple.create(
        subject, remembered(text(first + 1, second)), object(text(second + 1, third)));
  }

  private String text(int start, int end) {
    return new String(line, start, end - start, StandardCharsets.UTF_8);
  }

  private Node remembered(String text) {
    Node known = kept.get(text);
    if (known == null) {
      known = resource(text);
      if (kept.size() < MOST_KEPT) {
        kept.put(text, known);
      }
    }
    return known;
  }

  /** An IRI or a blank node as it stands in a line. */
  public static Node resource(String text) {
    return text.charAt(0) == '<'
        ? NodeFactory.createURI(unescaped(text.substring(1, text.length() - 1)))
        : NodeFactory.createBlankNode(text.substring(2));
  }

  private static Node object(String text) {
    if (text.charAt(0) != '"') {
      return resource(text);
    }
    int end = text.lastIndexOf('"');
    String lexical = unescaped(text.substring(1, end));
    String rest = text.substring(end + 1);
    if (rest.isEmpty()) {
      return NodeFactory.createLiteralString(lexical);
    }
    if (rest.startsWith("^^")) {
      String datatype = unescaped(rest.substring(3, rest.length() - 1));
      return NodeFactory.createLiteralDT(lexical, NodeFactory.getType(datatype));
    }
    int direction = rest.indexOf("--");
    return direction < 0
        ? NodeFactory.createLiteralLang(lexical, rest.substring(1))
        : NodeFactory.createLiteralDirLang(
            lexical, rest.substring(1, direction), rest.substring(direction + 2));
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean escape = c == '\\';
      char kind = escape ? text.charAt(i + 1) : c;
      if (escape && kind == 'u') {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
      } else {
        plain.append(escape ? meant(kind) : c);
      }
      i += escape ? (kind == 'u' ? 6 : 2) : 1;
    }
    return plain.toString();
  }

  private static char meant(char escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      default -> escaped;
    };
  }

  /** Terms that are statements have forms within forms: Jena reads those. */
  private Triple parsed() {
    DatasetGraph one = DatasetGraphFactory.create();
    RDFParser.fromString(text(0, line.length), Lang.NQUADS)
        .labelToNode(LabelToNode.createUseLabelAsGiven())
        .parse(one);
    Quad quad = one.find().next();
    graph = quad.isDefaultGraph() ? Optional.empty() : Optional.of(quad.getGraph());
    return quad.asTriple();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
