package icc.lod.search;

import icc.lod.publish.Candidate;
import icc.lod.rdf.EntityIri;
import icc.lod.view.Terms;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** What the index holds of one subject: a document for each of its texts, one for the thing. */
final class IndexEntry {
  /** Counting goes no further: it only breaks ties. */
  private static final int MOST_LINKS = 1000;

  /** A Lucene term holds 32 kB; a longer name is found by its words. */
  private static final int LONGEST_WHOLE = 1000;

  private static final Words NO_WORDS = new Words(List.of(), new Words.Word("", 0, 0, 0));

  private final DatasetGraph dataset;
  private final Graph graph;
  private final boolean inGraphs;
  private final NamingProperties naming;

  IndexEntry(Candidate candidate) {
    this.dataset = candidate.dataset();
    this.graph = candidate.graph();
    this.inGraphs = dataset.listGraphNodes().hasNext();
    this.naming = NamingProperties.of(dataset);
  }

  /** Whether a statement says something the index holds: a type or a text. */
  static boolean matters(Triple triple) {
    return isText(triple.getObject()) || triple.getPredicate().equals(Terms.TYPE);
  }

  private static boolean isText(Node object) {
    return object.isLiteral()
        && (!object.getLiteralLanguage().isEmpty()
            || object.getLiteralDatatypeURI().equals(XSD.xstring.getURI())
            || object.getLiteralDatatypeURI().equals(RDF.dtLangString.getURI()));
  }

  /** The documents of one subject, given its statements that matter. */
  List<Document> documents(List<Triple> statements) {
    List<Document> documents = new ArrayList<>();
    List<Words> words = new ArrayList<>();
    for (Triple triple : statements) {
      boolean text = isText(triple.getObject());
      words.add(
          text ? Words.of(triple.getObject().getLiteralLexicalForm(), Analysis.FORMS) : NO_WORDS);
      if (text) {
        documents.add(text(triple, words.getLast()));
      }
    }
    if (!statements.isEmpty()) {
      EntityIri.of(statements.get(0).getSubject())
          .ifPresent(iri -> documents.add(thing(iri, statements, words)));
    }
    return documents;
  }

  private Document text(Triple triple, Words words) {
    Node literal = triple.getObject();
    String lang = literal.getLiteralLanguage();
    Document document = new Document();
    document.add(new StringField(IndexFields.KIND, IndexFields.TEXT, Store.NO));
    document.add(
        new StringField(
            IndexFields.URI, TextQueryFuncs.subjectToString(triple.getSubject()), Store.YES));
    document.add(new StringField(IndexFields.PROPERTY, triple.getPredicate().getURI(), Store.YES));
    document.add(
        new StringField(IndexFields.LANG, lang.isEmpty() ? IndexFields.NO_LANG : lang, Store.YES));
    document.add(new StoredField(IndexFields.TEXT, literal.getLiteralLexicalForm()));
    document.add(new TextField(IndexFields.TEXT, words.stream()));
    if (inGraphs) {
      dataset
          .findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), literal)
          .forEachRemaining(
              quad ->
                  document.add(
                      new StringField(
                          IndexFields.GRAPH,
                          TextQueryFuncs.graphNodeToString(quad.getGraph()),
                          Store.YES)));
    }
    return document;
  }

  private Document thing(EntityIri iri, List<Triple> statements, List<Words> words) {
    Document document = new Document();
    document.add(new StringField(IndexFields.ENTITY, iri.text(), Store.YES));
    Set<String> types = new LinkedHashSet<>();
    int shortest = Integer.MAX_VALUE;
    boolean labelled = false;
    for (int i = 0; i < statements.size(); i++) {
      Triple triple = statements.get(i);
      Node object = triple.getObject();
      if (!isText(object)) {
        if (object.isURI()) {
          types.add(object.getURI());
        }
        continue;
      }
      String text = object.getLiteralLexicalForm();
      boolean label = naming.isLabel(triple.getPredicate());
      if (label) {
        labelled = true;
        shortest = Math.min(shortest, text.length());
      }
      add(document, triple, words.get(i), label);
    }
    if (!labelled) {
      String local = spoken(iri);
      name(document, IndexFields.LABEL, local, Words.of(local, Analysis.FORMS));
      shortest = local.length();
    }
    for (String type : types) {
      document.add(new StringField(IndexFields.TYPE, type, Store.YES));
      document.add(new SortedSetDocValuesField(IndexFields.TYPE, new BytesRef(type)));
    }
    document.add(new FeatureField(IndexFields.RANK, IndexFields.BREVITY, 100f / (10 + shortest)));
    int links = links(iri.node());
    if (links > 0) {
      document.add(new FeatureField(IndexFields.RANK, IndexFields.LINKS, links));
    }
    return document;
  }

  private void add(Document document, Triple triple, Words forms, boolean label) {
    Node property = triple.getPredicate();
    String text = triple.getObject().getLiteralLexicalForm();
    String stored = StoredThing.write(property, triple.getObject());
    if (label || naming.isName(property, text)) {
      name(document, label ? IndexFields.LABEL : IndexFields.OTHER_NAME, text, forms);
      document.add(new StoredField(IndexFields.STORED_NAME, stored));
    } else if (Terms.DESCRIPTIONS.contains(property)) {
      document.add(new StoredField(IndexFields.STORED_DESCRIPTION, stored));
    }
    document.add(new TextField(IndexFields.ABOUT, forms.stream()));
  }

  private static void name(Document document, String field, String text, Words forms) {
    List<String> words = Analysis.PLAIN.terms(text);
    List<String> keys = NameKey.of(words);
    for (String sort : List.of(field, IndexFields.ANY_NAME)) {
      document.add(whole(sort + IndexFields.WHOLE, String.join(" ", words)));
      document.add(whole(sort + IndexFields.WHOLE_KEY, String.join(" ", keys)));
      keys.forEach(key -> document.add(whole(sort + IndexFields.KEY, key)));
    }
    words.forEach(word -> document.add(whole(IndexFields.ANY_NAME + IndexFields.WORDS, word)));
    document.add(new TextField(field + IndexFields.WORDS, forms.stream()));
  }

  private static StringField whole(String field, String text) {
    String cut = text.length() > LONGEST_WHOLE ? text.substring(0, LONGEST_WHOLE) : text;
    return new StringField(field, cut, Store.NO);
  }

  /** The last part of an IRI as a name: for things that have none. */
  private static String spoken(EntityIri iri) {
    String local = iri.localName();
    try {
      local = URLDecoder.decode(local.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A stray percent sign stays.
    }
    return local.replaceAll("[-_.]+", " ").replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
  }

  private int links(Node node) {
    Iterator<Triple> incoming = graph.find(Node.ANY, Node.ANY, node);
    int count = 0;
    while (count < MOST_LINKS && incoming.hasNext()) {
      incoming.next();
      count++;
    }
    return count;
  }
}
