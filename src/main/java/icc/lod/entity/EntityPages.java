package icc.lod.entity;

import icc.lod.entity.EntityPage.Group;
import icc.lod.entity.EntityPage.Link;
import icc.lod.entity.EntityPage.Position;
import icc.lod.entity.EntityPage.Row;
import icc.lod.entity.EntityPage.Term;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
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
  record Request(
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

  EntityPage page(Request request) {
    Description description = request.description();
    Node node = description.iri().node();
    Reading reading = request.reading();
    List<Incoming.Group> incoming = Incoming.read(node, request.incoming(), reading);
    List<Node> graphs = reading.graphs(node);
    Set<Node> linked = linked(request, incoming, graphs);
    List<Triple> facts = facts(linked, reading);
    Labels labels = new Labels(request.visitor());
    labels.learn(description.statements());
    labels.learn(facts);
    Addresses addresses = Addresses.of(linked, request.overview(), reading, pages.publicUrl());
    PageText text =
        new PageText(description, labels, addresses, new Literals(pages, request.visitor()));
    Text title = labels.label(node);
    List<Text> descriptions = labels.description(node).stream().toList();
    List<Position> positions = Positions.of(node, description.statements(), facts);
    return new EntityPage(
        description.iri().text(),
        title,
        descriptions,
        text.links(node, Terms.TYPE),
        text.rows(node),
        terms(request, text, labels),
        request.overview().terms(description.iri()).size(),
        groups(request, incoming, text),
        graphs.stream().map(text::link).toList(),
        text.links(node, Terms.SOURCE),
        positions,
        request.links().forms(),
        request.links().canonical(),
        SchemaOrg.json(description, title, descriptions, positions),
        query(description.iri()));
  }

  /** All things that the page names: for their labels and addresses. */
  private static Set<Node> linked(
      Request request, List<Incoming.Group> incoming, List<Node> graphs) {
    Set<Node> linked = new LinkedHashSet<>(graphs);
    linked.add(request.description().iri().node());
    for (Triple triple : request.description().statements()) {
      linked.add(triple.getPredicate());
      linked.add(triple.getObject());
    }
    for (Incoming.Group group : incoming) {
      linked.add(group.property());
      linked.addAll(group.subjects());
    }
    shownTerms(request).forEach(term -> linked.add(term.node()));
    linked.removeIf(node -> !node.isURI());
    return linked;
  }

  private static List<Triple> facts(Set<Node> linked, Reading reading) {
    List<Node> properties = new ArrayList<>(Terms.LABELS);
    properties.add(Terms.AS_WKT);
    return reading.about(linked, properties);
  }

  private static List<EntityIri> shownTerms(Request request) {
    List<EntityIri> terms = request.overview().terms(request.description().iri());
    return terms.subList(0, Math.min(terms.size(), Addresses.MOST_ANCHORS));
  }

  private static List<Term> terms(Request request, PageText text, Labels labels) {
    return shownTerms(request).stream()
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
        .sorted(Comparator.comparing(term -> term.link().text().value()))
        .toList();
  }

  private List<Group> groups(Request request, List<Incoming.Group> incoming, PageText text) {
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
                      group.page() > 1 ? other(request, group, group.page() - 1) : "",
                      more ? other(request, group, group.page() + 1) : "");
                });
    return groups
        .sorted(
            Comparator.comparing((Group g) -> g.kind().equals("link"))
                .thenComparing(g -> g.property().text().value()))
        .toList();
  }

  private static String kind(Incoming.Group group) {
    if (group.key().equals(Incoming.USES)) {
      return "use";
    }
    return group.property().equals(Terms.TYPE) ? "instance" : "link";
  }

  private String other(Request request, Incoming.Group group, int page) {
    String address = request.links().way().address(new Representation.Html());
    PublicUrl publicUrl = pages.publicUrl();
    return publicUrl.path(address)
        + (address.contains("?") ? "&" : "?")
        + "in="
        + URLEncoder.encode(group.key(), StandardCharsets.UTF_8)
        + "&page="
        + page
        + (request.visitor().byHeader() ? "" : "&lang=" + request.visitor().language())
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
