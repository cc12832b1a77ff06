package icc.lod.web;

/** What {@code @{/path}} means in a template: under the public address, files with their hash. */
final class SiteLinks {
  private final PublicUrl publicUrl;
  private final Assets assets;

  SiteLinks(PublicUrl publicUrl, Assets assets) {
    this.publicUrl = publicUrl;
    this.assets = assets;
  }

  String to(String path) {
    boolean file = path.startsWith("/static/") || path.startsWith("/webjars/");
    return publicUrl.path(file ? assets.versioned(path) : path);
  }
}
