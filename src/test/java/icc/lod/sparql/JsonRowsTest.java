package icc.lod.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.junit.jupiter.api.Test;

final class JsonRowsTest {
  private static final List<Var> VARIABLES =
      List.of(Var.alloc("a"), Var.alloc("b"), Var.alloc("ще_одна"));

  private static RowSet set(List<Var> variables, List<Binding> rows) {
    return RowSetStream.create(variables, rows.iterator());
  }

  private static String ours(List<Var> variables, List<Binding> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonRows.write(set(variables, rows), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String jenas(List<Var> variables, List<Binding> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
        .create(ResultSetLang.RS_JSON)
        .write(out, set(variables, rows), ARQ.getContext());
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void same(List<Var> variables, List<Binding> rows) {
    assertThat(ours(variables, rows)).isEqualTo(jenas(variables, rows));
  }

  private static Binding row(Node... values) {
    BindingBuilder row = BindingFactory.builder();
    for (int i = 0; i < values.length; i++) {
      row.add(VARIABLES.get(i), values[i]);
    }
    return row.build();
  }

  @Test
  void nothing_isWrittenAsJenaDoes() {
    same(List.of(), List.of());
    same(VARIABLES, List.of());
    same(VARIABLES, List.of(row()));
    same(List.of(), List.of(row(), row()));
  }

  @Test
  void everyCharacter_isWrittenAsJenaDoes() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x3000; c++) {
      all.appendCodePoint(c);
    }
    all.appendCodePoint(0x1F600).append("</script>");
    Node text = NodeFactory.createLiteralString(all.toString());
    same(VARIABLES, List.of(row(text, NodeFactory.createURI("x:" + all))));
  }

  @Test
  void anyTerms_areWrittenAsJenaDoes() {
    Random random = new Random(7);
    List<Node> terms = new ArrayList<>();
    terms.add(NodeFactory.createBlankNode("one"));
    terms.add(NodeFactory.createBlankNode("two"));
    terms.add(NodeFactory.createLiteralLang("Львів", "uk"));
    terms.add(NodeFactory.createLiteralDirLang("שלום", "he", "rtl"));
    terms.add(NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger));
    terms.add(NodeFactory.createLiteralDT("x", NodeFactory.getType("http://e.org/own")));
    terms.add(NodeFactory.createLiteralString(""));
    terms.add(NodeFactory.createURI("http://e.org/a?b=c&d"));
    List<Binding> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      BindingBuilder row = BindingFactory.builder();
      for (Var variable : VARIABLES) {
        int term = random.nextInt(terms.size() + 1);
        if (term < terms.size()) {
          row.add(variable, terms.get(term));
        }
      }
      rows.add(row.build());
    }
    same(VARIABLES, rows);
  }

  @Test
  void tripleTerm_isTheSameJson() {
    Node subject = NodeFactory.createURI("http://e.org/s");
    Node term = NodeFactory.createTripleTerm(Triple.create(subject, subject, subject));
    List<Binding> rows = List.of(row(term));
    assertThat(ours(VARIABLES, rows).replaceAll("\\s", ""))
        .isEqualTo(jenas(VARIABLES, rows).replaceAll("\\s", ""));
  }
}
