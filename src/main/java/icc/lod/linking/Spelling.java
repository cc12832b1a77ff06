package icc.lod.linking;

import icc.lod.rdf.EntityIri;
import icc.lod.rdf.IriSpace;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * All the ways in which an identifier that somebody wrote may stand in a release, best first.
 *
 * @param asked as it was written
 * @param own what may be a thing's own IRI
 * @param iris what may be the IRI others give a thing
 * @param codes what may be its code
 */
record Spelling(String asked, Set<Node> own, Set<Node> iris, Set<Node> codes) {
  /** A longer text is no identifier. */
  static final int LONGEST = 2_000;

  private static final int LONGEST_CODE = 64;
  private static final int MOST = 200;

  /** Reads what somebody wrote. */
  static Spelling of(
      String asked,
      IriSpace space,
      LinkSurvey survey,
      Map<String, String> prefixes,
      String origin) {
    String text = asked.strip().replaceAll("^<(.*)>$", "$1");
    Set<Node> own = new LinkedHashSet<>();
    Set<Node> iris = new LinkedHashSet<>();
    Set<Node> codes = new LinkedHashSet<>();
    int colon = text.indexOf(':');
    boolean web = text.matches("(?i)https?://.*");
    if (web) {
      own(text, space, origin, own);
      web(text, survey, iris);
    } else if (colon > 0 && colon < text.length() - 1) {
      String expanded = prefixes.get(text.substring(0, colon));
      if (expanded != null) {
        own(expanded + text.substring(colon + 1), space, origin, own);
        web(expanded + text.substring(colon + 1), survey, iris);
      }
      add(text, own);
      add(text, iris);
      code(text.substring(colon + 1).strip(), survey, iris, codes);
    }
    if (!web) {
      code(text, survey, iris, codes);
      // A code within what another code names: DK_851, "LAU 851".
      String last = text.substring(Math.max(text.lastIndexOf('_'), text.lastIndexOf(' ')) + 1);
      if (!last.equals(text) && codes.size() < MOST) {
        code(last, survey, iris, codes);
      }
    }
    return new Spelling(asked, own, iris, codes);
  }

  /** The same with one sign left out, exchanged or swapped, to find what is near. */
  static Set<String> near(String text) {
    Set<String> near = new LinkedHashSet<>();
    String code = tight(text);
    if (code.length() < 3 || code.length() > 20) {
      return near;
    }
    for (int i = 0; i < code.length(); i++) {
      near.add(code.substring(0, i) + code.substring(i + 1));
      if (i > 0) {
        near.add(
            code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1));
      }
      String signs =
          Character.isDigit(code.charAt(i)) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
      for (int k = 0; k < signs.length(); k++) {
        char sign = signs.charAt(k);
        near.add(code.substring(0, i) + sign + code.substring(i + 1));
        near.add(code.substring(0, i) + sign + code.substring(i));
      }
    }
    near.remove(code);
    return near;
  }

  /** A document's address here leads to what the document is about. */
  private static void own(String text, IriSpace space, String origin, Set<Node> own) {
    add(text, own);
    if (!origin.isEmpty() && text.startsWith(origin + "/")) {
      String path = text.substring(origin.length());
      String documents = IriSpace.DOCUMENTS + "/";
      List<EntityIri> candidates =
          path.startsWith(documents)
              ? space.documentCandidates(path.substring(documents.length()))
              : space.candidates(path, "");
      candidates.forEach(iri -> own.add(iri.node()));
    }
  }

  private static void web(String text, LinkSurvey survey, Set<Node> iris) {
    add(text, iris);
    String other =
        text.startsWith("https://")
            ? "http://" + text.substring(8)
            : "https://" + text.substring(7);
    for (String scheme : List.of(text, other)) {
      add(scheme, iris);
      add(scheme.endsWith("/") ? scheme.replaceAll("/+$", "") : scheme + "/", iris);
    }
    String owner = Space.owner(text);
    for (String code : Space.codes(text)) {
      survey
          .spaces()
          .forEach(
              (known, shapes) -> {
                if (Space.owner(known.before()).equals(owner)) {
                  in(known, shapes, code, iris);
                }
              });
    }
  }

  private static void code(String text, LinkSurvey survey, Set<Node> iris, Set<Node> codes) {
    if (text.isEmpty() || text.length() > LONGEST_CODE) {
      return;
    }
    Set<String> forms = new LinkedHashSet<>();
    forms.add(text);
    forms.add(text.toUpperCase(Locale.ROOT));
    forms.add(tight(text));
    forms.add(text.toLowerCase(Locale.ROOT));
    forms.forEach(form -> codes.add(NodeFactory.createLiteralString(form)));
    for (String form : forms) {
      survey.spaces().forEach((known, shapes) -> in(known, shapes, form, iris));
    }
  }

  private static void in(Space known, Collection<String> shapes, String code, Set<Node> iris) {
    for (String form : List.of(code, code.toUpperCase(Locale.ROOT))) {
      if (iris.size() < MOST && shapes.contains(Space.shape(form))) {
        add(known.iri(form), iris);
      }
    }
  }

  /** Without the blanks and strokes that people put into codes. */
  private static String tight(String text) {
    return text.replaceAll("[\\s.·-]+", "").toUpperCase(Locale.ROOT);
  }

  private static void add(String text, Set<Node> nodes) {
    EntityIri.parse(text).ifPresent(iri -> nodes.add(iri.node()));
  }
}
