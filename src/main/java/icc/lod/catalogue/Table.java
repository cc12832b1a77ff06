package icc.lod.catalogue;

import icc.lod.rdf.Digests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * The things of one class as a table (RFC 4180), and what its columns mean (Metadata Vocabulary for
 * Tabular Data, section 5): a row a thing, a column a property and language.
 */
final class Table {
  private static final int MOST_COLUMNS = 300;
  private static final String ID = "id";

  private record Column(
      String name, String property, String language, String datatype, String separator) {}

  private final String file;
  private final String type;
  private final List<Column> columns = new ArrayList<>();

  Table(String file, String type, Counts.Kind kind) {
    this.file = file;
    this.type = type;
    Set<String> names = new HashSet<>(Set.of(ID));
    Map<String, Counts.Property> properties = new TreeMap<>(kind.properties);
    properties.remove(RDF.type.getURI());
    properties.forEach(
        (property, count) -> {
          for (String language : new TreeSet<>(count.languages.keySet())) {
            if (columns.size() < MOST_COLUMNS) {
              columns.add(column(property, language, count, names));
            }
          }
        });
  }

  String file() {
    return file;
  }

  String type() {
    return type;
  }

  private static Column column(
      String property, String language, Counts.Property count, Set<String> names) {
    String stem = slug(property) + (language.isEmpty() ? "" : "_" + slug(language));
    String name = stem;
    for (int number = 2; !names.add(name); number++) {
      name = stem + "_" + number;
    }
    return new Column(
        name,
        property,
        language,
        datatype(language, count),
        count.repeated.contains(language) ? separator(count) : "");
  }

  /** The datatype of all values; {@code anyURI} where they are things; empty when they differ. */
  private static String datatype(String language, Counts.Property count) {
    if (!language.isEmpty()) {
      return XSD.xstring.getURI();
    }
    Map<String, Long> plain = new TreeMap<>(count.datatypes);
    plain.remove(RDF.langString.getURI());
    long literals = plain.values().stream().mapToLong(Long::longValue).sum();
    if (literals == 0) {
      return XSD.anyURI.getURI();
    }
    boolean things = count.languages.getOrDefault("", 0L) > literals;
    return plain.size() == 1 && !things ? plain.keySet().iterator().next() : "";
  }

  private static String separator(Counts.Property count) {
    for (int i = 0; i < Counts.SEPARATORS.length(); i++) {
      if ((count.separators & (1 << i)) == 0) {
        return Counts.SEPARATORS.substring(i, i + 1);
      }
    }
    return "\u001f";
  }

  String head() {
    StringJoiner row = new StringJoiner(",", "", "\r\n");
    row.add(ID);
    columns.forEach(column -> row.add(column.name()));
    return row.toString();
  }

  /** The row of a thing, given all statements about it. */
  String row(Node subject, List<Triple> statements) {
    Map<String, List<String>> values = new TreeMap<>();
    for (Triple triple : statements) {
      Node object = triple.getObject();
      String language = object.isLiteral() ? object.getLiteralLanguage() : "";
      values
          .computeIfAbsent(triple.getPredicate().getURI() + " " + language, k -> new ArrayList<>())
          .add(text(object));
    }
    StringJoiner row = new StringJoiner(",", "", "\r\n");
    row.add(cell(text(subject)));
    for (Column column : columns) {
      List<String> list =
          values.getOrDefault(column.property() + " " + column.language(), List.of());
      row.add(cell(String.join(column.separator(), list)));
    }
    return row.toString();
  }

  private static String text(Node node) {
    return node.isLiteral()
        ? node.getLiteralLexicalForm()
        : node.isBlank() ? "_:" + node.getBlankNodeLabel() : node.toString();
  }

  private static String cell(String value) {
    boolean quoted = value.startsWith(" ") || value.endsWith(" ");
    for (int i = 0; i < value.length() && !quoted; i++) {
      char c = value.charAt(i);
      quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  /** What the columns mean, for a group of tables. */
  JsonObject metadata() {
    JsonObject table = new JsonObject();
    table.put("url", file);
    JsonObject schema = new JsonObject();
    schema.put("aboutUrl", "{+id}");
    schema.put("primaryKey", ID);
    JsonArray described = new JsonArray();
    JsonObject id = new JsonObject();
    id.put("name", ID);
    id.put("titles", ID);
    id.put("datatype", "anyURI");
    id.put("required", true);
    id.put("suppressOutput", true);
    described.add(id);
    columns.forEach(column -> described.add(metadata(column)));
    JsonObject typed = new JsonObject();
    typed.put("name", "type");
    typed.put("virtual", true);
    typed.put("propertyUrl", RDF.type.getURI());
    typed.put("valueUrl", type);
    described.add(typed);
    schema.put("columns", described);
    table.put("tableSchema", schema);
    return table;
  }

  private static JsonObject metadata(Column column) {
    JsonObject json = new JsonObject();
    json.put("name", column.name());
    json.put("titles", column.name());
    json.put("propertyUrl", column.property());
    if (!column.language().isEmpty()) {
      json.put("lang", column.language());
    }
    if (!column.separator().isEmpty()) {
      json.put("separator", column.separator());
    }
    if (column.datatype().equals(XSD.anyURI.getURI()) && column.separator().isEmpty()) {
      json.put("valueUrl", "{+" + column.name() + "}");
    } else if (column.datatype().startsWith(XSD.NS)) {
      json.put("datatype", column.datatype().substring(XSD.NS.length()));
    } else if (!column.datatype().isEmpty()) {
      JsonObject datatype = new JsonObject();
      datatype.put("@id", column.datatype());
      datatype.put("base", "string");
      json.put("datatype", datatype);
    }
    return json;
  }

  /** The last part of an IRI as a name of letters, digits and underscores. */
  static String slug(String iri) {
    String trimmed = iri.replaceAll("[/#]+$", "");
    String local =
        trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('#')) + 1);
    String slug = local.replaceAll("[^A-Za-z0-9_]+", "_").replaceAll("^_+|_+$", "");
    return slug.isEmpty() ? "x" + Digests.shortHex(iri).toLowerCase(Locale.ROOT) : slug;
  }
}
