package icc.lod.past;

import icc.lod.past.Originals.Held;
import icc.lod.view.Mementos;
import icc.lod.web.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * The list of an original's past states (RFC 7089, section 5), a page at a time.
 *
 * @param mementos all of them
 * @param held the same with what is known of each
 * @param page counts from 1
 */
record TimeMap(Mementos mementos, List<Held> held, int page) {
  static final String LINKS = "application/link-format";

  /** A few hundred lines are one answer; more are several. */
  static final int SIZE = 500;

  int pages() {
    return Math.max(1, (held.size() + SIZE - 1) / SIZE);
  }

  /** Those of this page. */
  List<Held> shown() {
    int from = (page - 1) * SIZE;
    return held.subList(from, Math.min(held.size(), from + SIZE));
  }

  /** Whether what is said differs from the state before. */
  boolean changed(Held one) {
    int at = held.indexOf(one);
    return at == 0 || one.digest().isEmpty() || !held.get(at - 1).digest().equals(one.digest());
  }

  /** Where a page of it is. */
  static String path(Mementos mementos, int page) {
    String address = "/timemap" + mementos.address();
    return page == 1 ? address : address + (address.contains("?") ? "&" : "?") + "map=" + page;
  }

  /** Section 5: in link-format (RFC 6690), a link each. */
  byte[] links(PublicUrl site) {
    List<String> lines = new ArrayList<>();
    lines.add("<" + site.absolute(mementos.address()) + ">; rel=\"original\"");
    lines.add("<" + site.absolute("/timegate" + mementos.address()) + ">; rel=\"timegate\"");
    lines.add(self(site, page, "self"));
    for (int other = 1; other <= pages(); other++) {
      if (other != page) {
        lines.add(self(site, other, "timemap"));
      }
    }
    for (Held one : shown()) {
      lines.add(mementos.link(site, one.release(), relation(one)));
    }
    return (String.join(",\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private String self(PublicUrl site, int other, String relation) {
    int from = (other - 1) * SIZE;
    int until = Math.min(held.size(), from + SIZE) - 1;
    return "<%s>; rel=\"%s\"; type=\"%s\"; from=\"%s\"; until=\"%s\""
        .formatted(
            site.absolute(path(mementos, other)),
            relation,
            LINKS,
            Mementos.date(held.get(from).release().created()),
            Mementos.date(held.get(until).release().created()));
  }

  private String relation(Held one) {
    boolean first = one.equals(held.get(0));
    boolean last = one.equals(held.get(held.size() - 1));
    return (first ? "first " : "") + (last ? "last " : "") + "memento";
  }

  /** The same as JSON, in the words that time maps of archives use. */
  byte[] json(PublicUrl site) {
    JsonObject map = new JsonObject();
    map.put("original_uri", site.absolute(mementos.address()));
    map.put("timegate_uri", site.absolute("/timegate" + mementos.address()));
    JsonObject list = new JsonObject();
    list.put("first", entry(site, held.get(0)));
    list.put("last", entry(site, held.get(held.size() - 1)));
    JsonArray all = new JsonArray();
    shown().forEach(one -> all.add(entry(site, one)));
    list.put("list", all);
    map.put("mementos", list);
    JsonObject here = new JsonObject();
    here.put("self", site.absolute(path(mementos, page)));
    if (page > 1) {
      here.put("prev", site.absolute(path(mementos, page - 1)));
    }
    if (page < pages()) {
      here.put("next", site.absolute(path(mementos, page + 1)));
    }
    map.put("timemap", here);
    return (JSON.toString(map) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private JsonObject entry(PublicUrl site, Held one) {
    JsonObject entry = new JsonObject();
    entry.put("datetime", one.release().created().toString());
    entry.put("uri", site.absolute(mementos.path(one.release())));
    entry.put("release", one.release().number());
    entry.put("changed", changed(one));
    return entry;
  }
}
