package icc.lod.sparql;

import java.io.OutputStream;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.exec.QueryExec;

/** Writes answers to SELECT and ASK row by row, in the formats of the SPARQL results standards. */
final class Tables {
  private Tables() {}

  static void write(QueryExec exec, QueryForm form, Lang lang, OutputStream out) {
    if (form != QueryForm.ASK && lang.equals(ResultSetLang.RS_JSON)) {
      JsonRows.write(exec.select(), out);
      return;
    }
    RowSetWriter writer = RowSetWriterRegistry.getFactory(lang).create(lang);
    if (form == QueryForm.ASK) {
      writer.write(out, exec.ask(), ARQ.getContext());
    } else {
      writer.write(out, exec.select(), ARQ.getContext());
    }
  }
}
