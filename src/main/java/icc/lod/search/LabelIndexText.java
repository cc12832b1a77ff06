package icc.lod.search;

import icc.lod.store.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.rdf.model.Resource;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text index of a release, opened for reading: what jena-text's {@code text:query} asks, and
 * the search behind it. Thread-safe; closed with the store of its release.
 */
public final class LabelIndexText implements TextIndex {
  private static final Logger LOG = LoggerFactory.getLogger(LabelIndexText.class);

  private final DirectoryReader reader;
  private final EntityDefinition definition;
  private final TextLookup lookup;
  private final SearchIndex index;

  private LabelIndexText(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.definition = definition(reader);
    this.lookup = new TextLookup(reader);
    this.index = new SearchIndex(reader);
  }

  /**
   * Opens the index of a release; empty when it was made without one, or it cannot be read: the
   * release can be served all the same.
   */
  public static Optional<TextIndex> open(Release release) {
    Path folder = release.folder().resolve(LabelIndex.FOLDER);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LabelIndexText(DirectoryReader.open(FSDirectory.open(folder))));
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The text index of release {} cannot be read: {}", release.number(), e.toString());
      return Optional.empty();
    }
  }

  SearchIndex index() {
    return index;
  }

  NameSearch names() {
    return new NameSearch(reader);
  }

  @Override
  public EntityDefinition getDocDef() {
    return definition;
  }

  @Override
  public List<TextHit> query(
      @Nullable Node subject,
      List<Resource> properties,
      String text,
      @Nullable String graph,
      @Nullable String lang,
      int limit,
      @Nullable String highlight) {
    Optional<Node> bound =
        Optional.ofNullable(subject).filter(node -> node.isURI() || node.isBlank());
    return lookup.find(
        new TextLookup.Question(
            bound,
            properties.stream().map(Resource::getURI).toList(),
            text,
            Optional.ofNullable(graph),
            Optional.ofNullable(lang),
            limit,
            Optional.ofNullable(highlight)));
  }

  @Override
  public List<TextHit> query(
      @Nullable String subject,
      List<Resource> properties,
      String text,
      @Nullable String graph,
      @Nullable String lang,
      int limit,
      @Nullable String highlight) {
    Node node = subject == null ? Node.ANY : NodeFactory.createURI(subject);
    return query(node, properties, text, graph, lang, limit, highlight);
  }

  @Override
  public List<TextHit> query(
      List<Resource> properties,
      String text,
      @Nullable String graph,
      @Nullable String lang,
      int limit,
      @Nullable String highlight) {
    return query(Node.ANY, properties, text, graph, lang, limit, highlight);
  }

  @Override
  public List<TextHit> query(
      @Nullable Node property,
      String text,
      @Nullable String graph,
      @Nullable String lang,
      int limit,
      @Nullable String highlight) {
    List<Resource> properties =
        property == null
            ? List.of()
            : List.of(org.apache.jena.rdf.model.ResourceFactory.createResource(property.getURI()));
    return query(Node.ANY, properties, text, graph, lang, limit, highlight);
  }

  @Override
  public List<TextHit> query(
      Node property, String text, @Nullable String graph, @Nullable String lang, int limit) {
    return query(property, text, graph, lang, limit, null);
  }

  @Override
  public List<TextHit> query(
      Node property, String text, @Nullable String graph, @Nullable String lang) {
    return query(property, text, graph, lang, -1, null);
  }

  @Override
  public Map<String, Node> get(String uri) {
    throw readOnly();
  }

  @Override
  public void prepareCommit() {
    throw readOnly();
  }

  @Override
  public void commit() {
    throw readOnly();
  }

  @Override
  public void rollback() {
    throw readOnly();
  }

  @Override
  public void addEntity(Entity entity) {
    throw readOnly();
  }

  @Override
  public void updateEntity(Entity entity) {
    throw readOnly();
  }

  @Override
  public void deleteEntity(Entity entity) {
    throw readOnly();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The text index cannot be closed", e);
    }
  }

  /** Every property that has a text can be searched by itself, in the one field. */
  private static EntityDefinition definition(DirectoryReader reader) throws IOException {
    EntityDefinition definition = new EntityDefinition(IndexFields.URI, IndexFields.TEXT);
    definition.setLangField(IndexFields.LANG);
    definition.setGraphField(IndexFields.GRAPH);
    definition.setCacheQueries(false);
    Terms properties = MultiTerms.getTerms(reader, IndexFields.PROPERTY);
    if (properties != null) {
      TermsEnum each = properties.iterator();
      while (each.next() != null) {
        definition.set(IndexFields.TEXT, NodeFactory.createURI(each.term().utf8ToString()));
      }
    }
    return definition;
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("The index of a release is only read");
  }
}
