package icc.lod.reconcile;

import icc.lod.rdf.EntityIri;
import icc.lod.reconcile.ReconcileQuery.Asked;
import icc.lod.reconcile.ReconcileQuery.Condition;
import icc.lod.search.NameMatch;
import icc.lod.search.Spelling;
import icc.lod.search.StoredThing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Finds what queries mean. For one thread, within one reading of the store. */
final class Matching {
  /** Namesakes beyond these cannot be told apart by a name anyway. */
  private static final int CANDIDATES = 25;

  private static final double HARDLY = 0.4;
  private static final String IDENTIFIER = "http://www.w3.org/ns/adms#Identifier";

  private final Facts facts;
  private final Knowledge knowledge;
  private final Evidence evidence;

  Matching(Facts facts, Knowledge knowledge) {
    this.facts = facts;
    this.knowledge = knowledge;
    this.evidence = new Evidence(facts, knowledge.identifiers());
  }

  /** The candidates for a query, best first, at most as many as it wants. */
  List<Candidate> match(ReconcileQuery query) {
    List<Judgement> judged =
        judged(query).stream()
            .filter(j -> j.score() > 0)
            .sorted(
                Comparator.comparingDouble(Judgement::score)
                    .reversed()
                    .thenComparingInt(Judgement::rank))
            .toList();
    List<Candidate> candidates = new ArrayList<>();
    for (Judgement each : judged.subList(0, Math.min(query.limit(), judged.size()))) {
      boolean first = candidates.isEmpty();
      boolean alone = first && judged.stream().skip(1).noneMatch(other -> other.rivals(each));
      double score = Math.round(each.score() * 10) / 10.0;
      candidates.add(
          new Candidate(
              each.thing(),
              score,
              alone && each.safe(),
              each.features(!query.types().isEmpty(), alone)));
    }
    return candidates;
  }

  private List<Judgement> judged(ReconcileQuery query) {
    Map<Node, Boolean> identified = identified(query);
    List<AskedName> names = query.names().stream().map(n -> AskedName.of(n, facts)).toList();
    Map<Node, StoredThing> found = new LinkedHashMap<>();
    facts
        .names()
        .things(identified.keySet().stream().map(Node::getURI).toList())
        .forEach(thing -> found.put(thing.node(), thing));
    for (AskedName name : names) {
      for (String search : name.searches()) {
        facts
            .names()
            .candidates(search, query.types(), CANDIDATES)
            .forEach(thing -> found.putIfAbsent(thing.node(), thing));
      }
    }
    byConditions(query).forEach(thing -> found.putIfAbsent(thing.node(), thing));
    found.values().removeIf(thing -> !typed(thing, query.types()));
    List<Judgement> judged = new ArrayList<>();
    for (StoredThing thing : found.values()) {
      judge(thing, query, names, identified, judged.size()).ifPresent(judged::add);
    }
    return judged;
  }

  private static boolean typed(StoredThing thing, Set<String> types) {
    return types.isEmpty() || thing.types().stream().map(Node::getURI).anyMatch(types::contains);
  }

  /** What the query names by an identifier; whether it can mean nothing else. */
  private Map<Node, Boolean> identified(ReconcileQuery query) {
    List<String> texts = new ArrayList<>(query.ids());
    texts.addAll(query.names());
    Map<Node, Boolean> found = new LinkedHashMap<>();
    for (String text : texts) {
      knowledge
          .own(text)
          .filter(iri -> facts.thing(iri.node()).isPresent())
          .ifPresent(iri -> found.put(iri.node(), true));
      List<Identifiers.Found> others = knowledge.identifiers().find(text, facts.graph());
      // An identifier that is described as a thing of its own stands for what it identifies.
      List<Identifiers.Found> meant =
          others.stream().filter(f -> !isIdentifier(f.thing())).toList();
      boolean alone = meant.size() == 1;
      meant.forEach(f -> found.merge(f.thing(), alone && f.sure(), (x, y) -> x || y));
      if (meant.isEmpty()) {
        others.forEach(f -> found.putIfAbsent(f.thing(), false));
      }
    }
    return found;
  }

  private boolean isIdentifier(Node thing) {
    return facts
        .thing(thing)
        .map(t -> t.types().stream().anyMatch(type -> type.getURI().equals(IDENTIFIER)))
        .orElse(false);
  }

  private Optional<Judgement> judge(
      StoredThing thing,
      ReconcileQuery query,
      List<AskedName> names,
      Map<Node, Boolean> identified,
      int rank) {
    Map<String, OptionalDouble> met = new LinkedHashMap<>();
    boolean own = false;
    for (Condition condition : query.conditions()) {
      OptionalDouble agreement = evidence.of(condition, thing.node());
      boolean agrees = agreement.orElse(0) >= Evidence.AGREES;
      if (condition.required() && !agrees) {
        return Optional.empty();
      }
      met.put(condition.pid(), agreement);
      own |= agrees && knowledge.identifiers().identifies(condition.path().last().property());
    }
    boolean known = identified.containsKey(thing.node());
    Named best = named(thing, names);
    if (!known && !own && !names.isEmpty() && best.match().similarity() < HARDLY) {
      return Optional.empty();
    }
    NameMatch name = names.isEmpty() && !known ? byConditionsOnly(query, met) : best.match();
    return Optional.of(
        new Judgement(
            thing,
            name,
            best.otherScript(),
            known,
            known && identified.getOrDefault(thing.node(), false),
            best.context(),
            met,
            own,
            rank));
  }

  /** Without a name the conditions are all there is, and never enough to be sure. */
  private static NameMatch byConditionsOnly(ReconcileQuery query, Map<String, OptionalDouble> met) {
    return query.conditions().isEmpty() || met.isEmpty()
        ? NameMatch.NONE
        : new NameMatch(NameMatch.How.NEAR, 0.8, Integer.MAX_VALUE);
  }

  private record Named(NameMatch match, boolean otherScript, OptionalDouble context) {
    static final Named NOT = new Named(NameMatch.NONE, false, OptionalDouble.empty());
  }

  private Named named(StoredThing thing, List<AskedName> names) {
    Set<String> sorts = new HashSet<>();
    thing.types().forEach(type -> sorts.addAll(knowledge.words(type.getURI())));
    Named best = Named.NOT;
    for (AskedName asked : names) {
      for (Triple named : thing.names()) {
        Spelling name = facts.spelling(named.getObject().getLiteralLexicalForm());
        AskedName.Matched matched = asked.match(name, sorts);
        boolean other = asked.whole().otherScript(name);
        if (better(matched.match(), other, best)) {
          best =
              new Named(
                  matched.match(),
                  other,
                  matched.byHead() ? context(thing.node(), asked) : OptionalDouble.empty());
        }
      }
    }
    return best;
  }

  /** Of names that sound so, one in the same script decides whether another spelling is safe. */
  private static boolean better(NameMatch match, boolean otherScript, Named best) {
    return match.similarity() > best.match().similarity()
        || (match.similarity() == best.match().similarity() && best.otherScript() && !otherScript);
  }

  private OptionalDouble context(Node thing, AskedName asked) {
    return OptionalDouble.of(evidence.linked(thing, asked.context()) ? 1 : 0.5);
  }

  /**
   * Things that meet the first condition that leads anywhere; where there is a name, only one that
   * identifies them is a way to find them.
   */
  private List<StoredThing> byConditions(ReconcileQuery query) {
    boolean only = query.names().isEmpty() && query.ids().isEmpty();
    for (Condition condition : query.conditions()) {
      if (!only && !knowledge.identifiers().identifies(condition.path().last().property())) {
        continue;
      }
      Set<Node> things = new LinkedHashSet<>();
      for (Asked value : condition.values()) {
        for (Node node : meant(condition, value)) {
          things.addAll(condition.path().subjects(facts.graph(), node, 200));
        }
      }
      List<StoredThing> found =
          facts.names().things(things.stream().filter(Node::isURI).map(Node::getURI).toList());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The nodes that a value may stand for. */
  private Set<Node> meant(Condition condition, Asked value) {
    Set<Node> nodes = new LinkedHashSet<>();
    value.id().flatMap(EntityIri::parse).ifPresent(iri -> nodes.add(iri.node()));
    if (value.id().isPresent()) {
      return nodes;
    }
    String text = value.text().strip();
    EntityIri.parse(text).ifPresent(iri -> nodes.add(iri.node()));
    nodes.add(NodeFactory.createLiteralString(text));
    for (Identifiers.Scheme scheme : knowledge.identifiers().schemes()) {
      if (scheme.property().equals(condition.path().last().property())) {
        nodes.addAll(knowledge.identifiers().values(scheme, text));
      }
    }
    knowledge.identifiers().find(text, facts.graph()).forEach(found -> nodes.add(found.thing()));
    facts.names().candidates(text, Set.of(), CANDIDATES).stream()
        .filter(thing -> evidence.agreement(thing.node(), value) >= Evidence.AGREES)
        .forEach(thing -> nodes.add(thing.node()));
    return nodes;
  }
}
