package icc.lod.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpDateTime;

/**
 * When answers last changed, for harvesters that know no entity tags (RFC 9110, sections 8.8.2 and
 * 13.1.3). One instant holds for all that the current release and the settings alone decide: it is
 * noted as a request comes, before a release is taken for it, so it is never too late.
 */
public final class Modified {
  private static final String ATTRIBUTE = Modified.class.getName();

  private Modified() {}

  /** Notes the instant; none that is not past, for what follows in the same second would get it. */
  static void note(HttpServletRequest request, Supplier<Optional<Instant>> modified) {
    modified
        .get()
        .filter(instant -> instant.isBefore(Instant.now().minusSeconds(1)))
        .ifPresent(instant -> request.setAttribute(ATTRIBUTE, instant));
  }

  /** This answer depends on more than the release, so the instant is not said of it. */
  public static void unknown(Context ctx) {
    ctx.req().removeAttribute(ATTRIBUTE);
  }

  /** Whether a client without entity tags has what is there; only asked of what exists. */
  static boolean isKnown(Context ctx) {
    String since = ctx.header(Header.IF_MODIFIED_SINCE);
    if (since == null || ctx.header(Header.IF_NONE_MATCH) != null) {
      return false;
    }
    long asked = HttpDateTime.parseToEpoch(since);
    return of(ctx).filter(instant -> asked >= 0 && instant.toEpochMilli() <= asked).isPresent();
  }

  /** Says it. */
  static void tell(Context ctx) {
    of(ctx)
        .map(instant -> DateGenerator.formatDate(instant.toEpochMilli()))
        .ifPresent(date -> ctx.header(Header.LAST_MODIFIED, date));
  }

  private static Optional<Instant> of(Context ctx) {
    // A query by POST has the address of others, with other answers.
    return ctx.req().getMethod().equals("GET")
        ? Optional.ofNullable((Instant) ctx.req().getAttribute(ATTRIBUTE))
        : Optional.empty();
  }
}
