/**
 * Finding things: browsing by kind and facet, the map.
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
