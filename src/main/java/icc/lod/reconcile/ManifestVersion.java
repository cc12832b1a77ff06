package icc.lod.reconcile;

import icc.lod.web.Negotiation;
import icc.lod.web.Negotiation.Offer;
import icc.lod.web.Problem;
import java.util.List;

/** The versions of the API that have a manifest here, by the media types that name them. */
enum ManifestVersion {
  STABLE("application/reconciliation.v0.2+json"),
  DRAFT("application/reconciliation.v1+json");

  private static final String ANY = "application/json";
  private final String mediaType;

  ManifestVersion(String mediaType) {
    this.mediaType = mediaType;
  }

  /** 0.2 has no media type of its own, and its clients know only JSON. */
  String contentType() {
    return this == STABLE ? ANY : mediaType;
  }

  /**
   * The version that a client speaks: 0.2 unless it names another.
   *
   * @throws Problem 406 when it names only versions that are not spoken here
   */
  static ManifestVersion accepted(List<String> accept) {
    boolean named =
        accept.stream().anyMatch(field -> field.contains("application/reconciliation."));
    if (!named) {
      return STABLE;
    }
    List<String> ours =
        accept.stream()
            .flatMap(field -> List.of(field.split(",", -1)).stream())
            .filter(range -> range.contains("application/reconciliation."))
            .toList();
    return Negotiation.best(
            ours,
            List.of(new Offer<>(STABLE.mediaType, STABLE), new Offer<>(DRAFT.mediaType, DRAFT)))
        .orElseThrow(() -> Problem.notAcceptable(List.of(ANY, STABLE.mediaType, DRAFT.mediaType)));
  }
}
