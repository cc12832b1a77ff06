package icc.lod.sparql;

import icc.lod.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/** TDB2's evaluation, which fails after some rows: each time in another way and at another row. */
final class FaultyExecutor extends OpExecutorTDB2 {
  private static final List<Supplier<Throwable>> FAULTS =
      List.of(
          () -> new TDBException("The disk gave nothing"),
          () -> new UncheckedIOException(new IOException("Input/output error")),
          StackOverflowError::new,
          () -> new IllegalStateException("Something else"),
          QueryCancelledException::new,
          () -> new OutOfMemoryError("As if"));

  private final AtomicInteger runs;
  private final int rows;

  private FaultyExecutor(ExecutionContext context, AtomicInteger runs, int rows) {
    super(context);
    this.runs = runs;
    this.rows = rows;
  }

  /** Makes all queries of a store fail before their row of this number. */
  static void install(Store store, AtomicInteger runs, int rows) {
    store.read(
        dataset -> {
          QC.setFactory(dataset.getContext(), context -> new FaultyExecutor(context, runs, rows));
          return true;
        });
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    boolean whole = level < TOP_LEVEL;
    QueryIterator found = super.exec(op, input);
    return whole ? failing(found) : found;
  }

  private QueryIterator failing(QueryIterator found) {
    int run = runs.getAndIncrement();
    Supplier<Throwable> fault = FAULTS.get(run % FAULTS.size());
    // Anywhere, the very first row and the last ones included.
    int last = (int) (run * 7919L % rows);
    AtomicInteger given = new AtomicInteger();
    return new QueryIterProcessBinding(found, execCxt) {
      @Override
      public Binding accept(Binding row) {
        if (given.getAndIncrement() >= last) {
          FaultyExecutor.<RuntimeException>raise(fault.get());
        }
        return row;
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void raise(Throwable fault) throws E {
    throw (E) fault;
  }
}
