package icc.lod.search;

/** The fields of the index. Texts are {@code text}, {@code uri}, {@code property}, … as asked. */
final class IndexFields {
  /** Names of things are indexed under these, each in the ways below. */
  static final String LABEL = "label";

  static final String OTHER_NAME = "name";

  /** Names of both sorts, for what looks for words near to others: one dictionary, no stems. */
  static final String ANY_NAME = "any";

  /** A whole name, its words folded. */
  static final String WHOLE = ".whole";

  /** The words of a name in all their forms. */
  static final String WORDS = ".words";

  /** The keys of a whole name. */
  static final String WHOLE_KEY = ".wholekey";

  /** The keys of the words of a name. */
  static final String KEY = ".key";

  static final String ENTITY = "entity";
  static final String TYPE = "type";
  static final String ABOUT = "about";

  /** Stored literals: {@link StoredThing}. */
  static final String STORED_NAME = "stored.name";

  static final String STORED_DESCRIPTION = "stored.description";

  static final String RANK = "rank";
  static final String LINKS = "links";
  static final String BREVITY = "brevity";

  /** What text:query searches, and may restrict its search by. */
  static final String TEXT = "text";

  static final String URI = "uri";
  static final String PROPERTY = "property";
  static final String LANG = "lang";
  static final String GRAPH = "graph";
  static final String KIND = "kind";

  /** What text:query calls a literal without a language. */
  static final String NO_LANG = "none";

  private IndexFields() {}
}
