package icc.lod.search;

import icc.lod.store.Lease;
import icc.lod.view.Overviews;
import icc.lod.view.Reading;
import icc.lod.view.Text;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.util.List;

/** The search for other features: things by words. Thread-safe. */
public final class Finder {
  private final Overviews overviews;
  private final PublicUrl publicUrl;

  /** A search in the releases these overviews are of. */
  public Finder(Overviews overviews, PublicUrl publicUrl) {
    this.overviews = overviews;
    this.publicUrl = publicUrl;
  }

  /**
   * A thing that was found.
   *
   * @param description what is said of it, or empty
   */
  public record Found(
      String iri, String href, String label, List<String> types, String description) {
    public Found {
      types = List.copyOf(types);
    }
  }

  /** The first things of all that were found. */
  public record Page(long total, List<Found> things) {
    public Page {
      things = List.copyOf(things);
    }
  }

  /**
   * Finds things by words.
   *
   * @throws Problem when the words are too many or the search takes too long
   */
  public Page find(String text, int limit, Lease lease, Visitor visitor) {
    SearchWords words = SearchRequest.words(SearchRequest.checked(text));
    SearchIndex index =
        SearchIndex.of(lease)
            .orElseThrow(() -> Problem.unavailable("This release has no text index.", 60));
    try {
      SearchResult result = index.find(words, "", 0, limit);
      SearchHits hits =
          new SearchHits(
              index,
              visitor,
              overviews.of(lease),
              result.things(),
              new Reading(lease.store()),
              publicUrl);
      SearchMarks marks = SearchMarks.of(words, false);
      return new Page(
          result.total(),
          result.things().stream().map(thing -> found(hits.hit(thing, marks, words))).toList());
    } catch (SearchTooLongException e) {
      throw Problem.unavailable("The search took too long; search for less.", 5);
    }
  }

  private static Found found(Hit hit) {
    return new Found(
        hit.link().iri(),
        hit.link().href(),
        hit.link().text().value(),
        hit.types().stream().map(Text::value).toList(),
        Hit.text(hit.snippet()));
  }
}
