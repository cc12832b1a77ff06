package icc.lod.changes;

import icc.lod.rdf.Digests;
import icc.lod.statements.BlankLabels;
import icc.lod.statements.FileStatements;
import icc.lod.statements.Line;
import icc.lod.statements.NQuads;
import icc.lod.statements.SortedLines;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Tells whose the statements with blank nodes are. What blank nodes connect stays together: it
 * belongs to the one thing with an IRI that it hangs on; what hangs on none or on several is an
 * entity of its own, named by its content. So a label never has to mean the same in two members.
 *
 * <p>Labels are given anew within each group, as RDFC-1.0 does, with the entity in them: those of
 * the whole data set change everywhere when one blank node is added.
 */
final class Molecules {
  private static final long MEMORY = 64L << 20;
  private static final String NOBODY = "";
  private static final String SEVERAL = "*";

  private final String unnamed;
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Integer> named = new HashMap<>();

  /**
   * Groups the statements of one release.
   *
   * @param unnamed how IRIs of what has none begin
   */
  Molecules(String unnamed) {
    this.unnamed = unnamed;
  }

  /** Whether any statement has a blank node; stops at the first. */
  static boolean needed(Path statements) throws IOException {
    try (Group.Reading in = Group.Reading.of(statements)) {
      for (Group group = in.next(); !group.lines().isEmpty(); group = in.next()) {
        if (group.lines().stream().anyMatch(Line::mayHaveBlank)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Writes the groups in the order of their entities, each after a line that names it. */
  void write(Path statements, Path target, Path work) throws IOException {
    connect(statements);
    SortedLines byMolecule = new SortedLines(work, MEMORY);
    try (FileStatements in = new FileStatements(statements)) {
      for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
        String key = molecule(Quad.create(graph(in), next.get()));
        byMolecule.add(
            (key + "\t" + new String(in.line(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    SortedLines byEntity = new SortedLines(work, MEMORY);
    each(byMolecule.sort(), (key, lines) -> relabel(key, lines, byEntity));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
      each(
          byEntity.sort(),
          (key, lines) -> {
            out.write((Group.HEADER + " " + key + "\n").getBytes(StandardCharsets.UTF_8));
            for (String line : lines) {
              out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
          });
    }
  }

  private static Node graph(FileStatements in) {
    return in.graph().orElse(Quad.defaultGraphNodeGenerated);
  }

  /** Which blank nodes hang together, and on what. */
  private void connect(Path statements) throws IOException {
    try (FileStatements in = new FileStatements(statements)) {
      for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
        Quad quad = Quad.create(graph(in), next.get());
        List<String> blanks = blanks(quad);
        for (String blank : blanks) {
          join(blanks.get(0), blank);
        }
        if (!blanks.isEmpty() && quad.getSubject().isURI()) {
          String root = root(blanks.get(0));
          owners.put(root, both(owner(root), NQuads.written(quad.getSubject())));
        }
      }
    }
  }

  private String molecule(Quad quad) {
    List<String> blanks = blanks(quad);
    if (blanks.isEmpty()) {
      return NQuads.written(quad.getSubject());
    }
    String root = root(blanks.get(0));
    String owner = owner(root);
    return owner.equals(NOBODY) || owner.equals(SEVERAL) ? "_:" + root : owner;
  }

  private static List<String> blanks(Quad quad) {
    List<String> labels = new ArrayList<>();
    collect(quad.getSubject(), labels);
    collect(quad.getObject(), labels);
    collect(quad.getGraph(), labels);
    return labels;
  }

  private static void collect(Node node, List<String> labels) {
    if (node.isBlank()) {
      labels.add(node.getBlankNodeLabel());
    } else if (node.isTripleTerm()) {
      collect(node.getTriple().getSubject(), labels);
      collect(node.getTriple().getObject(), labels);
    }
  }

  private String owner(String root) {
    return owners.getOrDefault(root, NOBODY);
  }

  private static String both(String one, String other) {
    return one.equals(NOBODY) || one.equals(other) ? other : other.equals(NOBODY) ? one : SEVERAL;
  }

  private String root(String label) {
    String at = label;
    while (true) {
      String parent = parents.getOrDefault(at, at);
      if (parent.equals(at)) {
        return at;
      }
      // Halved, so that long chains are walked once.
      String next = parents.getOrDefault(parent, parent);
      parents.put(at, next);
      at = next;
    }
  }

  private void join(String one, String other) {
    String root = root(one);
    String second = root(other);
    if (!root.equals(second)) {
      parents.put(second, root);
      owners.put(root, both(owner(root), owner(second)));
    }
  }

  private void relabel(String key, List<String> lines, SortedLines to) throws IOException {
    List<Quad> quads = new ArrayList<>();
    try (FileStatements in = FileStatements.of(String.join("\n", lines))) {
      for (Optional<Triple> next = in.next(); next.isPresent(); next = in.next()) {
        quads.add(Quad.create(graph(in), next.get()));
      }
    }
    List<Quad> blank = quads.stream().filter(quad -> !blanks(quad).isEmpty()).toList();
    BlankLabels labels =
        blank.isEmpty() ? new BlankLabels(Map.of(), true) : BlankLabels.of(blank.iterator());
    String entity = key.startsWith("_:") ? name(content(quads, labels)) : key;
    String mark = "e" + digest(entity);
    for (Quad quad : quads) {
      to.add((entity + "\t" + line(quad, labels, mark)).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Alike ones are told apart by number: there are as many in every copy. */
  private String name(String content) {
    int alike = named.merge(content, 1, Integer::sum);
    return "<" + unnamed + content + (alike == 1 ? "" : "-" + alike) + ">";
  }

  private static String content(List<Quad> quads, BlankLabels labels) {
    return digest(
        String.join("\n", quads.stream().map(quad -> line(quad, labels, "")).sorted().toList()));
  }

  private static String digest(String text) {
    MessageDigest digest = Digests.sha256();
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 12);
  }

  private static String line(Quad quad, BlankLabels labels, String mark) {
    Triple triple =
        Triple.create(
            labelled(quad.getSubject(), labels, mark),
            quad.getPredicate(),
            labelled(quad.getObject(), labels, mark));
    byte[] line =
        quad.isDefaultGraph()
            ? NQuads.line(triple)
            : NQuads.line(triple, labelled(quad.getGraph(), labels, mark));
    return new String(line, StandardCharsets.UTF_8);
  }

  private static Node labelled(Node node, BlankLabels labels, String mark) {
    if (node.isBlank()) {
      return NodeFactory.createBlankNode(mark + labels.label(node.getBlankNodeLabel()));
    }
    if (!node.isTripleTerm()) {
      return node;
    }
    Triple triple = node.getTriple();
    return NodeFactory.createTripleTerm(
        labelled(triple.getSubject(), labels, mark),
        triple.getPredicate(),
        labelled(triple.getObject(), labels, mark));
  }

  /** Takes all lines that have the same beginning. */
  @FunctionalInterface
  private interface Use {
    void group(String key, List<String> lines) throws IOException;
  }

  private static void each(SortedLines sorted, Use use) throws IOException {
    try (SortedLines.Reader in = sorted.read()) {
      String key = "";
      List<String> lines = new ArrayList<>();
      for (byte[] line = in.next(); line.length > 0; line = in.next()) {
        String text = new String(line, StandardCharsets.UTF_8);
        String own = text.substring(0, text.indexOf('\t'));
        if (!own.equals(key) && !lines.isEmpty()) {
          use.group(key, lines);
          lines = new ArrayList<>();
        }
        key = own;
        lines.add(text.substring(text.indexOf('\t') + 1));
      }
      if (!lines.isEmpty()) {
        use.group(key, lines);
      }
    }
  }
}
