package icc.lod.entity;

import icc.lod.view.Link;
import icc.lod.view.Row;
import icc.lod.view.Text;
import icc.lod.view.Value;
import java.util.List;

/**
 * A page about what is withdrawn. Public, for the template engine reads it.
 *
 * @param since when; at most one
 * @param release number of the release that withdrew it, or zero
 * @param releaseHref its page, or empty
 * @param history what happened to it, or empty
 * @param rows what was said of it last
 */
public record WithdrawnPage(
    String iri,
    Text title,
    List<Text> reasons,
    List<Link> successors,
    List<Value.Literal> since,
    int release,
    String releaseHref,
    String history,
    List<Row> rows) {}
