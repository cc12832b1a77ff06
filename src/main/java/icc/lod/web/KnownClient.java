package icc.lod.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * A client that is known by more than its address: who checks tokens says so, who counts what
 * clients use heeds it.
 */
public final class KnownClient {
  private static final String NAME = KnownClient.class.getName();

  private KnownClient() {}

  /** Says that a request is by the holder of this name, whatever address it comes from. */
  public static void is(String holder, HttpServletRequest request) {
    request.setAttribute(NAME, holder);
  }

  /** The holder who asks, if that is known. */
  public static Optional<String> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getAttribute(NAME)).map(Object::toString);
  }
}
