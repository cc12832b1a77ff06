package icc.lod.app;

import icc.lod.api.ApiRoutes;
import icc.lod.catalogue.CatalogueRoutes;
import icc.lod.catalogue.Serving;
import icc.lod.config.Config;
import icc.lod.entity.EntityRoutes;
import icc.lod.entity.HomeRoutes;
import icc.lod.examples.ExampleRoutes;
import icc.lod.examples.Examples;
import icc.lod.fragments.FragmentRoutes;
import icc.lod.linking.LinkSetRoutes;
import icc.lod.linking.Links;
import icc.lod.linking.Lookup;
import icc.lod.linking.LookupRoutes;
import icc.lod.ontology.ContextRoutes;
import icc.lod.ontology.OntologyRoutes;
import icc.lod.search.BrowseRoutes;
import icc.lod.search.FacetIndexes;
import icc.lod.search.Finder;
import icc.lod.search.MapRoutes;
import icc.lod.search.SearchNearest;
import icc.lod.search.SearchRoutes;
import icc.lod.sparql.SparqlRoutes;
import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.tools.ToolRoutes;
import icc.lod.tools.Tools;
import icc.lod.view.Overviews;
import icc.lod.web.Health;
import icc.lod.web.Pages;
import icc.lod.web.Routes;
import java.nio.file.Path;
import java.util.List;

/**
 * All features of a service, built in one place: the list of what it answers.
 *
 * @param sparql the query endpoint, which holds threads of its own
 * @param routes every feature's, in the order in which they are asked
 * @param prepare makes ready what the first visitor of a release would wait for
 */
record Features(
    Pages pages,
    SparqlRoutes sparql,
    List<Routes> routes,
    SearchNearest nearest,
    Runnable prepare) {

  static Features of(Config config, CurrentStore store) {
    Overviews overviews = new Overviews(store, "");
    Pages pages = new Pages(config.web(), overviews::site);
    SparqlRoutes sparql = sparql(config, store, overviews, pages);
    Examples examples = new Examples(store);
    HomeRoutes home = new HomeRoutes(store, overviews, pages);
    EntityRoutes entities = new EntityRoutes(store, overviews, pages);
    OntologyRoutes ontology = new OntologyRoutes(store, overviews, pages);
    FacetIndexes facets = new FacetIndexes(store);
    Serving catalogue = new Serving(store, overviews, pages);
    SearchNearest nearest = new SearchNearest(store, overviews, pages.publicUrl());
    Links links = new Links(store, overviews);
    List<Routes> routes =
        List.of(
            new Health(() -> check(store)),
            sparql,
            new ExampleRoutes(store, overviews, examples, pages),
            new ApiRoutes(pages, new ReleaseSamples(store, overviews, examples, facets)),
            new ContextRoutes(store, config.web().publicUrl()),
            ontology,
            new SearchRoutes(store, overviews, pages),
            new BrowseRoutes(facets, overviews, pages),
            new MapRoutes(facets, overviews, pages),
            linking(store, overviews, links, sparql, nearest, pages),
            new CatalogueRoutes(catalogue, config.web().languages()),
            home,
            // Its catch-all comes last.
            entities);
    List<Runnable> first =
        List.of(
            overviews::prepare,
            home::prepare,
            sparql::prepare,
            entities::prepare,
            ontology::prepare,
            examples::prepare,
            catalogue::prepare,
            links::prepare);
    return new Features(pages, sparql, routes, nearest, () -> first.forEach(Runnable::run));
  }

  private static SparqlRoutes sparql(
      Config config, CurrentStore store, Overviews overviews, Pages pages) {
    Path queries = config.state().resolve("queries");
    return new SparqlRoutes(store, overviews, config.sparql(), pages, queries);
  }

  /** Ways to the right IRI, and what programs do with them and others. */
  private static Routes linking(
      CurrentStore store,
      Overviews overviews,
      Links links,
      SparqlRoutes sparql,
      SearchNearest nearest,
      Pages pages) {
    Lookup lookup = new Lookup(links, pages.publicUrl());
    Finder finder = new Finder(overviews, pages.publicUrl());
    Tools tools = new Tools(store, sparql.inquiries(), finder, lookup);
    List<Routes> all =
        List.of(
            new FragmentRoutes(store, overviews, pages),
            new LookupRoutes(lookup, nearest, pages),
            new LinkSetRoutes(links, pages),
            new ToolRoutes(tools, pages));
    return routes -> all.forEach(each -> each.addTo(routes));
  }

  private static void check(CurrentStore store) {
    try (Lease lease = store.lease()) {
      lease.store().check();
    }
  }
}
