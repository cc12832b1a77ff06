package icc.lod.rdf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The IRIs under a base and the paths they answer at.
 *
 * <p>An IRI's own path is what follows the base; its document is at {@code /doc/} and the same,
 * without a leading {@code id/}; every other IRI has its document at {@code /doc?iri=}. Paths are
 * ASCII (RFC 3986). A path can stand for several IRIs, for clients encode as they like: it gives an
 * ordered list of candidates, of which the first that the data knows is meant.
 */
public final class IriSpace {
  /** Where documents lie. */
  public static final String DOCUMENTS = "/doc";

  private static final String SHORTENED = "id/";

  /** What a path may hold unencoded besides unreserved characters (RFC 3986, section 3.3). */
  private static final String IN_PATH = "/:@!$&'()*+,;=%";

  /** Never written as such in an IRI, so it is no use to decode them. */
  private static final String NEVER = " <>\"%";

  /** What a URI does not hold but data of others has in its IRIs. */
  private static final String UNWISE = "|{}^`\\[]";

  private final String base;
  private final boolean hash;

  /** The space of all IRIs that begin with this base, which may end in a slash or a hash. */
  public IriSpace(String base) {
    this.hash = base.endsWith("#");
    boolean open = hash || base.endsWith("/") || base.endsWith(":") || base.endsWith("=");
    this.base = hash ? base.substring(0, base.length() - 1) : open ? base : base + "/";
  }

  /** Whether an IRI begins with the base. */
  public boolean covers(EntityIri iri) {
    String text = iri.text();
    return hash
        ? text.equals(base) || text.startsWith(base + "#")
        : text.startsWith(base)
            || (base.endsWith("/") && text.equals(base.substring(0, base.length() - 1)));
  }

  /** Where a covered IRI answers, with its fragment; a question mark in it is the query's. */
  public String path(EntityIri iri) {
    return "/" + PercentCoding.encode(rest(iri.document()), IN_PATH + "?") + fragment(iri);
  }

  /** Where the document about an IRI is, if no other IRI has a better claim to that address. */
  public String document(EntityIri iri) {
    return document(iri, other -> false);
  }

  /**
   * Where the document about an IRI is: the shortest address at which no IRI that is known would be
   * taken first.
   */
  public String document(EntityIri iri, Predicate<EntityIri> known) {
    EntityIri page = iri.document();
    if (covers(iri)) {
      String rest = rest(page);
      for (String form : List.of(shortened(rest), rest)) {
        String path = PercentCoding.encode(form, IN_PATH);
        if (leadsTo(page, documentCandidates(path), known)) {
          return DOCUMENTS + "/" + path + fragment(iri);
        }
      }
    }
    return parameterised(iri);
  }

  /** The address that any IRI has, wherever it lies. */
  public static String parameterised(EntityIri iri) {
    return DOCUMENTS + "?iri=" + PercentCoding.encode(iri.text(), "/:@!$'()*,");
  }

  /** A raw request path in ASCII, as clients ought to send it. */
  public static String ascii(String rawPath) {
    return PercentCoding.encode(rawPath, IN_PATH);
  }

  /** The IRIs that, were they known, would be taken first at the shortest address of this one. */
  public List<EntityIri> rivals(EntityIri iri) {
    EntityIri page = iri.document();
    if (!covers(iri)) {
      return List.of();
    }
    List<EntityIri> rivals = new ArrayList<>();
    for (String form : List.of(shortened(rest(page)), rest(page))) {
      documentCandidates(PercentCoding.encode(form, IN_PATH)).stream()
          .takeWhile(candidate -> !candidate.equals(page))
          .forEach(rivals::add);
    }
    return rivals;
  }

  /**
   * The IRIs a request may mean, best first.
   *
   * @param rawPath as sent, with its leading slash
   * @param rawQuery as sent, without question mark; empty for none
   */
  public List<EntityIri> candidates(String rawPath, String rawQuery) {
    String rest = rawPath.substring(1);
    Set<String> forms = new LinkedHashSet<>();
    if (!rawQuery.isEmpty()) {
      forms.addAll(forms(rest + "?" + rawQuery));
    }
    forms.addAll(forms(rest));
    return iris(forms);
  }

  /** The IRIs a document may be about, best first; the raw path follows {@code /doc/}. */
  public List<EntityIri> documentCandidates(String rawPath) {
    Set<String> forms = forms(rawPath);
    Set<String> all = new LinkedHashSet<>(forms);
    forms.forEach(form -> all.add(SHORTENED + form));
    return iris(all);
  }

  private static boolean leadsTo(
      EntityIri iri, List<EntityIri> candidates, Predicate<EntityIri> known) {
    for (EntityIri candidate : candidates) {
      if (candidate.equals(iri)) {
        return true;
      }
      if (known.test(candidate)) {
        return false;
      }
    }
    return false;
  }

  /** From what was sent to what is ever less likely meant. */
  private static Set<String> forms(String sent) {
    String raw = PercentCoding.encode(sent, IN_PATH + "?" + UNWISE);
    if (raw.indexOf('%') < 0) {
      return Set.of(raw);
    }
    IntPredicate question = c -> c == '?';
    IntPredicate other = c -> c >= 0xa0;
    IntPredicate unwise = other.or(c -> UNWISE.indexOf(c) >= 0);
    IntPredicate most =
        c -> c > 0x20 && NEVER.indexOf(c) < 0 && c != 0x7f && (c < 0x7f || c >= 0xa0);
    IntPredicate noDelimiters = most.and(c -> c != '/' && c != '#' && c != '?');
    Set<String> forms = new LinkedHashSet<>();
    forms.add(raw);
    for (IntPredicate wanted :
        List.of(
            question, other, other.or(question), unwise, unwise.or(question), noDelimiters, most)) {
      forms.add(PercentCoding.decode(raw, wanted));
    }
    return forms;
  }

  private List<EntityIri> iris(Set<String> forms) {
    List<EntityIri> iris = new ArrayList<>();
    for (String form : forms) {
      if (!hash || form.isEmpty()) {
        EntityIri.parse(base + form).ifPresent(iris::add);
      }
      if (form.isEmpty() && base.endsWith("/")) {
        EntityIri.parse(base.substring(0, base.length() - 1)).ifPresent(iris::add);
      }
    }
    return iris;
  }

  private String rest(EntityIri iri) {
    return iri.text().substring(Math.min(base.length(), iri.text().length()));
  }

  private static String shortened(String rest) {
    return rest.startsWith(SHORTENED) && rest.length() > SHORTENED.length()
        ? rest.substring(SHORTENED.length())
        : rest;
  }

  /** The fragment of an IRI with its hash, as an address ends; empty when there is none. */
  public static String fragment(EntityIri iri) {
    return iri.fragment().isEmpty()
        ? ""
        : "#" + PercentCoding.encode(iri.fragment(), IN_PATH + "?");
  }
}
