package icc.lod.entity;

import icc.lod.web.Problem;
import icc.lod.web.Request;

/**
 * Which part of the incoming links a page shows.
 *
 * @param in the property it is about: its IRI, or empty for all
 * @param page counts from 1
 */
record IncomingRequest(String in, int page) {
  /** Beyond the end of all that can be linked. */
  private static final long BEYOND = 99_999_999;

  /** Reads {@code ?in=} and {@code ?page=}. */
  static IncomingRequest of(Request request) {
    String page = request.parameter("page").orElse("1");
    if (!page.matches("[1-9][0-9]{0,17}")) {
      throw Problem.badRequest("A page is a number from 1 on, not '" + page + "'.");
    }
    return new IncomingRequest(
        request.parameter("in").orElse(""), (int) Math.min(BEYOND, Long.parseLong(page)));
  }
}
