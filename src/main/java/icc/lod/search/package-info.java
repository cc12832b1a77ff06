/**
 * Finding things: by name and word (the text index, the search page, completion, the nearest
 * names), and by kind, facet and place (browsing, the map).
 *
 * <p><b>One index serves the search and {@code text:query}.</b> It lies in the release folder, is
 * written once at publish ({@link icc.lod.search.LabelIndex}) and only read afterwards, so that it
 * can never speak of other data. A second index would repeat the analysis, and the two would come
 * to disagree about what matches. It holds a document for each thing (what the search ranks and
 * counts) and one for each text (what {@code text:query} answers with: subject, literal, property,
 * graph); the shared part, the analysis of words, is the costly one.
 *
 * <p><b>Of jena-text we keep the property function, not its index class.</b> {@code
 * TextIndexLucene} opens a writer, and with it a lock, wherever it only reads, so that two
 * processes could not serve one release; it opens the index anew for each call, and cuts what has
 * no limit of its own at 10,000 hits without a word. {@link icc.lod.search.LabelIndexText} answers
 * the same function from a reader that is opened and closed with the release.
 *
 * <p><b>Names are matched in four ways</b>, best first: as they are written (case and accents
 * folded), by their words (in all forms: English stems, Ukrainian lemmas), by their sound across
 * scripts and spellings (Львів, Lviv, L'viv, Lwiw are one key: {@link icc.lod.search.NameKey}), and
 * with typing errors. There is no list of places: other names of a thing come from the data. The
 * order of the ways is the order of hits; how often a thing is linked only breaks ties.
 *
 * <p><b>A word is taken apart once.</b> All filters behind the tokenizer look at one word at a
 * time, so its forms and its key are remembered ({@code Remembered}), and a text's words are used
 * for all fields it is indexed under ({@code Words}). That took the text index from a quarter of a
 * publish to a sixth of a shorter one, and holds for what visitors type, too.
 *
 * <p><b>Of the release before, what is still true is taken over</b> by second names of its files:
 * kinds nothing of which changed, and the text index, in which only things that changed, or that
 * links came to or left, are written anew. What was replaced counts in how rare a word seems until
 * Lucene merges it away; beyond a tenth all is made anew.
 *
 * <p><b>Which properties name things is found out</b> from the data: the labels all pages use, what
 * is declared below them, and properties called so ({@link icc.lod.search.NamingProperties}).
 *
 * <p><b>Words are one field for all languages.</b> Who searches does not say in which language, and
 * tags are often missing; the script tells the two morphologies apart, and a stem is kept beside
 * the word as written, so a language without morphology here is found by its words.
 *
 * <p><b>Facets come from the shapes.</b> What one can ask of a city is what the shapes say of
 * cities, of what they lead to and of what leads to them; which of it helps in choosing, the data
 * decides ({@link icc.lod.search.FacetRanking}). Without shapes every property is tried. So another
 * programme's data gets its own facets, and none is written into the code.
 *
 * <p><b>Facets through the same thing are about the same thing.</b> "Mentor" and "phase 2" are said
 * of a participation; a visitor who picks both means cities that were mentors in phase 2. Bitmaps
 * of such facets are therefore kept by participation, and turned into cities last.
 *
 * <p><b>Bitmaps, not Lucene.</b> Lucene's facets count values of one document; facets through a
 * thing in between, or a SPARQL query that is sure to find the same things, would need joins there.
 * Here a facet is a path, the query is written from the same path, and counts are intersections of
 * roaring bitmaps on mapped files: a release of a million things takes next to no memory.
 *
 * <p><b>What is answered as data is whole</b> or refused: other portals' exports stop at some limit
 * unseen. A selection of more than {@link icc.lod.search.BrowseFiles#MOST} things is 413 with a way
 * out, unless a page of it is asked for.
 *
 * <p><b>The map asks nobody.</b> Outlines of countries are ours; a tile server is used only where a
 * setting names one. The list beside the map says the same to who sees no map or has no scripts.
 */
@NullMarked
package icc.lod.search;

import org.jspecify.annotations.NullMarked;
