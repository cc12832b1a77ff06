package icc.lod.examples;

import icc.lod.examples.ListPage.Card;
import icc.lod.examples.ListPage.Download;
import icc.lod.examples.ListPage.Group;
import icc.lod.examples.ListPage.Keyword;
import icc.lod.rdf.EntityIri;
import icc.lod.view.Text;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/** The examples of a release in the order in which one visitor reads them. */
final class ExampleList {
  private static final int LONGEST = 200;

  private final ReleaseExamples examples;
  private final Naming naming;
  private final PublicUrl publicUrl;

  ExampleList(ReleaseExamples examples, Naming naming, PublicUrl publicUrl) {
    this.examples = examples;
    this.naming = naming;
    this.publicUrl = publicUrl;
  }

  /**
   * The page of all examples, or of those that the request looks for.
   *
   * @throws Problem 400 when it looks for a text that is too long
   */
  ListPage page(Request request) {
    String words = parameter(request, "q");
    String keyword = parameter(request, "keyword");
    List<Entry> found =
        examples.entries().stream()
            .filter(entry -> keyword.isEmpty() || entry.hasKeyword(keyword))
            .filter(entry -> words.isEmpty() || naming.matches(entry, words))
            .toList();
    return new ListPage(
        examples.bySlug().size(),
        found.size(),
        words,
        keyword,
        keywords(keyword),
        groups(found),
        forms());
  }

  /** All examples, theme by theme. */
  List<Entry> inOrder() {
    return byTheme(examples.entries()).values().stream().flatMap(List::stream).toList();
  }

  /** The examples about the same theme, in order. */
  List<Entry> related(Entry entry) {
    return entry.theme().isEmpty()
        ? List.of()
        : byTheme(examples.entries()).getOrDefault(entry.theme(), List.of());
  }

  Card card(Entry entry) {
    return new Card(
        entry.slug(),
        publicUrl.path(entry.path()),
        naming.title(entry),
        naming.explanation(entry),
        entry.answer().kind().name().toLowerCase(Locale.ROOT),
        entry.answer().total(),
        entry.answer().made() && entry.answer().failure().isEmpty());
  }

  /** What the part about a theme is anchored by. */
  static String anchor(Optional<Node> theme) {
    return theme
        .flatMap(EntityIri::of)
        .map(iri -> "theme-" + iri.localName().replaceAll("[^\\p{L}\\p{N}_-]+", "-"))
        .orElse("theme");
  }

  private static String parameter(Request request, String name) {
    String value = request.parameter(name).orElse("").strip();
    if (value.length() > LONGEST) {
      throw Problem.badRequest(
          "The parameter '"
              + name
              + "' may have "
              + LONGEST
              + " characters; this has "
              + value.length()
              + ".");
    }
    return value;
  }

  private List<Keyword> keywords(String chosen) {
    Map<Text, Long> counts = new TreeMap<>(naming.labels().order());
    for (Entry entry : examples.entries()) {
      naming.keywords(entry).forEach(word -> counts.merge(word, 1L, Long::sum));
    }
    List<Keyword> keywords = new ArrayList<>();
    counts.forEach(
        (word, count) ->
            keywords.add(new Keyword(word, count, word.value().equalsIgnoreCase(chosen))));
    return keywords;
  }

  private List<Group> groups(List<Entry> found) {
    List<Group> groups = new ArrayList<>();
    byTheme(found)
        .forEach(
            (theme, entries) ->
                groups.add(
                    new Group(
                        anchor(theme),
                        theme.stream().map(naming.labels()::label).toList(),
                        theme.flatMap(naming.labels()::description).stream().toList(),
                        entries.stream().map(this::card).toList())));
    return groups;
  }

  private Map<Optional<Node>, List<Entry>> byTheme(List<Entry> entries) {
    Comparator<Text> order = naming.labels().order();
    Map<Optional<Node>, List<Entry>> byTheme = new LinkedHashMap<>();
    entries.stream()
        .sorted(
            Comparator.comparing((Entry entry) -> entry.theme().isEmpty())
                .thenComparing(entry -> entry.theme().map(naming::rank).orElse(0.0))
                .thenComparing(
                    entry -> entry.theme().map(naming.labels()::label).orElse(Text.plain("")),
                    order)
                .thenComparing(naming::title, order)
                .thenComparing(Entry::slug))
        .forEach(
            entry -> byTheme.computeIfAbsent(entry.theme(), t -> new ArrayList<>()).add(entry));
    return byTheme;
  }

  private List<Download> forms() {
    return Form.OF_LIST.stream()
        .filter(form -> form != Form.PAGE)
        .map(
            form ->
                new Download(
                    form.title(),
                    form.mediaType(),
                    publicUrl.path(ExampleRoutes.PATH + "?format=" + form.suffix())))
        .toList();
  }
}
