/**
 * ICC Linked Open Data: one process that publishes a folder of RDF as linked open data.
 *
 * <p>A package is a feature; imports point only downward (checked by {@code ArchitectureTest}):
 *
 * <pre>
 * 7  cli        → app config publish reconcile store rdf
 * 6  app        → everything below: builds all with new, lists the features, starts and stops
 * 5  config     → the settings records of the features
 * 5  tools      → linking search sparql view store web rdf
 * 4  proof      → publish catalogue changes statements view store web rdf
 * 4  reconcile  → search view store web rdf   linking → view store web rdf
 * 3  search     → publish view store web rdf   examples → publish view store web rdf
 *    catalogue  → publish view statements store web rdf
 *    changes    → publish entity view statements store web rdf
 * 2  sparql, entity, ontology, past, fragments → view store web rdf   publish → statements store rdf   api, operations → web
 * 1½ view       → store web rdf (labels, addresses, values: what all pages show)
 * 2  objects    → store rdf (releases over an object store)
 * 1  store      → rdf           web    → rdf           statements → rdf
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
