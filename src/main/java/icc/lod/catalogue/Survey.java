package icc.lod.catalogue;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import icc.lod.statements.SortedStatements;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The readings that go thing by thing: counts, tables, the list of documents. */
final class Survey {
  private final SortedStatements sorted;
  private final Metadata metadata;
  private final Names names;
  private final Path folder;
  private final Path work;
  private final DumpFolder dumps;
  private final IriSpace space;
  private final Counts counts;
  private final Links links;
  private final Set<String> own = new HashSet<>();
  private boolean fitsXml = true;
  private boolean fitsJson = true;

  Survey(
      SortedStatements sorted,
      Counts counts,
      Metadata metadata,
      Names names,
      Path folder,
      Path work,
      DumpFolder dumps) {
    this.sorted = sorted;
    this.counts = counts;
    this.metadata = metadata;
    this.names = names;
    this.folder = folder;
    this.work = work;
    this.dumps = dumps;
    this.space = new IriSpace(names.base());
    this.links = new Links(space);
  }

  void make(Optional<Path> previous, Instant now, RdfDumps rdf) throws IOException {
    Things.each(
        sorted.byStatement(),
        (subject, statements, lines) -> {
          List<String> types = Counts.types(statements);
          if (!types.isEmpty()) {
            counts.typed(subject, types);
          }
          links.learn(statements);
          own(subject).ifPresent(this::know);
        });
    counts.choose();
    count(previous, now);
    Tables tables = new Tables(counts, work);
    try (tables) {
      Things.each(
          sorted.byStatement(),
          (subject, statements, lines) -> tables.subject(subject, statements));
      tables.finish(dumps);
    }
    rdf.rdfXml(fitsXml, counts.properties.keySet());
    rdf.jsonLd(fitsJson);
  }

  /** Which things there are must be known to tell whose a path is. */
  private void know(EntityIri iri) {
    if (own.size() < Counts.MOST_TYPED) {
      own.add(iri.text());
      own.add(iri.document().text());
    }
  }

  private void count(Optional<Path> previous, Instant now) throws IOException {
    // Beyond what is known every other path may be somebody's, and the address by IRI is right.
    boolean all = own.size() < Counts.MOST_TYPED;
    Entities entities =
        new Entities(space, iri -> !all || own.contains(iri.text()), now, folder, previous);
    try (entities) {
      Things.each(
          sorted.byStatement(),
          (subject, statements, lines) -> {
            Optional<EntityIri> iri = own(subject);
            counts.subject(subject, statements, iri.isPresent());
            for (Triple triple : statements) {
              fitsXml = fitsXml && RdfXmlWriter.fits(triple);
              fitsJson = fitsJson && !triple.getObject().isTripleTerm();
            }
            if (iri.isPresent()) {
              links.subject(statements);
              entities.subject(iri.get(), statements, lines);
            }
          });
      entities.finish();
    }
    Harvest.write(
        VoidStatistics.of(names, metadata.dataset(), counts, sorted.graphs(), links),
        folder.resolve(ReleaseFiles.STATISTICS));
  }

  private Optional<EntityIri> own(Node subject) {
    return EntityIri.of(subject).filter(space::covers);
  }
}
