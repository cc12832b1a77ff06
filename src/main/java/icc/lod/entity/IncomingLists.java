package icc.lod.entity;

import icc.lod.entity.EntityPage.Group;
import icc.lod.view.PageText;
import icc.lod.view.Representation;
import icc.lod.view.Terms;
import icc.lod.view.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/** The lists of what links to a thing, a page at a time, with the addresses of the other pages. */
final class IncomingLists {
  private final EntityPages.Material material;
  private final PageText text;

  IncomingLists(EntityPages.Material material, PageText text) {
    this.material = material;
    this.text = text;
  }

  /** Lists of what is not shown in a better way already. */
  List<Group> of(List<Incoming.Group> incoming, Set<Node> arranged, Comparator<Text> order) {
    return incoming.stream()
        .filter(group -> asked(group) || !group.whole() || !arranged.containsAll(group.known()))
        .map(this::group)
        .sorted(
            Comparator.comparing((Group g) -> g.kind().equals("link"))
                .thenComparing(g -> g.property().text(), order))
        .toList();
  }

  /** A list that the address asks for is there, whatever else shows the same. */
  private boolean asked(Incoming.Group group) {
    return group.page() > 1 || material.incoming().in().equals(group.key());
  }

  private Group group(Incoming.Group group) {
    boolean more = group.last() < group.total();
    return new Group(
        text.link(group.property()),
        kind(group),
        anchor(group),
        group.total(),
        group.first(),
        group.last(),
        group.subjects().stream().map(text::link).toList(),
        group.page() > 1 ? other(group, group.page() - 1) : "",
        more ? other(group, group.page() + 1) : "");
  }

  private static String kind(Incoming.Group group) {
    if (group.key().equals(Incoming.USES)) {
      return "use";
    }
    return group.property().equals(Terms.TYPE) ? "instance" : "link";
  }

  private static String anchor(Incoming.Group group) {
    return "in-" + Integer.toHexString(group.key().hashCode());
  }

  private String other(Incoming.Group group, int page) {
    String address = material.links().way().address(new Representation.Html());
    String language =
        material.visitor().byAddress() ? "&lang=" + material.visitor().language() : "";
    return text.href(address)
        + (address.contains("?") ? "&" : "?")
        + "in="
        + URLEncoder.encode(group.key(), StandardCharsets.UTF_8)
        + "&page="
        + page
        + language
        + "#"
        + anchor(group);
  }
}
