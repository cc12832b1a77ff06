package icc.lod.store;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The rows of an endpoint's answer as they come. The last one is followed by the end of the answer
 * or by an exception. For one thread.
 */
final class EndpointRows implements RowSet {
  private final EndpointExchange exchange;
  private final WholeJson json;
  private final RowSet rows;
  private final List<Var> variables;
  private long number;
  private boolean ended;

  private EndpointRows(
      EndpointExchange exchange, WholeJson json, RowSet rows, List<Var> variables) {
    this.exchange = exchange;
    this.json = json;
    this.rows = rows;
    this.variables = List.copyOf(variables);
  }

  /**
   * Asks.
   *
   * @param variables in the order of the query: servers give them in any
   */
  static EndpointRows of(EndpointExchange exchange, List<Var> variables) {
    WholeJson json = new WholeJson(exchange.send());
    try {
      return new EndpointRows(exchange, json, read(json).rowSet(), variables);
    } catch (RuntimeException e) {
      throw exchange.failed(e);
    }
  }

  /**
   * What a row holds for a variable that no row can lack.
   *
   * @throws StoreUnavailableException when it does, so that the answer is to another question
   */
  static Node term(Binding row, Var variable) {
    return Optional.ofNullable(row.get(variable))
        .orElseThrow(
            () ->
                new StoreUnavailableException(
                    "The endpoint answers what was not asked",
                    new IllegalStateException("no " + variable + " in " + row)));
  }

  /** A whole number that no row can lack. */
  static long number(Binding row, Var variable) {
    Node node = term(row, variable);
    try {
      return Long.parseLong(node.getLiteralLexicalForm());
    } catch (UnsupportedOperationException | NumberFormatException e) {
      throw new StoreUnavailableException("The endpoint counts to " + node, e);
    }
  }

  private static QueryExecResult read(WholeJson json) {
    return RowSetReaderRegistry.createReader(ResultSetLang.RS_JSON).readAny(json, ARQ.getContext());
  }

  @Override
  public boolean hasNext() {
    if (ended) {
      return false;
    }
    try {
      if (rows.hasNext()) {
        return true;
      }
      json.end();
    } catch (IOException | RuntimeException e) {
      throw exchange.failed(e);
    }
    close();
    return false;
  }

  @Override
  public Binding next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    try {
      number++;
      return rows.next();
    } catch (RuntimeException e) {
      throw exchange.failed(e);
    }
  }

  @Override
  public List<Var> getResultVars() {
    return variables;
  }

  @Override
  public long getRowNumber() {
    return number;
  }

  @Override
  public void close() {
    ended = true;
    exchange.close();
  }
}
