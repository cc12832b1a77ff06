package icc.lod.entity;

import icc.lod.entity.EntityPage.Term;
import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.view.Addresses;
import icc.lod.view.Labels;
import icc.lod.view.Link;
import icc.lod.view.PageText;
import java.util.Comparator;
import java.util.List;

/** The hash IRIs that a document describes, each in a section of its page. */
final class TermSections {
  private final List<EntityIri> terms;

  private TermSections(List<EntityIri> terms) {
    this.terms = terms;
  }

  /** No more of them than a page can hold. */
  static TermSections of(List<EntityIri> all) {
    return new TermSections(all.subList(0, Math.min(all.size(), Addresses.MOST_ANCHORS)));
  }

  List<EntityIri> shown() {
    return terms;
  }

  List<Term> view(PageText text, Labels labels) {
    return terms.stream()
        .map(term -> section(term, text, labels))
        .sorted(Comparator.comparing(term -> term.link().text(), labels.order()))
        .toList();
  }

  private static Term section(EntityIri term, PageText text, Labels labels) {
    Link link = text.link(term.node());
    String alone = text.href(IriSpace.parameterised(term));
    return new Term(
        term.fragment(),
        new Link(alone, link.text(), link.iri(), ""),
        labels.description(term.node()).stream().toList(),
        text.rows(term.node()));
  }
}
