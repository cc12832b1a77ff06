package icc.lod.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When answers last changed, for harvesters that know no entity tags (RFC 9110, sections 8.8.2 and
 * 13.1.3). One instant holds for all that the current release and the settings alone decide: it is
 * noted as a request comes, before a release is taken for it, so it is never too late.
 */
public final class Modified {
  private static final String ATTRIBUTE = Modified.class.getName();

  private Modified() {}

  /** The instant, unless it is not past: what follows in the same second would get it, too. */
  static Optional<Instant> past(Optional<Instant> modified) {
    return modified.filter(instant -> instant.isBefore(Instant.now().minusSeconds(1)));
  }

  /** The value of a Last-Modified field. */
  static String field(Instant instant) {
    return DateGenerator.formatDate(instant.toEpochMilli());
  }

  /** Whether an If-Modified-Since field, if there is one, is of a client that has what is there. */
  static boolean isSince(@Nullable String field, Optional<Instant> modified) {
    if (field == null) {
      return false;
    }
    long asked = HttpDateTime.parseToEpoch(field);
    return modified.filter(at -> asked >= 0 && at.toEpochMilli() <= asked).isPresent();
  }

  /** Notes the instant. */
  static void note(HttpServletRequest request, CurrentState current) {
    past(current.modified()).ifPresent(instant -> request.setAttribute(ATTRIBUTE, instant));
  }

  /** This answer depends on more than the release, so the instant is not said of it. */
  public static void unknown(Context ctx) {
    ctx.req().removeAttribute(ATTRIBUTE);
  }

  /** Whether a client without entity tags has what is there; only asked of what exists. */
  static boolean isKnown(Context ctx) {
    return ctx.header(Header.IF_NONE_MATCH) == null
        && isSince(ctx.header(Header.IF_MODIFIED_SINCE), of(ctx));
  }

  /** Says it. */
  static void tell(Context ctx) {
    of(ctx).map(Modified::field).ifPresent(date -> ctx.header(Header.LAST_MODIFIED, date));
  }

  private static Optional<Instant> of(Context ctx) {
    // A query by POST has the address of others, with other answers.
    return ctx.req().getMethod().equals("GET")
        ? Optional.ofNullable((Instant) ctx.req().getAttribute(ATTRIBUTE))
        : Optional.empty();
  }
}
