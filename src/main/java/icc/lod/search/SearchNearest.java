package icc.lod.search;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.web.Nearest;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The nearest names for pages that say 404. They are looked for beside the request, which waits a
 * moment at most: a page about nothing is worth no more. Thread-safe.
 */
public final class SearchNearest implements Nearest {
  private static final Duration PATIENCE = Duration.ofMillis(150);
  private static final int MOST_NAMES = 5;

  private final CurrentStore store;
  private final Overviews overviews;
  private final PublicUrl publicUrl;

  /** They end by themselves when nothing is looked for. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("nearest-", 1).factory());

  /** Crawlers of addresses that are gone get pages without names. */
  private final Semaphore places = new Semaphore(8);

  /** Names out of the current release of a store. */
  public SearchNearest(CurrentStore store, Overviews overviews, PublicUrl publicUrl) {
    this.store = store;
    this.overviews = overviews;
    this.publicUrl = publicUrl;
  }

  @Override
  public List<Name> to(String words, Visitor visitor) {
    if (!places.tryAcquire()) {
      return List.of();
    }
    Future<List<Name>> names =
        threads.submit(
            () -> {
              try {
                return look(words, visitor);
              } finally {
                places.release();
              }
            });
    try {
      return names.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<Name> look(String text, Visitor visitor) {
    SearchWords words = SearchWords.of(text);
    if (words.words().size() > SearchWords.MOST_WORDS) {
      return List.of();
    }
    try (Lease lease = store.lease()) {
      Optional<SearchIndex> index = SearchIndex.of(lease);
      if (index.isEmpty()) {
        return List.of();
      }
      List<StoredThing> things = index.get().nearest(words, MOST_NAMES);
      Reading reading = new Reading(lease.store());
      SearchHits hits =
          new SearchHits(index.get(), visitor, overviews.of(lease), things, reading, publicUrl);
      return things.stream()
          .map(hits::link)
          .map(link -> new Name(link.href(), link.text().value(), link.text().lang()))
          .toList();
    }
  }
}
