package icc.lod.search;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.Languages;
import icc.lod.view.Terms;
import java.text.CollationKey;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * The things of a kind by label. A thing's number is its place in the order of the site's first
 * language.
 *
 * @param nodes the things by number
 * @param orders for each further language, the numbers in its order
 */
record KindThings(List<Node> nodes, List<int[]> orders) {

  /** Reads the things of a class, and sorts them for each language of the site. */
  static KindThings read(Graph graph, Node type, List<String> languages) {
    List<Node> things =
        graph
            .find(Node.ANY, Terms.TYPE, type)
            .mapWith(Triple::getSubject)
            .filterKeep(node -> EntityIri.of(node).isPresent())
            .toList();
    String[][] labels = labels(graph, things, languages);
    int[] first = order(labels[0], languages.get(0), things);
    List<Node> nodes = new ArrayList<>(things.size());
    for (int old : first) {
      nodes.add(things.get(old));
    }
    List<int[]> orders = new ArrayList<>();
    for (int language = 1; language < languages.size(); language++) {
      String[] old = labels[language];
      String[] sorted = Arrays.stream(first).mapToObj(i -> old[i]).toArray(String[]::new);
      orders.add(order(sorted, languages.get(language), nodes));
    }
    return new KindThings(nodes, orders);
  }

  private static String[][] labels(Graph graph, List<Node> things, List<String> languages) {
    List<Languages> wishes = languages.stream().map(first -> wishes(first, languages)).toList();
    String[][] labels = new String[languages.size()][things.size()];
    for (int i = 0; i < things.size(); i++) {
      Node thing = things.get(i);
      List<Node> names = KindNames.of(graph, thing);
      for (int language = 0; language < labels.length; language++) {
        labels[language][i] =
            wishes
                .get(language)
                .best(names)
                .map(Node::getLiteralLexicalForm)
                .orElseGet(() -> KindNames.localName(thing.getURI()));
      }
    }
    return labels;
  }

  private static Languages wishes(String first, List<String> languages) {
    Set<String> wishes = new LinkedHashSet<>(List.of(first));
    wishes.addAll(languages);
    return new Languages(List.copyOf(wishes));
  }

  private static int[] order(String[] labels, String language, List<Node> things) {
    Collator collator = Collator.getInstance(Locale.forLanguageTag(language));
    CollationKey[] keys = new CollationKey[labels.length];
    Integer[] order = new Integer[labels.length];
    for (int i = 0; i < labels.length; i++) {
      keys[i] = collator.getCollationKey(labels[i]);
      order[i] = i;
    }
    Arrays.sort(
        order,
        Comparator.comparing((Integer i) -> keys[i])
            .thenComparing(i -> labels[i])
            .thenComparing(i -> things.get(i).getURI()));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
