package icc.lod.linking;

import icc.lod.linking.LinkSetPage.Coverage;
import icc.lod.linking.LinkSetPage.Example;
import icc.lod.linking.LinkSurvey.Target;
import icc.lod.rdf.EntityIri;
import icc.lod.store.Lease;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.Literals;
import icc.lod.view.Overview;
import icc.lod.view.PageText;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Makes the pages of link sets, for one visitor. */
final class LinkSetPages {
  private static final int MOST_MISSING = 100;
  private static final int MOST_EXAMPLES = 20;
  private static final int MOST_KINDS = 8;

  private final LinkSurvey survey;
  private final Lease lease;
  private final Overview overview;
  private final Pages pages;
  private final Visitor visitor;
  private final Reading reading;
  private final NumberFormat format;

  LinkSetPages(Links links, Lease lease, Pages pages, Visitor visitor) {
    this.survey = links.of(lease);
    this.lease = lease;
    this.overview = links.overview(lease);
    this.pages = pages;
    this.visitor = visitor;
    this.reading = new Reading(lease.store());
    this.format = NumberFormat.getInstance(Locale.forLanguageTag(visitor.language()));
    format.setMaximumFractionDigits(0);
  }

  /** All link sets, without things. */
  LinkSetPage list() {
    Set<Node> named = new HashSet<>();
    for (Target target : survey.targets()) {
      named.addAll(target.properties().keySet());
      named.addAll(kinds(target));
    }
    PageText text = text(named);
    List<LinkSetPage.Target> sets =
        survey.targets().stream().map(target -> set(target, text, Map.of(), List.of())).toList();
    return new LinkSetPage(sets, List.of(), forms(LinkSetRoutes.PATH, LinkForm.OF_LIST));
  }

  /** One link set with its gaps. */
  LinkSetPage one(Target target) {
    LinkRows rows = new LinkRows(survey, lease, visitor);
    Map<Node, List<Node>> missing = new LinkedHashMap<>();
    for (Node kind : kinds(target)) {
      boolean whole = target.linked().getOrDefault(kind, 0L) == survey.all(kind);
      missing.put(kind, whole ? List.of() : rows.missing(target, kind, MOST_MISSING));
    }
    List<Triple> first =
        target.total() > LinkRows.MOST
            ? List.of()
            : rows.links(target).stream().limit(MOST_EXAMPLES).toList();
    List<LinkRow> examples = rows.rows(first);
    Set<Node> named = new HashSet<>(target.properties().keySet());
    named.addAll(kinds(target));
    missing.values().forEach(named::addAll);
    first.forEach(link -> named.add(link.getSubject()));
    PageText text = text(named);
    return new LinkSetPage(
        List.of(set(target, text, missing, examples)),
        List.of(),
        forms(LinkSetRoutes.PATH + "/" + target.name(), LinkForm.OF_SET));
  }

  private LinkSetPage.Target set(
      Target target, PageText text, Map<Node, List<Node>> missing, List<LinkRow> examples) {
    return new LinkSetPage.Target(
        target.name(),
        pages.publicUrl().path(LinkSetRoutes.PATH + "/" + target.name()),
        format.format(target.total()),
        target.properties().entrySet().stream()
            .map(e -> new LinkSetPage.Property(text.link(e.getKey()), format.format(e.getValue())))
            .toList(),
        kinds(target).stream()
            .map(kind -> coverage(target, kind, text, missing.getOrDefault(kind, List.of())))
            .toList(),
        examples.stream()
            .map(
                row ->
                    new Example(
                        text.link(row.link().getSubject()),
                        row.link().getObject().getURI(),
                        row.about()))
            .toList());
  }

  private Coverage coverage(Target target, Node kind, PageText text, List<Node> missing) {
    long linked = target.linked().getOrDefault(kind, 0L);
    long all = survey.all(kind);
    List<Link> links = missing.stream().map(text::link).toList();
    return new Coverage(
        text.link(kind).text(),
        format.format(linked),
        format.format(all),
        // Of many all but one are not all.
        format.format(linked == all ? 100 : Math.min(99, 100 * linked / Math.max(1, all))),
        all - linked,
        links,
        linked == all ? "" : query(target, kind));
  }

  /** Kinds of the release's own words first told, if it has such; those linked most first. */
  private List<Node> kinds(Target target) {
    Collection<Node> all = target.linked().keySet();
    List<Node> own = all.stream().filter(survey::own).toList();
    return (own.isEmpty() ? List.copyOf(all) : own).stream().limit(MOST_KINDS).toList();
  }

  private String query(Target target, Node kind) {
    String properties =
        target.properties().keySet().stream()
            .map(property -> "<" + property.getURI() + ">")
            .collect(Collectors.joining(" "));
    String query =
        """
        SELECT ?thing {
          ?thing a <%s>
          FILTER NOT EXISTS {
            VALUES ?property { %s }
            ?thing ?property ?target FILTER(STRSTARTS(STR(?target), "%s"))
          }
        } ORDER BY ?thing
        """
            .formatted(kind.getURI(), properties, target.root());
    return pages.publicUrl().path("/sparql")
        + "?query="
        + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private PageText text(Set<Node> named) {
    Set<Node> things =
        named.stream().filter(n -> EntityIri.of(n).isPresent()).collect(Collectors.toSet());
    Labels labels = new Labels(visitor);
    labels.learn(reading.about(things, overview.used(Terms.LABELS)));
    return new PageText(
        List.of(),
        labels,
        Addresses.of(things, overview, reading, pages.publicUrl()),
        new Literals(pages, visitor));
  }

  private List<LookupPage.Form> forms(String path, List<LinkForm> all) {
    List<LookupPage.Form> forms = new ArrayList<>();
    for (LinkForm form : all) {
      if (form != LinkForm.HTML) {
        forms.add(
            new LookupPage.Form(
                pages.publicUrl().path(path) + "?format=" + form.suffix(),
                form.title(),
                form.mediaType()));
      }
    }
    return forms;
  }
}
