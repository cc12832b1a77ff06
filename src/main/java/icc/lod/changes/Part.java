package icc.lod.changes;

import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a long list, and the addresses of those around it. Public, for the template engine
 * reads it.
 *
 * @param page from one
 * @param previous address of the part before, or empty
 * @param next address of the part after, or empty
 */
public record Part(int page, String previous, String next) {

  /**
   * A part.
   *
   * @param address of the first part
   * @param more whether another follows
   */
  static Part of(int page, boolean more, String address) {
    return new Part(
        page, page > 1 ? address(page - 1, address) : "", more ? address(page + 1, address) : "");
  }

  private static String address(int page, String address) {
    String sign = address.contains("?") ? "&" : "?";
    return page == 1 ? address : address + sign + "page=" + page;
  }

  /**
   * Which part is asked for.
   *
   * @throws Problem 400 for what is no number of a part
   */
  static int asked(Request request) {
    Optional<String> asked = request.parameter("page");
    if (asked.isEmpty()) {
      return 1;
    }
    if (!asked.get().matches("[1-9]\\d{0,6}")) {
      throw Problem.badRequest("Pages are numbered from 1: not '" + asked.get() + "'.");
    }
    return Integer.parseInt(asked.get());
  }

  /** The Link field that says to programs that this is not all (RFC 8288); empty when it is. */
  Optional<String> link() {
    List<String> links = new ArrayList<>();
    if (!previous.isEmpty()) {
      links.add("<" + previous + ">; rel=\"prev\"");
    }
    if (!next.isEmpty()) {
      links.add("<" + next + ">; rel=\"next\"");
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
  }
}
