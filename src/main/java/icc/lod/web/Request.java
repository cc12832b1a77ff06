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
 */
public record Request(
    String path, String query, Map<String, List<String>> parameters, List<String> accept) {

  public Request {
    parameters = Map.copyOf(parameters);
    accept = List.copyOf(accept);
  }

  /** What a request to the server asks for. */
  public static Request of(Context ctx) {
    return new Request(
        ctx.path(),
        Optional.ofNullable(ctx.queryString()).orElse(""),
        ctx.queryParamMap(),
        Collections.list(ctx.req().getHeaders(Header.ACCEPT)));
  }

  /** The first value of a parameter. */
  public Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }
}
