package icc.lod.search;

import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a request asks of a kind: which things, in which order, which page of them.
 *
 * @param sort name of the order; empty for that by label
 * @param page counting from 1; 0 when none is asked for
 */
record BrowseRequest(FacetSelection selection, String sort, long page) {
  private static final int LONGEST_SHOWN = 60;

  /** Added by others to links they pass on, and no business of ours. */
  private static final String TRACKING = "utm_.*|.*clid";

  /**
   * Reads the parameters of a request.
   *
   * @param others parameters that mean something else here
   * @throws Problem 400 for what cannot be understood, 404 for a value that does not exist
   */
  static BrowseRequest read(Request request, KindIndex index, Set<String> others) {
    Map<String, List<FacetValue>> chosen = new TreeMap<>();
    for (Map.Entry<String, List<String>> parameter : request.parameters().entrySet()) {
      String name = parameter.getKey();
      if (others.contains(name) || name.matches(TRACKING)) {
        continue;
      }
      Facet facet = index.facet(name).orElseThrow(() -> unknown(name, index));
      List<FacetValue> values = values(facet, parameter.getValue());
      if (!values.isEmpty()) {
        chosen.put(name, values);
      }
    }
    FacetSelection selection = new FacetSelection(index, chosen, false);
    return new BrowseRequest(selection, sort(request, index), page(request));
  }

  /**
   * Refuses all parameters but these.
   *
   * @throws Problem 400 for another parameter
   */
  static void only(Request request, Set<String> known) {
    for (String name : request.parameters().keySet()) {
      if (!known.contains(name) && !name.matches(TRACKING)) {
        throw Problem.badRequest(
            "There is no parameter '" + shown(name) + "' here: use " + sorted(known));
      }
    }
  }

  /**
   * The value of a parameter that has just one.
   *
   * @throws Problem 400 when it is given twice with different values
   */
  static Optional<String> one(Request request, String name) {
    List<String> values = request.parameters().getOrDefault(name, List.of());
    if (values.stream().distinct().count() > 1) {
      throw Problem.badRequest("The parameter " + name + " is given twice: give it once");
    }
    return values.stream().filter(value -> !value.isEmpty()).findFirst();
  }

  /** The language that the address names, so that links keep it; empty for none. */
  static String language(Request request) {
    return request.parameter("lang").orElse("").toLowerCase(Locale.ROOT);
  }

  /** The page asked for, 0 for none. */
  static long page(Request request) {
    Optional<String> asked = one(request, "page");
    if (asked.isEmpty()) {
      return 0;
    }
    String digits = asked.get().replaceFirst("^0+(?=\\d)", "");
    if (!digits.matches("\\d+") || digits.equals("0")) {
      throw Problem.badRequest("A page is a number from 1 on, not '" + shown(asked.get()) + "'");
    }
    // No kind has so many things that a page could have more digits.
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** What somebody sent, short enough for a sentence. */
  static String shown(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
  }

  private static List<FacetValue> values(Facet facet, List<String> asked) {
    Set<FacetValue> values = new HashSet<>();
    for (String text : asked) {
      if (!text.isEmpty()) {
        values.add(
            facet
                .value(text)
                .orElseThrow(
                    () ->
                        Problem.notFound(
                            "Nothing here has '"
                                + shown(text)
                                + "' for "
                                + facet.name()
                                + ": leave it out, or choose another value.")));
      }
    }
    List<FacetValue> sorted = new ArrayList<>(values);
    sorted.sort(Comparator.comparing(FacetValue::key));
    return sorted;
  }

  private static String sort(Request request, KindIndex index) {
    String asked = one(request, "sort").orElse("label");
    List<String> known = orders(index);
    if (!known.contains(asked)) {
      throw Problem.badRequest("There is no order '" + shown(asked) + "': use one of " + known)
          .with("available", known);
    }
    return asked.equals("label") ? "" : asked;
  }

  /** The orders a kind can be put in. */
  static List<String> orders(KindIndex index) {
    List<String> orders = new ArrayList<>(List.of("label"));
    if (index.orders().containsKey(KindIndex.NEWEST)) {
      orders.add(KindIndex.NEWEST);
    }
    orders.add(KindIndex.LINKED);
    return orders;
  }

  private static Problem unknown(String name, KindIndex index) {
    List<String> known = index.facets().stream().map(Facet::name).sorted().toList();
    return Problem.badRequest(
            "There is no facet '" + shown(name) + "' here: use one of " + known + " or none")
        .with("available", known);
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
