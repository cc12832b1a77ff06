package icc.lod.search;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** How texts and nodes lie in the files of a release: texts of any length, terms as they are. */
final class KindStream {
  private static final int IRI = 0;
  private static final int LITERAL = 1;

  private KindStream() {}

  static void writeText(DataOutput out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void writeNodes(DataOutput out, List<Node> nodes) throws IOException {
    out.writeInt(nodes.size());
    for (Node node : nodes) {
      out.writeByte(node.isURI() ? IRI : LITERAL);
      if (node.isURI()) {
        writeText(out, node.getURI());
      } else {
        writeText(out, node.getLiteralLexicalForm());
        writeText(out, node.getLiteralLanguage());
        writeText(out, node.getLiteralDatatypeURI());
      }
    }
  }

  static List<Node> readNodes(DataInput in) throws IOException {
    int size = in.readInt();
    List<Node> nodes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      nodes.add(in.readByte() == IRI ? NodeFactory.createURI(readText(in)) : readLiteral(in));
    }
    return nodes;
  }

  private static Node readLiteral(DataInput in) throws IOException {
    String text = readText(in);
    String language = readText(in);
    String datatype = readText(in);
    return language.isEmpty()
        ? NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(datatype))
        : NodeFactory.createLiteralLang(text, language);
  }
}
