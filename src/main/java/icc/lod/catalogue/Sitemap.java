package icc.lod.catalogue;

import icc.lod.rdf.Digests;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The list of a release's documents, as crawlers read it: with the instant since when each says
 * what it says, and its address in every language.
 *
 * @param folder where the lists lie
 * @param parts how many files it takes
 * @param tag of its content
 */
record Sitemap(Path folder, int parts, String tag) {
  /** The protocol allows so many addresses in one file. */
  private static final int MOST_ALONE = 50_000;

  /** Fewer where there are several files, so that none comes near the size allowed. */
  private static final int MOST_EACH = 25_000;

  private static final String NAMESPACES = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

  static Sitemap read(Path folder) {
    MessageDigest digest = Digests.sha256();
    long[] count = {0};
    try (Stream<String> lines = lines(folder)) {
      lines.forEach(
          line -> {
            count[0]++;
            digest.update(line.getBytes(StandardCharsets.UTF_8));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int parts = count[0] < MOST_ALONE - 100 ? 1 : (int) ((count[0] + MOST_EACH - 1) / MOST_EACH);
    return new Sitemap(folder, parts, Digests.hex(digest).substring(0, 24));
  }

  private static Stream<String> lines(Path folder) throws IOException {
    Stream<String> all = Stream.empty();
    for (String name : List.of(Entities.FILE, Entities.TERMS_FILE)) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        BufferedReader reader = Files.newBufferedReader(file);
        all = Stream.concat(all, reader.lines().onClose(() -> close(reader)));
      }
    }
    return all;
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The index of the files. */
  String index(Site site) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<sitemapindex").append(NAMESPACES).append(">\n");
    for (int part = 1; part <= parts; part++) {
      String address = escaped(site.address("/sitemap-" + part + ".xml"));
      xml.append("<sitemap><loc>").append(address).append("</loc></sitemap>\n");
    }
    return xml.append("</sitemapindex>\n").toString();
  }

  /**
   * Writes one file.
   *
   * @param pages paths of pages of features, for the first part
   * @param answered whether a feature answers at a path: a document there leads to its page
   */
  void write(
      int part,
      List<String> pages,
      Predicate<String> answered,
      Site site,
      List<String> languages,
      OutputStream out)
      throws IOException {
    Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset" + NAMESPACES);
    xml.write(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    Set<String> told = new HashSet<>(pages);
    for (String path : part == 1 ? pages : List.<String>of()) {
      xml.write(entry(site.address(path), "", languages));
    }
    int most = parts == 1 ? MOST_ALONE : MOST_EACH;
    try (Stream<String> lines = lines(folder)) {
      for (String line :
          (Iterable<String>) lines.skip((long) (part - 1) * most).limit(most)::iterator) {
        String[] cells = line.split("\t", -1);
        String page = page(cells[1]);
        boolean leads = answered.test(page);
        if (!leads || told.add(page)) {
          xml.write(entry(site.address(leads ? page : cells[1]), cells[3], languages));
        }
      }
    }
    xml.write("</urlset>\n");
    xml.flush();
  }

  /** The page of a feature that the document of a thing leads to, if there is one. */
  private static String page(String path) {
    return path.startsWith("/doc/") ? path.substring("/doc".length()) : path;
  }

  private static String entry(String address, String modified, List<String> languages) {
    StringBuilder xml = new StringBuilder(400);
    xml.append("<url><loc>").append(escaped(address)).append("</loc>");
    if (!modified.isEmpty()) {
      xml.append("<lastmod>").append(modified).append("</lastmod>");
    }
    String join = address.contains("?") ? "&" : "?";
    for (String language : languages) {
      alternate(xml, language, address + join + "lang=" + language);
    }
    alternate(xml, "x-default", address);
    return xml.append("</url>\n").toString();
  }

  private static void alternate(StringBuilder xml, String language, String address) {
    xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
        .append(language)
        .append("\" href=\"")
        .append(escaped(address))
        .append("\"/>");
  }

  private static String escaped(String address) {
    return address
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }
}
