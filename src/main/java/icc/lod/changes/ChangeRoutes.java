package icc.lod.changes;

import icc.lod.web.Routes;
import io.javalin.config.RoutesConfig;
import java.util.List;

/** All addresses of this feature. */
public final class ChangeRoutes implements Routes {
  private final List<Routes> all;

  public ChangeRoutes(Changes changes) {
    this.all =
        List.of(
            new FeedRoutes(changes),
            new ReleaseRoutes(changes),
            new HistoryRoutes(changes),
            new AtomRoutes(changes));
  }

  @Override
  public void addTo(RoutesConfig routes) {
    all.forEach(each -> each.addTo(routes));
  }
}
