package icc.lod.publish;

import icc.lod.publish.ExampleAnswer.Kind;
import icc.lod.rdf.Example;
import icc.lod.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Runs the example queries on a candidate, each once: the gate judges what they gave, and pages
 * show it.
 */
final class ExampleQueries {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final List<Var> STATEMENT =
      Stream.of("subject", "predicate", "object", "graph").map(Var::alloc).toList();

  private static final Comparator<Quad> ORDER =
      Comparator.comparing(Quad::getGraph, NodeCmp::compareRDFTerms)
          .thenComparing(Quad::getSubject, NodeCmp::compareRDFTerms)
          .thenComparing(Quad::getPredicate, NodeCmp::compareRDFTerms)
          .thenComparing(Quad::getObject, NodeCmp::compareRDFTerms);

  /** What a query gave, before anybody looked at the clock. */
  private record Found(Kind kind, List<Var> columns, List<Binding> rows, long total) {}

  private ExampleQueries() {}

  /** What the examples of a candidate give; they run side by side, each in a read of its own. */
  static List<ExampleAnswer> run(Store store) {
    List<Example> examples = store.read(dataset -> Example.all(dataset.getDefaultGraph()));
    return examples.parallelStream()
        .map(example -> store.read(dataset -> answer(dataset, example)))
        .toList();
  }

  /** Each must parse and give at least what it promises. */
  static void judge(List<ExampleAnswer> answers, Report errors) {
    for (ExampleAnswer answer : answers) {
      Example example = answer.example();
      if (!answer.failure().isEmpty()) {
        errors.add(Finding.about(example.iri(), "example", answer.failure()));
      } else if (answer.total() < example.minimum()) {
        String text = "gives %d results, at least %d are promised";
        errors.add(
            Finding.about(
                example.iri(), "example", text.formatted(answer.total(), example.minimum())));
      }
    }
  }

  private static ExampleAnswer answer(DatasetGraph dataset, Example example) {
    long start = System.nanoTime();
    Found found = new Found(Kind.TABLE, List.of(), List.of(), 0);
    String failure = "";
    try {
      found = find(dataset, QueryFactory.create(example.text()));
    } catch (QueryCancelledException e) {
      failure = "takes longer than " + LIMIT.toSeconds() + " s; make it cheaper";
    } catch (QueryException e) {
      failure = "is not a valid query: " + e.getMessage();
    } catch (JenaException e) {
      failure = "cannot be executed: " + e.getMessage();
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    return new ExampleAnswer(
        example, found.kind(), found.columns(), found.rows(), found.total(), millis, failure);
  }

  private static Found find(DatasetGraph dataset, Query query) {
    try (QueryExec exec =
        QueryExec.dataset(dataset)
            .query(query)
            .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
            .build()) {
      if (query.isAskType()) {
        return new Found(Kind.VERDICT, List.of(), List.of(), exec.ask() ? 1 : 0);
      }
      if (query.isSelectType()) {
        return table(exec.select());
      }
      if (query.isConstructType() && query.isConstructQuad()) {
        return statements(Kind.QUADS, exec.constructQuads());
      }
      var triples = query.isDescribeType() ? exec.describeTriples() : exec.constructTriples();
      return statements(
          Kind.STATEMENTS, Iter.map(triples, t -> Quad.create(Quad.defaultGraphIRI, t)));
    }
  }

  private static Found table(RowSet solutions) {
    List<Binding> rows = new ArrayList<>();
    long total = 0;
    while (solutions.hasNext()) {
      Binding row = solutions.next();
      total++;
      if (rows.size() < ExampleAnswer.KEPT) {
        rows.add(row.detach());
      }
    }
    return new Found(Kind.TABLE, solutions.getResultVars(), rows, total);
  }

  /** A graph has no order and says nothing twice: it is sorted, to be the same in every release. */
  private static Found statements(Kind kind, Iterator<Quad> quads) {
    Set<Quad> all = new HashSet<>();
    quads.forEachRemaining(all::add);
    List<Var> columns = STATEMENT.subList(0, kind == Kind.QUADS ? 4 : 3);
    List<Binding> rows =
        all.stream()
            .sorted(ORDER)
            .limit(ExampleAnswer.KEPT)
            .map(quad -> row(quad, columns))
            .toList();
    return new Found(kind, columns, rows, all.size());
  }

  private static Binding row(Quad quad, List<Var> columns) {
    List<Node> nodes =
        List.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph());
    BindingBuilder row = Binding.builder();
    for (int i = 0; i < columns.size(); i++) {
      row.add(columns.get(i), nodes.get(i));
    }
    return row.build();
  }
}
