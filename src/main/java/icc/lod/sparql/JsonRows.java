package icc.lod.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.system.SyntaxLabels;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes rows as JSON (SPARQL 1.1 Query Results JSON Format, sections 3.1 and 3.2), to the byte as
 * Jena's writer does, which indents each piece by itself: for most queries that took longer than
 * the evaluation. One answer, one thread.
 */
final class JsonRows {
  /** Enough that writing on costs little; rows are not held back for longer. */
  private static final int PIECE = 8192;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder(2 * PIECE);
  private final NodeToLabel labels = SyntaxLabels.createNodeToLabel();

  /** A variable and how each of its values begins. */
  private record Column(Var variable, String beginning) {
    static Column of(Var variable) {
      StringBuilder key = new StringBuilder("\n        ");
      quote(variable.getVarName(), key);
      return new Column(variable, key.append(": ").toString());
    }
  }

  private JsonRows(OutputStream out) {
    this.out = out;
  }

  /** Writes all rows as they come; what is written is whole when this returns. */
  static void write(RowSet rows, OutputStream out) {
    try {
      new JsonRows(out).all(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void all(RowSet rows) throws IOException {
    List<Column> columns = new ArrayList<>();
    rows.getResultVars().forEach(variable -> columns.add(Column.of(variable)));
    text.append("{ \"head\": {\n    \"vars\": [ ");
    text.append(
        rows.getResultVars().stream()
            .map(variable -> '"' + variable.getVarName() + '"')
            .collect(Collectors.joining(" , ")));
    text.append(" ]\n  } ,\n  \"results\": {\n    \"bindings\": [\n      ");
    for (boolean first = true; rows.hasNext(); first = false) {
      text.append(first ? "{ " : " ,\n      { ");
      row(rows.next(), columns);
      if (text.length() >= PIECE) {
        flush();
      }
    }
    text.append("\n    ]\n  }\n}\n");
    flush();
  }

  private void row(Binding row, List<Column> columns) {
    boolean first = true;
    for (Column column : columns) {
      Node value = row.get(column.variable());
      if (value != null) {
        text.append(first ? "" : " ,").append(column.beginning());
        value(value);
        first = false;
      }
    }
    text.append("\n      }");
  }

  private void value(Node value) {
    if (value.isURI()) {
      begin("uri");
      end(value.getURI());
    } else if (value.isLiteral()) {
      literal(value);
    } else if (value.isBlank()) {
      begin("bnode");
      // The label comes as Turtle has it.
      end(labels.get(null, value).substring(2));
    } else {
      triple(value.getTriple());
    }
  }

  private void literal(Node literal) {
    begin("literal");
    String datatype = literal.getLiteralDatatypeURI();
    String language = literal.getLiteralLanguage();
    if (!language.isEmpty()) {
      member("xml:lang", language);
    } else if (!datatype.equals(XSD.xstring.getURI())
        && !datatype.equals(RDF.dtLangString.getURI())) {
      member("datatype", datatype);
    }
    Optional.ofNullable(literal.getLiteralBaseDirection())
        .map(TextDirection::direction)
        .ifPresent(direction -> member("its:dir", direction));
    end(literal.getLiteralLexicalForm());
  }

  /** RDF 1.2; section 3.2.2 of SPARQL 1.2's results in JSON. */
  private void triple(Triple triple) {
    begin("triple");
    text.append("\"value\": { \"subject\": ");
    value(triple.getSubject());
    text.append(" , \"predicate\": ");
    value(triple.getPredicate());
    text.append(" , \"object\": ");
    value(triple.getObject());
    text.append(" } }");
  }

  private void begin(String type) {
    text.append("{ \"type\": \"").append(type).append("\" , ");
  }

  private void member(String name, String value) {
    text.append('"').append(name).append("\": ");
    quote(value, text);
    text.append(" , ");
  }

  private void end(String value) {
    text.append("\"value\": ");
    quote(value, text);
    text.append(" }");
  }

  /** RFC 8259, section 7. */
  private static void quote(String value, StringBuilder text) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (special(c) || (c == '/' && i > 0 && value.charAt(i - 1) == '<')) {
        text.append(value, written, i).append(escaped(c));
        written = i + 1;
      }
    }
    text.append(value, written, value.length()).append('"');
  }

  /** What must be escaped, and what scripts take for the end of a line. */
  private static boolean special(char c) {
    return c < ' '
        || c == '"'
        || c == '\\'
        || (c >= '\u007f' && c < '\u00a0')
        || (c >= '\u2000' && c < '\u2100');
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      // Within a script, the end of a tag would be that of the script.
      case '/' -> "\\/";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04X", (int) c);
    };
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
