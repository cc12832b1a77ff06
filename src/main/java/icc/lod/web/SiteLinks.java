package icc.lod.web;

import java.util.Map;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/** What {@code @{/path}} means in a template: under the public address, files with their hash. */
final class SiteLinks extends StandardLinkBuilder {
  private final PublicUrl publicUrl;
  private final Assets assets;

  SiteLinks(PublicUrl publicUrl, Assets assets) {
    this.publicUrl = publicUrl;
    this.assets = assets;
  }

  @Override
  protected String computeContextPath(
      IExpressionContext context, String base, Map<String, Object> parameters) {
    return publicUrl.prefix();
  }

  @Override
  protected String processLink(IExpressionContext context, String link) {
    String path = link.substring(publicUrl.prefix().length());
    return path.startsWith("/static/") || path.startsWith("/webjars/")
        ? publicUrl.path(assets.versioned(path))
        : link;
  }
}
