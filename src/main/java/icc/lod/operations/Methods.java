package icc.lod.operations;

import java.util.Set;

/** Methods of requests, as far as there is a name for them here: senders may write anything. */
final class Methods {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY");

  private Methods() {}

  static String known(String method) {
    return KNOWN.contains(method) ? method : "other";
  }
}
