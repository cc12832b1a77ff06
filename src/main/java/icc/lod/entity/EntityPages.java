package icc.lod.entity;

import icc.lod.entity.EntityPage.Kind;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.store.Release;
import icc.lod.view.Addresses;
import icc.lod.view.Hubs;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Position;
import icc.lod.view.Positions;
import icc.lod.view.Reading;
import icc.lod.view.Roles;
import icc.lod.view.Roles.Role;
import icc.lod.view.Row;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Makes pages out of descriptions: everything a page needs in a handful of reads. Thread-safe. */
final class EntityPages {
  /** Everything a page is made from. */
  record Material(
      Description description,
      Release release,
      Overview overview,
      Optional<Hubs> hubs,
      Reading reading,
      Visitor visitor,
      DocumentLinks links,
      IncomingRequest incoming) {}

  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]+");
  private static final Pattern UNWRITABLE = Pattern.compile("[|{}^`\\\\]");

  private final Pages pages;

  EntityPages(Pages pages) {
    this.pages = pages;
  }

  /** All that is read for a page, with the names of it. */
  private record Read(
      List<Incoming.Group> incoming,
      Relating relating,
      List<Node> graphs,
      TermSections terms,
      List<Triple> facts,
      Labels labels,
      PageText text) {}

  EntityPage page(Material material) {
    Description description = material.description();
    Node node = description.iri().node();
    Overview overview = material.overview();
    Read read = read(material, node);
    Labels labels = read.labels();
    PageText text = read.text();
    Text title = labels.label(node);
    List<Text> descriptions = labels.description(node).stream().toList();
    List<Position> positions = Positions.of(node, description.statements(), read.facts());
    List<Triple> own = description.about(node);
    return new EntityPage(
        description.iri().text(),
        title,
        descriptions,
        kinds(node, overview, text),
        KeyFacts.of(own, overview.roles(), overview.space(), text),
        rows(node, text),
        read.terms().view(text, labels),
        overview.terms(description.iri()).size(),
        read.relating().view(text, labels, read.facts(), made(material)),
        new IncomingLists(material, text)
            .of(read.incoming(), read.relating().arranged(), labels.order()),
        read.graphs().stream().map(text::link).toList(),
        text.links(node, Terms.SOURCE),
        positions,
        Elsewhere.of(own, overview.roles(), text),
        citation(material, title),
        material.links().forms(),
        material.links().canonical(),
        SchemaOrg.json(description, title, descriptions, positions),
        query(material.links().publicUrl(), description.iri()),
        history(description.iri(), pages));
  }

  private Read read(Material material, Node node) {
    Description description = material.description();
    Overview overview = material.overview();
    Reading reading = material.reading();
    List<Incoming.Group> incoming = new Incoming(material).read(node);
    Surroundings surroundings = Surroundings.read(incoming, overview.space(), reading);
    Relating relating = new Relating(description, incoming, surroundings, overview.roles());
    List<Node> graphs = reading.graphs(node);
    TermSections terms = TermSections.of(overview.terms(description.iri()));
    Set<Node> linked = linked(material, incoming, graphs);
    terms.shown().forEach(term -> linked.add(term.node()));
    relating.nodes().stream().filter(Node::isURI).forEach(linked::add);
    List<Triple> facts = reading.about(linked, factual(overview));
    Labels labels = new Labels(material.visitor());
    labels.learn(description.statements());
    labels.learn(facts);
    Addresses addresses = Addresses.of(linked, overview, reading, material.links().publicUrl());
    Literals literals = new Literals(pages, material.visitor());
    PageText text = new PageText(description.statements(), labels, addresses, literals);
    return new Read(incoming, relating, graphs, terms, facts, labels, text);
  }

  /** The names, places and times of what a page links to: one read for all. */
  private static List<Node> factual(Overview overview) {
    Roles roles = overview.roles();
    List<Node> properties = new ArrayList<>(Terms.LABELS);
    properties.add(Terms.AS_WKT);
    properties.addAll(roles.of(Role.START));
    properties.addAll(roles.of(Role.END));
    return overview.used(properties);
  }

  /** All things that the page names: for their labels and addresses. */
  private static Set<Node> linked(
      Material material, List<Incoming.Group> incoming, List<Node> graphs) {
    Set<Node> linked = new LinkedHashSet<>(graphs);
    linked.add(material.description().iri().node());
    for (Triple triple : material.description().statements()) {
      linked.add(triple.getPredicate());
      linked.add(triple.getObject());
    }
    for (Incoming.Group group : incoming) {
      linked.add(group.property());
      linked.addAll(group.subjects());
    }
    linked.removeIf(node -> !node.isURI());
    return linked;
  }

  /** All that is said but where it is known from, which has a place of its own. */
  private static List<Row> rows(Node node, PageText text) {
    return text.rows(node).stream()
        .filter(row -> !row.property().iri().equals(Terms.SOURCE.getURI()))
        .toList();
  }

  /** What a thing is, in the data's own words first. */
  private List<Kind> kinds(Node node, Overview overview, PageText text) {
    return text.links(node, Terms.TYPE).stream()
        .sorted(Comparator.comparing(type -> !overview.space().covers(new EntityIri(type.iri()))))
        .map(this::kind)
        .toList();
  }

  /** Things of one kind are listed where the site lists them, else on the page of their class. */
  private Kind kind(Link type) {
    int end = Math.max(type.iri().lastIndexOf('/'), type.iri().lastIndexOf('#'));
    String name = type.iri().substring(end + 1);
    String slug = HUMP.matcher(name).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    boolean listed = SLUG.matcher(slug).matches() && pages.answers("/browse/" + slug);
    return new Kind(type, listed ? pages.publicUrl().path("/browse/" + slug) : type.href());
  }

  private static LocalDate made(Material material) {
    return material.release().created().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Citation citation(Material material, Text title) {
    return Citation.of(
        material.description().iri().text(),
        title.value(),
        pages.siteName(material.visitor()),
        material.release(),
        pages
            .publicUrl()
            .inRelease(material.release().number())
            .absolute(material.links().way().address()));
  }

  /** Where it is told what happened to a thing; empty where nobody tells. */
  static String history(EntityIri iri, Pages pages) {
    String address = IriSpace.parameterised(iri);
    return pages.answers("/history")
        ? pages.publicUrl().path("/history" + address.substring(address.indexOf('?')))
        : "";
  }

  /** SPARQL has no way to write some IRIs that data of others has. */
  private String query(PublicUrl publicUrl, EntityIri iri) {
    if (!pages.answers("/sparql") || UNWRITABLE.matcher(iri.text()).find()) {
      return "";
    }
    String query = "SELECT ?property ?value WHERE {\n  <" + iri + "> ?property ?value\n}";
    return publicUrl.path("/sparql?query=") + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
