package icc.lod.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks for, as the parts of a feature read it that know nothing of the server.
 *
 * @param path as sent, never decoded
 * @param query as sent, without question mark; empty for none
 * @param parameters the query's, decoded
 * @param accept the values of all Accept fields
 * @param acceptDatetime the values of all Accept-Datetime fields (RFC 7089, section 2.1.1)
 */
public record Request(
    String path,
    String query,
    Map<String, List<String>> parameters,
    List<String> accept,
    List<String> acceptDatetime) {
  /** The field that asks for a past state. */
  public static final String ACCEPT_DATETIME = "Accept-Datetime";

  public Request {
    parameters = Map.copyOf(parameters);
    accept = List.copyOf(accept);
    acceptDatetime = List.copyOf(acceptDatetime);
  }

  /** What a request to the server asks for. */
  public static Request of(Context ctx) {
    return new Request(
        ctx.path(),
        Optional.ofNullable(ctx.queryString()).orElse(""),
        ctx.queryParamMap(),
        Collections.list(ctx.req().getHeaders(Header.ACCEPT)),
        Collections.list(ctx.req().getHeaders(ACCEPT_DATETIME)));
  }

  /** The same request at another path. */
  public Request at(String other) {
    return new Request(other, query, parameters, accept, acceptDatetime);
  }

  /** What was asked for, as it is written in an address. */
  public String address() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The first value of a parameter. */
  public Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }
}
