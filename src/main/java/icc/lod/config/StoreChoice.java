package icc.lod.config;

import icc.lod.store.Endpoint;
import icc.lod.store.EndpointSettings;
import java.util.Optional;

/** Where triples live, as the settings say. */
final class StoreChoice {
  private static final String EMBEDDED = "tdb2";

  private StoreChoice() {}

  /** The endpoint that holds them; empty for the embedded store. */
  static Optional<EndpointSettings> of(RawSettings raw) {
    String store = raw.one(Setting.STORE).orElse(EMBEDDED);
    long limit = indexLimit(raw);
    if (store.equals(EMBEDDED)) {
      return Optional.empty();
    }
    if (!store.startsWith(Endpoint.SCHEME)) {
      String shown = store.replaceFirst("//.*@", "//…@");
      raw.fault(Setting.STORE, "write tdb2 or sparql:QUERY_URL, not \"" + shown + "\"");
      return Optional.empty();
    }
    try {
      return Optional.of(new EndpointSettings(Endpoint.parse(store), limit));
    } catch (IllegalArgumentException e) {
      raw.fault(Setting.STORE, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static long indexLimit(RawSettings raw) {
    String text = raw.one(Setting.INDEX_LIMIT).orElse("");
    if (text.isEmpty()) {
      return EndpointSettings.INDEX_LIMIT;
    }
    if (text.matches("\\d{1,12}")) {
      return Long.parseLong(text);
    }
    raw.fault(Setting.INDEX_LIMIT, "write a number of triples, 0 for none, not \"" + text + "\"");
    return EndpointSettings.INDEX_LIMIT;
  }
}
