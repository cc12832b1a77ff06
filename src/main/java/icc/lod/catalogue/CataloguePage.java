package icc.lod.catalogue;

import icc.lod.view.Text;
import java.util.List;

/**
 * The catalogue as people read it. Public, for the template engine reads it.
 *
 * @param jsonLd the same in schema.org's words
 */
public record CataloguePage(
    Text title,
    List<Text> descriptions,
    List<Fact> facts,
    List<Entry> datasets,
    List<Service> services,
    List<Link> forms,
    String jsonLd) {
  public CataloguePage {
    descriptions = List.copyOf(descriptions);
    facts = List.copyOf(facts);
    datasets = List.copyOf(datasets);
    services = List.copyOf(services);
    forms = List.copyOf(forms);
  }

  /** Something that has an address, or an empty one. */
  public record Link(Text text, String href) {}

  /** A property of the catalogue or a data set, by the key of its name in the messages. */
  public record Fact(String key, List<Link> values) {}

  /** A data set. */
  public record Entry(
      String anchor,
      Text title,
      List<Text> descriptions,
      String iri,
      List<Fact> facts,
      List<File> files) {}

  /** A file of the dumps. */
  public record File(Text title, String name, String href, String size, String sha256) {}

  /** A service. */
  public record Service(Text title, List<Text> descriptions, String href) {}
}
