package icc.lod.store.sorted;

import java.io.IOException;
import java.nio.file.Path;

/** Writes one order of the statements, which come sorted. Not thread-safe. */
final class PermutationFiles implements AutoCloseable {
  private final NumberFile starts;
  private final NumberFile pairs;
  private final int terms;
  private int started;
  private int size;

  PermutationFiles(Path folder, String name, int terms) throws IOException {
    this.starts = new NumberFile(Permutation.startsOf(folder, name));
    this.pairs = new NumberFile(Permutation.pairsOf(folder, name));
    this.terms = terms;
  }

  void add(int first, long pair) throws IOException {
    startsUpTo(first);
    pairs.writeLong(pair);
    size++;
  }

  int size() {
    return size;
  }

  private void startsUpTo(int term) throws IOException {
    for (; started <= term; started++) {
      starts.writeInt(size);
    }
  }

  @Override
  public void close() throws IOException {
    try (starts;
        pairs) {
      startsUpTo(terms);
    }
  }
}
