package icc.lod.changes;

import icc.lod.rdf.EntityIri;
import icc.lod.statements.FileStatements;
import icc.lod.store.Lease;
import icc.lod.store.Release;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.Literals;
import icc.lod.view.Reading;
import icc.lod.view.Terms;
import icc.lod.web.Pages;
import icc.lod.web.Visitor;
import java.nio.file.Files;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Makes pages of what a release changed. */
final class ReleasePages {
  /** More classes than this are no overview. */
  private static final int MOST_KINDS = 60;

  private final Changes changes;
  private final Lease lease;
  private final Visitor visitor;
  private final Pages pages;
  private final NumberFormat numbers;

  ReleasePages(Changes changes, Lease lease, Visitor visitor) {
    this.changes = changes;
    this.lease = lease;
    this.visitor = visitor;
    this.pages = changes.pages();
    this.numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(visitor.language()));
  }

  ReleasePage page(ReleaseDiff diff, List<ReleasePage.Form> forms) {
    Release release = diff.release();
    Optional<Summary> summary = diff.summary();
    List<ChangeView> entities = new ChangeViews(changes, lease, visitor).views(diff.entities());
    long first = (diff.page() - 1L) * Register.BLOCK + 1;
    return new ReleasePage(
        release.number(),
        new Literals(pages, visitor)
            .literal(Words.instant(summary.map(Summary::instant).orElse(release.created()))),
        diff.before().map(Summary::number).stream().toList(),
        release.number() == lease.release().number(),
        summary.isPresent(),
        numbers.format(release.triples()),
        numbers.format(summary.map(Summary::added).orElse(0L)),
        numbers.format(summary.map(Summary::removed).orElse(0L)),
        kinds(summary.map(Summary::kinds).orElse(Map.of())),
        entities,
        first,
        first + entities.size() - 1,
        diff.total(),
        diff.page() > 1 ? address(release, diff.page() - 1) : "",
        diff.hasNext() ? address(release, diff.page() + 1) : "",
        Names.of(release.base()).release(release.number()).getURI(),
        summary.filter(known -> !known.isEmpty()).isPresent()
            ? pages.publicUrl().path(FeedAddress.page(release.number(), 1))
            : "",
        Files.isDirectory(release.folder().resolve("proof"))
            ? pages.publicUrl().path(ReleaseRoutes.PATH + "/" + release.number() + "/proof")
            : "",
        forms);
  }

  private String address(Release release, int page) {
    return pages.publicUrl().path(ReleaseRoutes.PATH + "/" + release.number())
        + (page == 1 ? "" : "?page=" + page);
  }

  /** What changed by class, the most first. */
  List<ReleasePage.Kind> kinds(Map<String, Summary.Counts> counts) {
    List<Map.Entry<String, Summary.Counts>> most =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparingLong(
                        (Map.Entry<String, Summary.Counts> e) -> e.getValue().total())
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .limit(MOST_KINDS)
            .toList();
    List<Node> types =
        most.stream()
            .map(Map.Entry::getKey)
            .filter(kind -> !kind.isEmpty())
            .map(kind -> FileStatements.resource("<" + kind + ">"))
            .toList();
    Reading reading = new Reading(lease.store());
    Labels labels = new Labels(visitor);
    labels.learn(reading.about(types, Terms.LABELS));
    Addresses addresses =
        Addresses.of(types, changes.overviews().of(lease), reading, pages.publicUrl());
    return most.stream()
        .map(entry -> kind(entry.getKey(), entry.getValue(), labels, addresses))
        .toList();
  }

  private ReleasePage.Kind kind(
      String kind, Summary.Counts counts, Labels labels, Addresses addresses) {
    List<Link> link =
        kind.isEmpty()
            ? List.of()
            : EntityIri.of(FileStatements.resource("<" + kind + ">")).stream()
                .map(iri -> new Link(addresses.link(iri), labels.label(iri.node()), iri.text(), ""))
                .toList();
    return new ReleasePage.Kind(
        link,
        numbers.format(counts.created()),
        numbers.format(counts.changed()),
        numbers.format(counts.deleted()));
  }
}
