package icc.lod.web;

import io.javalin.http.Header;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What every answer has, whoever gives it: CORS, security headers, HEAD as GET. */
final class Manners extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** No page of another site may ask there. */
  private static final String ADMIN = "/admin/";

  /** RFC 6797, section 6.1. */
  private static final String A_YEAR = "max-age=31536000";

  /** Fetch standard, section 3.2: anybody may read, and may read these headers. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Access-Control-Allow-Origin",
          "*",
          "Access-Control-Expose-Headers",
          "Accept-Query, Accept-Ranges, Allow, Cache-Status, Content-Encoding, Content-Language, "
              + "Content-Location, Content-Range, ETag, "
              + "ICC-Complete, ICC-Limits, ICC-Release, Last-Modified, Link, Location, "
              + "Memento-Datetime, RateLimit, RateLimit-Policy, Retry-After, Vary, X-Request-Id",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "strict-origin-when-cross-origin");

  private final transient PublicUrl publicUrl;
  private final transient Map<String, String> headers;
  private final transient CurrentState current;

  Manners(WebSettings settings, CurrentState current) {
    this.publicUrl = settings.publicUrl();
    this.headers = headers(settings);
    this.current = current;
  }

  /** The headers of every answer, that of Jetty itself included. */
  static Map<String, String> headers(WebSettings settings) {
    Map<String, String> headers = new TreeMap<>(HEADERS);
    if (settings.hsts()) {
      headers.put("Strict-Transport-Security", A_YEAR);
    }
    return headers;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Request inner = new Request(request, publicUrl.prefix());
    boolean forAnyPage = !inner.path.startsWith(ADMIN);
    headers.forEach(
        (name, value) -> {
          if (forAnyPage || !name.startsWith("Access-Control-")) {
            response.setHeader(name, value);
          }
        });
    Modified.note(request, current);
    chain.doFilter(inner, response);
  }

  /**
   * HEAD runs as GET, and Jetty keeps the body back, so that all headers are the same (RFC 9110,
   * section 9.3.2). A proxy may leave the public prefix in the path. Javalin would let a header
   * change the method: that one is not seen.
   */
  private static final class Request extends HttpServletRequestWrapper {
    private final String path;

    Request(HttpServletRequest request, String prefix) {
      super(request);
      String raw = request.getRequestURI();
      this.path =
          !prefix.isEmpty() && (raw.equals(prefix) || raw.startsWith(prefix + "/"))
              ? "/" + raw.substring(Math.min(raw.length(), prefix.length() + 1))
              : raw;
    }

    @Override
    public String getMethod() {
      String method = super.getMethod();
      return method.equals("HEAD") ? "GET" : method;
    }

    @Override
    public String getRequestURI() {
      return path;
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(Header.X_HTTP_METHOD_OVERRIDE) ? null : super.getHeader(name);
    }
  }
}
