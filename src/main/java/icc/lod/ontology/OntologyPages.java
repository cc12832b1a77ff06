package icc.lod.ontology;

import icc.lod.ontology.OntologyPage.Fact;
import icc.lod.ontology.OntologyPage.Figure;
import icc.lod.ontology.OntologyPage.Header;
import icc.lod.ontology.OntologyPage.Paging;
import icc.lod.ontology.OntologyPage.Reused;
import icc.lod.ontology.OntologyPage.Section;
import icc.lod.ontology.OntologyPage.Version;
import icc.lod.ontology.ShapesPage.Form;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.view.Vocabulary;
import icc.lod.view.Vocabulary.Kind;
import icc.lod.view.Vocabulary.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/** The vocabulary as it is told to people. For one page. */
final class OntologyPages {
  private static final Set<Node> TOLD =
      Set.of(
          Terms.TYPE,
          Words.iri(Words.DCT + "hasVersion"),
          Words.VERSION_IRI,
          Terms.PREFERRED_NAMESPACE);

  private final Documentation documentation;
  private final Speech speech;
  private final Entries entries;

  OntologyPages(Documentation documentation, Speech speech) {
    this.documentation = documentation;
    this.speech = speech;
    this.entries = new Entries(documentation, speech);
  }

  /** The terms that a search finds: in their names of any language and in their IRIs. */
  List<Term> found(String search) {
    Collection<Term> all = documentation.overview().vocabulary().terms().values();
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? List.copyOf(all)
        : all.stream().filter(term -> matches(term.node(), wanted)).toList();
  }

  private boolean matches(Node node, String wanted) {
    return node.getURI().toLowerCase(Locale.ROOT).contains(wanted)
        || Terms.LABELS.stream()
            .flatMap(property -> documentation.facts().values(node, property).stream())
            .anyMatch(
                label ->
                    label.isLiteral()
                        && label.getLiteralLexicalForm().toLowerCase(Locale.ROOT).contains(wanted));
  }

  OntologyPage page(
      List<Term> terms, String search, Paging paging, List<Form> forms, String canonical) {
    Vocabulary vocabulary = documentation.overview().vocabulary();
    boolean whole = search.isEmpty() && paging.page() == 1;
    ClassModel model = ClassModel.of(documentation);
    return new OntologyPage(
        vocabulary.ontologies().stream().map(this::header).toList(),
        figures(vocabulary),
        whole ? Diagram.svg(model, speech) : "",
        whole ? notes(model) : List.of(),
        sections(terms),
        reused(terms),
        whole ? documentation.versions().stream().map(this::version).toList() : List.of(),
        search,
        paging,
        vocabulary.left(),
        !documentation.shapes().isEmpty(),
        documentation.context(),
        forms,
        canonical);
  }

  private Header header(Node ontology) {
    Facts facts = documentation.facts();
    List<Fact> rows =
        facts.about(ontology).entrySet().stream()
            .filter(e -> !TOLD.contains(e.getKey()))
            .filter(e -> !Terms.LABELS.contains(e.getKey()))
            .filter(e -> !Words.DEFINITIONS.contains(e.getKey()))
            .sorted(Comparator.comparing(e -> speech.label(e.getKey()), speech.order()))
            .map(e -> new Fact(speech.name(e.getKey()), values(e.getValue())))
            .toList();
    return new Header(
        speech.name(ontology),
        texts(ontology, Terms.LABELS),
        texts(ontology, Words.DEFINITIONS),
        ontology.getURI(),
        rows);
  }

  /** What has no name is shown by its address: the last part of a licence's says nothing. */
  private Phrase values(List<Node> nodes) {
    return speech.listed(
        nodes.stream()
            .map(
                node ->
                    node.isURI() && !named(node)
                        ? Phrase.link(Text.plain(node.getURI()), speech.href(node))
                        : speech.name(node))
            .toList());
  }

  private boolean named(Node node) {
    return documentation.names().stream().anyMatch(triple -> triple.getSubject().equals(node));
  }

  private List<Text> texts(Node node, List<Node> properties) {
    return properties.stream()
        .map(property -> documentation.facts().values(node, property))
        .filter(values -> values.stream().anyMatch(Node::isLiteral))
        .findFirst()
        .map(speech::everyLanguage)
        .orElse(List.of());
  }

  private List<Figure> figures(Vocabulary vocabulary) {
    List<Figure> figures = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<Term> own = documentation.terms(kind, true);
      if (!own.isEmpty()) {
        figures.add(new Figure(speech.text("kinds." + kind), own.size(), anchor(kind)));
      }
    }
    long reused = vocabulary.terms().values().stream().filter(term -> !term.own()).count();
    if (reused > 0) {
      String key = vocabulary.ontologies().isEmpty() ? "reused.all" : "reused";
      figures.add(new Figure(speech.text(key), reused, "s--reused"));
    }
    return figures;
  }

  private static String anchor(Kind kind) {
    return "s--" + kind.name().toLowerCase(Locale.ROOT);
  }

  private List<Section> sections(List<Term> terms) {
    Map<Kind, List<Term>> byKind = new LinkedHashMap<>();
    terms.stream()
        .filter(Term::own)
        .forEach(term -> byKind.computeIfAbsent(term.kind(), k -> new ArrayList<>()).add(term));
    List<Section> sections = new ArrayList<>();
    byKind.forEach(
        (kind, some) ->
            sections.add(
                new Section(
                    anchor(kind),
                    speech.text("kinds." + kind),
                    some.stream()
                        .sorted(Comparator.comparing(t -> speech.label(t.node()), speech.order()))
                        .map(entries::entry)
                        .toList())));
    return sections;
  }

  private List<Reused> reused(List<Term> terms) {
    Map<String, List<Term>> byNamespace = new LinkedHashMap<>();
    terms.stream()
        .filter(term -> !term.own())
        .forEach(
            term ->
                byNamespace
                    .computeIfAbsent(namespace(term.node()), n -> new ArrayList<>())
                    .add(term));
    List<Reused> reused = new ArrayList<>();
    byNamespace.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> -uses(entry.getValue())))
        .forEach(
            entry ->
                reused.add(
                    new Reused(
                        "s--reused-" + (reused.size() + 1),
                        entry.getKey(),
                        entry.getValue().stream().map(entries::reused).toList())));
    return reused;
  }

  private static long uses(List<Term> terms) {
    return terms.stream().mapToLong(Term::uses).sum();
  }

  private static String namespace(Node node) {
    String iri = node.getURI().replaceAll("[/#]+$", "");
    int end = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'));
    return end < 0 ? iri : iri.substring(0, end + 1);
  }

  private List<Phrase> notes(ClassModel model) {
    List<Phrase> notes = new ArrayList<>();
    model
        .everywhere()
        .forEach(
            (property, targets) ->
                notes.add(
                    speech.say(
                        "diagram.everywhere",
                        speech.name(property),
                        speech.names(List.copyOf(targets)))));
    if (model.left() > 0) {
      notes.add(speech.say("diagram.left", model.left()));
    }
    return notes;
  }

  private Version version(Node node) {
    Facts facts = documentation.facts();
    List<Phrase> about = new ArrayList<>();
    for (Node property : List.of(Words.ISSUED, Words.DATE, Words.CREATED, Words.MODIFIED)) {
      facts.values(node, property).forEach(value -> about.add(speech.name(value)));
    }
    List<Phrase> changes = new ArrayList<>(notes(node));
    for (Node change : facts.values(node, Words.HAS_PART)) {
      List<Node> subjects = facts.values(change, Words.SUBJECT);
      List<Phrase> notes = notes(change);
      Phrase note = notes.isEmpty() ? speech.name(change) : Phrase.join(notes, " ");
      changes.add(
          subjects.isEmpty() ? note : speech.say("change.of", note, speech.names(subjects)));
    }
    return new Version(speech.label(node), about, changes);
  }

  private List<Phrase> notes(Node node) {
    Facts facts = documentation.facts();
    List<Phrase> notes = new ArrayList<>();
    for (Node property :
        List.of(
            Words.CHANGE_NOTE,
            Words.HISTORY_NOTE,
            Words.iri("http://www.w3.org/ns/adms#versionNotes"))) {
      speech.best(facts.values(node, property)).map(Phrase::of).ifPresent(notes::add);
    }
    return notes;
  }
}
