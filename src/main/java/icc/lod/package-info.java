/**
 * ICC Linked Open Data: one process that publishes a folder of RDF as linked open data.
 *
 * <p>A package is a feature; imports point only downward (checked by {@code ArchitectureTest}):
 *
 * <pre>
 * 7  cli        → app config publish store rdf
 * 6  app        → everything below: builds all with new, lists the features, starts and stops
 * 5  config     → the settings records of the features
 * 4  linking    → search store web rdf
 * 3  search     → publish store web rdf   catalogue → publish store web rdf   changes → publish entity store web rdf
 * 2  publish    → store rdf     sparql → store web rdf     entity → store web rdf     ontology → store web rdf
 * 1  store      → rdf           web    → rdf
 * 0  rdf        → (Jena only)
 * </pre>
 *
 * <p>Data flow: sources are parsed, pass the gate, are loaded into a new release folder,
 * projections derive what else is served, and one atomic pointer move makes the release current.
 * Every answer comes from exactly one release; nothing ever updates a live store.
 */
@NullMarked
package icc.lod;

import org.jspecify.annotations.NullMarked;
