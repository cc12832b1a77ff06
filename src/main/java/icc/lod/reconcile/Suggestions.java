package icc.lod.reconcile;

import icc.lod.search.NameSearch;
import icc.lod.search.Spelling;
import icc.lod.search.StoredThing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Completion of a beginning (API 0.2, "Suggest Services").
 *
 * @param prefix what was typed; empty for everything
 * @param offset how many to leave out
 */
record Suggestions(String prefix, int offset, int limit) {
  /** Types or properties whose name or IRI begins so, then those with such a word. */
  List<Schema.Term> terms(Collection<Schema.Term> all) {
    Spelling asked = Spelling.of(prefix);
    record Ranked(Schema.Term term, int rank) {}
    return all.stream()
        .map(term -> new Ranked(term, rank(term, asked)))
        .filter(ranked -> ranked.rank() < 9)
        .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(r -> r.term().own() ? 0 : 1))
        .map(Ranked::term)
        .skip(offset)
        .limit(limit)
        .toList();
  }

  private int rank(Schema.Term term, Spelling asked) {
    String local = term.iri().replaceFirst(".*[/#]", "");
    if (prefix.isEmpty()) {
      return 0;
    }
    if (term.iri().equals(prefix) || local.equalsIgnoreCase(prefix)) {
      return 0;
    }
    int best = term.iri().startsWith(prefix) || begins(local, prefix) ? 2 : 9;
    for (var name : term.names()) {
      Spelling spelling = Spelling.of(name.getObject().getLiteralLexicalForm());
      if (!asked.isEmpty() && spelling.text().length() <= 80) {
        best = Math.min(best, rank(spelling, asked));
      }
    }
    return best;
  }

  private static int rank(Spelling name, Spelling asked) {
    if (name.whole().startsWith(asked.whole())) {
      return name.whole().equals(asked.whole()) ? 0 : 1;
    }
    return (" " + name.whole()).contains(" " + asked.whole()) ? 3 : 9;
  }

  private static boolean begins(String local, String prefix) {
    return local.regionMatches(true, 0, prefix, 0, prefix.length());
  }

  /** Things: who is identified so first, then those whose names begin so. */
  List<StoredThing> things(Set<String> types, Knowledge knowledge, NameSearch names, Graph graph) {
    Map<Node, StoredThing> found = new LinkedHashMap<>();
    if (!prefix.isBlank()) {
      List<String> identified = new ArrayList<>();
      knowledge.own(prefix).ifPresent(iri -> identified.add(iri.text()));
      knowledge.identifiers().find(prefix, graph).stream()
          .map(Identifiers.Found::thing)
          .filter(Node::isURI)
          .forEach(node -> identified.add(node.getURI()));
      names.things(identified).stream()
          .filter(
              thing ->
                  types.isEmpty()
                      || thing.types().stream().map(Node::getURI).anyMatch(types::contains))
          .forEach(thing -> found.put(thing.node(), thing));
    }
    names
        .beginning(prefix, types, 0, offset + limit)
        .forEach(thing -> found.putIfAbsent(thing.node(), thing));
    return found.values().stream().skip(offset).limit(limit).toList();
  }
}
