package icc.lod.entity;

import icc.lod.entity.EntityPage.Group;
import icc.lod.entity.EntityPage.Term;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Position;
import icc.lod.view.Positions;
import icc.lod.view.Reading;
import icc.lod.view.Row;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import icc.lod.web.Pages;
import icc.lod.web.PublicUrl;
import icc.lod.web.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Makes pages out of descriptions: everything a page needs in a handful of reads. Thread-safe. */
final class EntityPages {
  /** Everything a page is made from. */
  record Material(
      Description description,
      Overview overview,
      Reading reading,
      Visitor visitor,
      DocumentLinks links,
      IncomingRequest incoming) {}

  private final Pages pages;

  EntityPages(Pages pages) {
    this.pages = pages;
  }

  EntityPage page(Material material) {
    Description description = material.description();
    Node node = description.iri().node();
    Reading reading = material.reading();
    List<Incoming.Group> incoming = Incoming.read(node, material.incoming(), reading);
    List<Node> graphs = reading.graphs(node);
    Set<Node> linked = linked(material, incoming, graphs);
    List<Triple> facts = facts(linked, reading);
    Labels labels = new Labels(material.visitor());
    labels.learn(description.statements());
    labels.learn(facts);
    Addresses addresses = Addresses.of(linked, material.overview(), reading, pages.publicUrl());
    PageText text =
        new PageText(
            description.statements(), labels, addresses, new Literals(pages, material.visitor()));
    Text title = labels.label(node);
    List<Text> descriptions = labels.description(node).stream().toList();
    List<Position> positions = Positions.of(node, description.statements(), facts);
    return new EntityPage(
        description.iri().text(),
        title,
        descriptions,
        text.links(node, Terms.TYPE),
        text.rows(node),
        terms(material, text, labels),
        material.overview().terms(description.iri()).size(),
        groups(material, incoming, text, labels),
        graphs.stream().map(text::link).toList(),
        text.links(node, Terms.SOURCE),
        positions,
        material.links().forms(),
        material.links().canonical(),
        SchemaOrg.json(description, title, descriptions, positions),
        query(description.iri()));
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
    shownTerms(material).forEach(term -> linked.add(term.node()));
    linked.removeIf(node -> !node.isURI());
    return linked;
  }

  private static List<Triple> facts(Set<Node> linked, Reading reading) {
    List<Node> properties = new ArrayList<>(Terms.LABELS);
    properties.add(Terms.AS_WKT);
    return reading.about(linked, properties);
  }

  private static List<EntityIri> shownTerms(Material material) {
    List<EntityIri> terms = material.overview().terms(material.description().iri());
    return terms.subList(0, Math.min(terms.size(), Addresses.MOST_ANCHORS));
  }

  private static List<Term> terms(Material material, PageText text, Labels labels) {
    return shownTerms(material).stream()
        .map(
            term -> {
              Link link = text.link(term.node());
              String alone = text.href(IriSpace.parameterised(term));
              List<Row> rows = text.rows(term.node());
              return new Term(
                  term.fragment(),
                  new Link(alone, link.text(), link.iri(), ""),
                  labels.description(term.node()).stream().toList(),
                  rows);
            })
        .sorted(Comparator.comparing(term -> term.link().text(), labels.order()))
        .toList();
  }

  private List<Group> groups(
      Material material, List<Incoming.Group> incoming, PageText text, Labels labels) {
    Stream<Group> groups =
        incoming.stream()
            .map(
                group -> {
                  boolean more = group.last() < group.total();
                  return new Group(
                      text.link(group.property()),
                      kind(group),
                      "in-" + Integer.toHexString(group.key().hashCode()),
                      group.total(),
                      group.first(),
                      group.last(),
                      group.subjects().stream().map(text::link).toList(),
                      group.page() > 1 ? other(material, group, group.page() - 1) : "",
                      more ? other(material, group, group.page() + 1) : "");
                });
    return groups
        .sorted(
            Comparator.comparing((Group g) -> g.kind().equals("link"))
                .thenComparing(g -> g.property().text(), labels.order()))
        .toList();
  }

  private static String kind(Incoming.Group group) {
    if (group.key().equals(Incoming.USES)) {
      return "use";
    }
    return group.property().equals(Terms.TYPE) ? "instance" : "link";
  }

  private String other(Material material, Incoming.Group group, int page) {
    String address = material.links().way().address(new Representation.Html());
    PublicUrl publicUrl = pages.publicUrl();
    return publicUrl.path(address)
        + (address.contains("?") ? "&" : "?")
        + "in="
        + URLEncoder.encode(group.key(), StandardCharsets.UTF_8)
        + "&page="
        + page
        + (material.visitor().byHeader() ? "" : "&lang=" + material.visitor().language())
        + "#in-"
        + Integer.toHexString(group.key().hashCode());
  }

  /** SPARQL has no way to write some IRIs that data of others has. */
  private String query(EntityIri iri) {
    if (iri.text().matches(".*[|{}^`\\\\].*")) {
      return "";
    }
    String query = "SELECT ?property ?value WHERE {\n  <" + iri + "> ?property ?value\n}";
    return pages.publicUrl().path("/sparql?query=")
        + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
