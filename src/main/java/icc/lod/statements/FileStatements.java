package icc.lod.statements;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private final BufferedReader lines;
  private final Map<String, Node> kept = new HashMap<>();
  private String subjectText = "";
  private String text = "";
  private Node subject = Node.ANY;
  private Optional<Node> graph = Optional.empty();

  /** The statements of a file, in its order. */
  public FileStatements(Path file) throws IOException {
    this(Files.newBufferedReader(file));
  }

  private FileStatements(BufferedReader lines) {
    this.lines = lines;
  }

  /** The statements of such lines that lie in memory. */
  public static FileStatements of(String lines) {
    return new FileStatements(new BufferedReader(new StringReader(lines)));
  }

  @Override
  public Optional<Triple> next() throws IOException {
    Optional<String> read = Optional.ofNullable(lines.readLine());
    read.ifPresent(line -> text = line);
    return read.map(this::statement);
  }

  @Override
  public byte[] line() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<Node> graph() {
    return graph;
  }

  private Triple statement(String line) {
    if (line.contains("<<(")) {
      return parsed(line);
    }
    int first = line.indexOf(' ');
    int second = line.indexOf(' ', first + 1);
    int third = endOfObject(line, second + 1);
    String about = line.substring(0, first);
    if (!about.equals(subjectText)) {
      subjectText = about;
      subject = resource(about);
    }
    graph =
        third + 2 < line.length()
            ? Optional.of(remembered(line.substring(third + 1, line.length() - 2)))
            : Optional.empty();
    String property = line.substring(first + 1, second);
    String object = line.substring(second + 1, third);
    return Triple.create(subject, remembered(property), object(object));
  }

  private static int endOfObject(String line, int start) {
    int at = start;
    if (line.charAt(at) == '"') {
      at++;
      while (line.charAt(at) != '"') {
        at += line.charAt(at) == '\\' ? 2 : 1;
      }
    }
    return line.indexOf(' ', at);
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
  private Triple parsed(String line) {
    DatasetGraph one = DatasetGraphFactory.create();
    RDFParser.fromString(line, Lang.NQUADS)
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
