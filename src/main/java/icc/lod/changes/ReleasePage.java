package icc.lod.changes;

import icc.lod.rdf.RdfFormat;
import icc.lod.view.Link;
import icc.lod.view.Value;
import java.util.List;

/**
 * What a release changed, as a page shows it. Public, for the template engine reads it.
 *
 * @param before the release that it is compared with; empty for the first
 * @param current whether it is the one that is served
 * @param known whether the log has it: releases of an older program have no log
 * @param kinds what changed by class
 * @param entities those of this page
 * @param previous address of the page before this one, or empty
 * @param next address of the page after, or empty
 * @param proof address of what was checked on it; empty for releases of an older program
 */
public record ReleasePage(
    int number,
    Value.Literal instant,
    List<Integer> before,
    boolean current,
    boolean known,
    String triples,
    String added,
    String removed,
    List<Kind> kinds,
    List<ChangeView> entities,
    long first,
    long last,
    long total,
    String previous,
    String next,
    String iri,
    String feed,
    String proof,
    List<Form> forms) {

  /** How many entities of a class changed; no class has no link. */
  public record Kind(List<Link> link, String created, String changed, String deleted) {}

  /** The same in another form. */
  public record Form(String name, String href) {
    /**
     * All of them.
     *
     * @param path with the beginning of a query: it ends in a question mark or an ampersand
     */
    static List<Form> all(List<RdfFormat> formats, String path) {
      return formats.stream()
          .map(
              format ->
                  new Form(
                      format == RdfFormat.JSON_LD ? "JSON-LD" : format.lang().getLabel(),
                      path + "format=" + format.suffix()))
          .toList();
    }
  }
}
