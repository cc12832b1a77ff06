package icc.lod.entity;

import icc.lod.view.Link;
import icc.lod.view.PageText;
import icc.lod.view.Roles;
import icc.lod.view.Roles.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The same thing in data of others, by who keeps that data. */
final class Elsewhere {
  /** An authority with what it calls the thing. Public, for the template engine reads it. */
  public record Authority(String name, List<Link> links) {}

  private Elsewhere() {}

  static List<Authority> of(List<Triple> statements, Roles roles, PageText text) {
    Map<String, List<Link>> byHost = new TreeMap<>();
    for (Triple triple : statements) {
      if (roles.is(triple.getPredicate(), Role.SAME)) {
        host(triple.getObject())
            .ifPresent(
                host ->
                    byHost
                        .computeIfAbsent(host, h -> new ArrayList<>())
                        .add(text.link(triple.getObject())));
      }
    }
    return byHost.entrySet().stream()
        .map(entry -> new Authority(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  private static Optional<String> host(Node node) {
    if (!node.isURI()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(URI.create(node.getURI()).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^(www|sws)\\.", ""));
    } catch (IllegalArgumentException e) {
      // An IRI that is no URI has no host that could be named.
      return Optional.empty();
    }
  }
}
