package icc.lod.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * All of a request that decides which answer it gets, as it was written. Requests that mean the
 * same in other words are told apart here and meet again at {@link ReadyAnswers.Representation}.
 *
 * @param state tag of the current state
 * @param target path and query
 * @param coded whether it takes gzip
 * @param language of Accept-Language, and of the cookies if there may be one that chooses it
 */
record ReadyRequest(String state, String target, String accept, boolean coded, String language) {
  /** Attribute of a request: itself in this form. */
  static final String NAME = "icc.lod.web.ready-request";

  /** What is longer is nobody's habit; it is answered all the same. */
  private static final int LONGEST = 2_000;

  /** A request for something that may be ready; others are never. */
  static Optional<ReadyRequest> of(Request request, String state) {
    HttpFields fields = request.getHeaders();
    boolean reads =
        HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    if (!reads || fields.contains(icc.lod.web.Request.ACCEPT_DATETIME)) {
      return Optional.empty();
    }
    String target = request.getHttpURI().getPathQuery();
    String accept = joined(fields, HttpHeader.ACCEPT);
    String language = joined(fields, HttpHeader.ACCEPT_LANGUAGE);
    String cookies = joined(fields, HttpHeader.COOKIE);
    if (cookies.contains(Visitor.COOKIE)) {
      language = language + '\n' + cookies;
    }
    if (target == null || target.length() + accept.length() + language.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> codings = fields.getValuesList(HttpHeader.ACCEPT_ENCODING);
    return Optional.of(new ReadyRequest(state, target, accept, Coding.accepted(codings), language));
  }

  /** The same request, by its fields; cookies are nobody's but their owner's. */
  HttpRequest again(String address, Duration patience) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + target)).timeout(patience);
    if (!accept.isEmpty()) {
      request.header("Accept", accept.replace('\n', ','));
    }
    if (!language.isEmpty()) {
      request.header("Accept-Language", language.replace('\n', ','));
    }
    if (coded) {
      request.header("Accept-Encoding", "gzip");
    }
    return request.build();
  }

  /** Whether it can be asked again by somebody else. */
  boolean anybodys() {
    return !language.contains("\n");
  }

  private static String joined(HttpFields fields, HttpHeader name) {
    List<String> values = fields.getValuesList(name);
    return values.size() == 1 ? values.get(0) : String.join("\n", values);
  }
}
