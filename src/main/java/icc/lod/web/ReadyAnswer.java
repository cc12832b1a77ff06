package icc.lod.web;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/**
 * An answer with status 200 as it goes out: its fields, but for those of one request, and its body
 * in its content coding.
 */
final class ReadyAnswer {
  private static final String SENT = "icc.lod.web.ready";

  /** Told anew each time: names of the request, times, and what the connection needs. */
  private static final Set<String> OF_ONE_REQUEST =
      Set.of(
          RequestId.NAME.toLowerCase(Locale.ROOT),
          "connection",
          "content-length",
          "date",
          "last-modified",
          "transfer-encoding");

  /**
   * RFC 9110, section 15.4.5: of the representation a 304 says only what caches need; its tag is
   * that of what the client has.
   */
  private static final List<String> OF_A_BODY =
      List.of("content-encoding", "content-language", "content-type", "etag");

  /** What holds a field, and its text as it is and joined, for a 200 and for a 304. */
  private static final int FIELD_BYTES = 450;

  private final String tag;
  private final String route;
  private final HttpFields fields;
  private final HttpField joined;
  private final HttpField joinedWithoutBody;
  private final byte[] body;

  private ReadyAnswer(String tag, String route, HttpFields fields, byte[] body) {
    this.tag = tag;
    this.route = route;
    this.fields = fields;
    this.joined = new JoinedFields(fields);
    this.joinedWithoutBody = new JoinedFields(withoutBody(fields));
    this.body = body;
  }

  /** What was sent. */
  static ReadyAnswer of(String tag, String route, HttpFields sent, byte[] body) {
    HttpFields.Mutable fields = HttpFields.build();
    for (HttpField field : sent) {
      if (!OF_ONE_REQUEST.contains(field.getLowerCaseName())) {
        fields.add(field);
      }
    }
    return new ReadyAnswer(tag, route, fields.asImmutable(), body);
  }

  /** Whether such an answer is being sent, all its fields set. */
  static boolean isSent(Context ctx) {
    return ctx.attribute(SENT) != null;
  }

  /** Opaque part of its entity tag. */
  String tag() {
    return tag;
  }

  /** The pattern that its request matched. */
  String route() {
    return route;
  }

  /** All its fields in one, but for Content-Length, which the server reckons with. */
  HttpField fields() {
    return joined;
  }

  /** The fields of a 304 in one, but for its tag. */
  HttpField fieldsWithoutBody() {
    return joinedWithoutBody;
  }

  private static HttpFields withoutBody(HttpFields fields) {
    HttpFields.Mutable some = HttpFields.build(fields);
    OF_A_BODY.forEach(some::remove);
    return some;
  }

  /** The tags of representations that serve whom this one serves. */
  List<String> asGood() {
    return tag.endsWith(Coding.TAG)
        ? List.of(tag, tag.substring(0, tag.length() - Coding.TAG.length()))
        : List.of(tag);
  }

  /** Sends it from within a feature; nothing is to be added to it. */
  void send(Context ctx) {
    ctx.attribute(SENT, true);
    fields.forEach(field -> ctx.res().setHeader(field.getName(), null));
    fields.forEach(field -> ctx.res().addHeader(field.getName(), field.getValue()));
    ctx.res().setContentLength(body.length);
    ctx.result(body);
  }

  /** Of its body, in bytes. */
  int length() {
    return body.length;
  }

  /** The body, for one reader. */
  ByteBuffer content() {
    return ByteBuffer.wrap(body);
  }

  /** What it takes in memory, about, in bytes. */
  int weight() {
    return body.length + fields.size() * FIELD_BYTES;
  }
}
