package icc.lod.view;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.web.PublicUrl;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Where the pages of things are, given which things a release describes. */
public final class Addresses {
  /** A document with more terms than this is no page to look for one in. */
  public static final int MOST_ANCHORS = 1000;

  private final Overview overview;
  private final Set<Node> described;
  private final PublicUrl publicUrl;

  private Addresses(Overview overview, Set<Node> described, PublicUrl publicUrl) {
    this.overview = overview;
    this.described = described;
    this.publicUrl = publicUrl;
  }

  /** Addresses of the pages of these things. */
  public static Addresses of(
      Collection<Node> linked, Overview overview, Reading reading, PublicUrl publicUrl) {
    Set<Node> doubtful = new HashSet<>();
    for (Node node : linked) {
      EntityIri.of(node)
          .filter(overview.space()::covers)
          .ifPresent(
              iri -> {
                doubtful.add(node);
                overview.space().rivals(iri).forEach(rival -> doubtful.add(rival.node()));
              });
    }
    return new Addresses(overview, reading.described(doubtful), publicUrl);
  }

  /** A link for pages: to the entry of a term in the vocabulary, else to the thing's document. */
  public String link(EntityIri iri) {
    return publicUrl.path(overview.vocabulary().entry(iri.node()).orElseGet(() -> path(iri)));
  }

  /** A link for pages to a path of ours. */
  public String href(String path) {
    return publicUrl.path(path);
  }

  /** Whether a thing belongs to others. */
  public boolean isOutside(EntityIri iri) {
    return !overview.space().covers(iri);
  }

  /** The path of the document about a thing, with the anchor of a hash IRI. */
  public String path(EntityIri iri) {
    IriSpace space = overview.space();
    boolean anchor =
        overview.describesTerm(iri) && overview.terms(iri.document()).size() <= MOST_ANCHORS;
    Optional<String> page = overview.page(iri.document());
    if (page.isPresent() && (iri.fragment().isEmpty() || anchor)) {
      return page.get() + IriSpace.fragment(iri);
    }
    return space.covers(iri) && (iri.fragment().isEmpty() ? known(iri) : anchor)
        ? space.document(iri, this::known)
        : IriSpace.parameterised(iri);
  }

  /** Whether the release describes a thing, or terms in its document. */
  public boolean known(EntityIri iri) {
    return described.contains(iri.node()) || !overview.terms(iri).isEmpty();
  }
}
