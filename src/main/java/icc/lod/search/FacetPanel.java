package icc.lod.search;

import icc.lod.view.Text;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The facets of a selection as a page shows them. Public, for the template engine reads it.
 *
 * @param sections the facets
 * @param chips what is chosen, to be taken out again
 * @param clear address without any choice
 */
public record FacetPanel(List<Section> sections, List<Chip> chips, String clear) {
  private static final int SHOWN_AT_ONCE = 8;
  private static final int OPEN = 3;

  /**
   * A facet.
   *
   * @param middle what the thing in between is called; at most one
   * @param first the values shown at once
   * @param rest the others
   */
  public record Section(
      String name,
      Text label,
      List<Text> middle,
      boolean open,
      List<Choice> first,
      List<Choice> rest) {}

  /** A value that can be taken in or out. */
  public record Choice(Text text, long count, String href, boolean selected) {}

  /** A value taken in. */
  public record Chip(Text facet, Text value, String href) {}

  /** Counts and names the facets of a selection. */
  static FacetPanel of(
      FacetSelection selection, String sort, BrowseAddress address, Pages pages, Visitor visitor) {
    Maker maker = new Maker(selection, sort, address, pages, visitor);
    List<Section> sections = new ArrayList<>();
    List<Chip> chips = new ArrayList<>();
    for (Facet facet : selection.index().facets()) {
      maker.section(facet, sections);
      for (FacetValue value : selection.chosen().getOrDefault(facet.name(), List.of())) {
        chips.add(
            new Chip(facet.label(visitor), maker.text(facet, value), maker.href(facet, value)));
      }
    }
    return new FacetPanel(sections, chips, address.href(selection.cleared(), sort, 1));
  }

  /** What a value is called. */
  static Text text(Facet facet, FacetValue value, Pages pages, Visitor visitor) {
    return facet.type() == FacetType.YES_NO
        ? Text.plain(
            pages.text(visitor, value.identity().equals("true") ? "value.yes" : "value.no"))
        : value.text(visitor, facet.type());
  }

  private record Maker(
      FacetSelection selection, String sort, BrowseAddress address, Pages pages, Visitor visitor) {

    void section(Facet facet, List<Section> sections) {
      List<Choice> choices = new ArrayList<>();
      for (Map.Entry<FacetValue, Integer> count : selection.counts(facet).entrySet()) {
        FacetValue value = count.getKey();
        boolean selected = selection.has(facet, value);
        if (selected || count.getValue() > 0) {
          choices.add(
              new Choice(text(facet, value), count.getValue(), href(facet, value), selected));
        }
      }
      if (choices.isEmpty()) {
        return;
      }
      choices.sort(order(facet));
      int shown = choices.size() <= SHOWN_AT_ONCE + 2 ? choices.size() : SHOWN_AT_ONCE;
      int chosen = (int) choices.stream().filter(Choice::selected).count();
      int first = Math.max(shown, chosen);
      sections.add(
          new Section(
              facet.name(),
              facet.label(visitor),
              facet.middle(visitor),
              sections.size() < OPEN || chosen > 0,
              List.copyOf(choices.subList(0, first)),
              List.copyOf(choices.subList(first, choices.size()))));
    }

    /** Chosen ones first; then years newest first, others by how many have them. */
    private Comparator<Choice> order(Facet facet) {
      Collator collator = Collator.getInstance(Locale.forLanguageTag(visitor.language()));
      Comparator<Choice> byName =
          Comparator.comparing(choice -> choice.text().value(), collator::compare);
      Comparator<Choice> chosen = Comparator.comparing(choice -> !choice.selected());
      return facet.type() == FacetType.YEAR
          ? chosen.thenComparing(byName.reversed())
          : chosen.thenComparing(choice -> -choice.count()).thenComparing(byName);
    }

    Text text(Facet facet, FacetValue value) {
      return FacetPanel.text(facet, value, pages, visitor);
    }

    String href(Facet facet, FacetValue value) {
      return address.href(selection.toggled(facet, value), sort, 1);
    }
  }
}
