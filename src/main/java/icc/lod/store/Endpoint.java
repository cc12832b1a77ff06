package icc.lod.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where somebody else's server answers SPARQL queries.
 *
 * @param address without user and password, so that it may be shown
 * @param authorization the value of that request field (RFC 7617), where a user was named
 */
public record Endpoint(URI address, Optional<String> authorization) {
  /** How a setting says that the triples live at an endpoint. */
  public static final String SCHEME = "sparql:";

  /**
   * Reads {@code sparql:} and the address of the queries, like {@code
   * sparql:https://user:password@host/dataset/query}.
   *
   * @throws IllegalArgumentException with a sentence that says what to write
   */
  public static Endpoint parse(String text) {
    String address = text.substring(SCHEME.length());
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme());
      if ((scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && uri.getHost() != null
          && uri.getFragment() == null) {
        return new Endpoint(withoutUser(uri), authorization(uri));
      }
    } catch (URISyntaxException e) {
      // Said below, without what may be a password.
    }
    throw new IllegalArgumentException(
        "after sparql: write the address that answers SPARQL queries, such as"
            + " sparql:http://localhost:3030/dataset/query"
            + (address.isEmpty() ? "" : "; this is no http or https address"));
  }

  private static URI withoutUser(URI uri) throws URISyntaxException {
    String text = uri.toString();
    String user = uri.getRawUserInfo();
    return user == null ? uri : new URI(text.replaceFirst("\\Q" + user + "@\\E", ""));
  }

  private static Optional<String> authorization(URI uri) {
    return Optional.ofNullable(uri.getUserInfo())
        .map(user -> user.getBytes(StandardCharsets.UTF_8))
        .map(bytes -> "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /** Its address. */
  @Override
  public String toString() {
    return address.toString();
  }
}
