package icc.lod.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends what is {@link ReadyAnswers ready} before a servlet is asked. Thread-safe. */
final class ReadyHandler extends Handler.Wrapper {
  private final ReadyAnswers answers;
  private final CurrentState current;

  ReadyHandler(ReadyAnswers answers, CurrentState current) {
    this.answers = answers;
    this.current = current;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    // Before the tag, so that it is never too late: a switch in between deceives nobody.
    Optional<Instant> modified = current.modified();
    Optional<String> state = answers.any() ? current.tag() : Optional.empty();
    Optional<ReadyRequest> asked = state.flatMap(tag -> ReadyRequest.of(request, tag));
    if (asked.isEmpty()) {
      return super.handle(request, response, callback);
    }
    ReadyAnswers.State now = new ReadyAnswers.State(asked.get().state(), modified);
    Optional<ReadyAnswer> answer = answers.find(asked.get(), now);
    if (answer.isPresent()) {
      send(answer.get(), Modified.past(modified), request, response, callback);
      return true;
    }
    request.setAttribute(ReadyRequest.NAME, asked.get());
    try {
      return super.handle(request, response, callback);
    } finally {
      answers.over(request, response);
    }
  }

  private static void send(
      ReadyAnswer answer,
      Optional<Instant> modified,
      Request request,
      Response response,
      Callback callback) {
    TrafficLog.route(request, answer.route());
    HttpFields.Mutable fields = response.getHeaders();
    modified.map(Modified::field).ifPresent(date -> fields.put(HttpHeader.LAST_MODIFIED, date));
    Optional<String> known = known(answer, modified, request.getHeaders());
    if (known.isPresent()) {
      response.setStatus(304);
      fields.add(answer.fieldsWithoutBody());
      fields.put(HttpHeader.ETAG, '"' + known.get() + '"');
      callback.succeeded();
      return;
    }
    response.setStatus(200);
    fields.add(answer.fields());
    fields.put(HttpHeader.CONTENT_LENGTH, answer.length());
    response.write(true, answer.content(), callback);
  }

  /** The entity tag of what the client has, if that is as good (RFC 9110, section 13.2.2). */
  private static Optional<String> known(
      ReadyAnswer answer, Optional<Instant> modified, HttpFields fields) {
    List<String> tags = fields.getValuesList(HttpHeader.IF_NONE_MATCH);
    if (!tags.isEmpty()) {
      Set<String> known = Caching.known(tags);
      return known.contains("*")
          ? Optional.of(answer.tag())
          : answer.asGood().stream().filter(known::contains).findFirst();
    }
    String since = fields.get(HttpHeader.IF_MODIFIED_SINCE);
    return Modified.isSince(since, modified) ? Optional.of(answer.tag()) : Optional.empty();
  }
}
