package icc.lod.web;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Problems instead of Jetty's own error pages: for requests that never reach a route (a broken
 * request line, headers too large) and for what escapes one.
 */
final class JettyProblems extends ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(JettyProblems.class);

  private final Map<String, String> manners;

  JettyProblems(Map<String, String> manners) {
    this.manners = manners;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String id = RequestId.of(request);
    if (code >= 500) {
      LOG.error("Request {} failed: {}", id, request.getHttpURI().getPath(), cause);
    }
    Problem problem = problem(code);
    headers(response.getHeaders(), id);
    problem.headers().forEach(response.getHeaders()::put);
    byte[] body = ProblemJson.bytes(problem, String.valueOf(request.getHttpURI().getPath()), id);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private void headers(HttpFields.Mutable fields, String id) {
    manners.forEach(fields::put);
    fields.put(RequestId.NAME, id);
    fields.put(HttpHeader.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  private static Problem problem(int code) {
    String title = String.valueOf(HttpStatus.getMessage(code));
    return switch (code) {
      case 414 -> Problem.of(code, title, "The address is too long; send queries by POST.");
      case 431 -> Problem.of(code, title, "The request's header is too large.");
      case 400 -> Problem.of(code, title, "This is not a well-formed HTTP request.");
      case 404 -> Problem.notFound("Nothing is at this address.");
      case 503 -> Problem.unavailable("The server is stopping or overloaded.", 5);
      default -> code >= 500 ? Problems.unexpected() : Problem.of(code, title, title + ".");
    };
  }
}
