package icc.lod.sparql;

import icc.lod.rdf.Digests;
import icc.lod.store.Release;
import icc.lod.web.Caching;
import icc.lod.web.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One query of one client, ready to be answered in the representation chosen.
 *
 * @param visitor who reads the page, none when the answer is no page
 * @param lasting whether a cache may keep the answer: it is the same until the next release
 */
record Question(
    SparqlRequest request,
    SparqlQuery query,
    Representation representation,
    Visitor visitor,
    Caching caching,
    boolean lasting) {

  /**
   * Judges a request; nothing of the store is read.
   *
   * @param post whether it came by POST, which is no cacheable question (RFC 9110, section 9.3.3);
   *     a QUERY is (RFC 10008)
   */
  static Question of(
      SparqlRequest request,
      SparqlQuery query,
      Representation chosen,
      Visitor visitor,
      Release release,
      boolean post) {
    // A page says how long its answer took.
    boolean lasting = query.repeatable() && !post && chosen.format() != ResultFormat.PAGE;
    String unique = lasting ? digest(request, chosen) : UUID.randomUUID().toString();
    Caching caching =
        caching(chosen, visitor, release.tag(), unique, chosen.format().names().get(0));
    return new Question(request, query, chosen, visitor, caching, lasting);
  }

  /** What tells a representation apart, and the fields that chose it. */
  static Caching caching(Representation chosen, Visitor visitor, String... parts) {
    boolean page = chosen.format() == ResultFormat.PAGE;
    String key = String.join("-", parts);
    Caching caching = page ? Caching.of(key, visitor.key()) : Caching.of(key);
    if (chosen.negotiated()) {
      caching = caching.vary("Accept");
    }
    return page ? visitor.vary(caching) : caching;
  }

  /** The same question, of which caches are told something else. */
  Question told(Caching other) {
    return new Question(request, query, representation, visitor, other, lasting);
  }

  boolean page() {
    return representation.format() == ResultFormat.PAGE;
  }

  private static String digest(SparqlRequest request, Representation chosen) {
    String all =
        String.join(
            "\n",
            chosen.type(),
            String.join(" ", request.defaultGraphs()),
            String.join(" ", request.namedGraphs()),
            request.query());
    byte[] hash = Digests.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 10);
  }
}
