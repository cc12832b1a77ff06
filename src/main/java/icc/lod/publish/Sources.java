package icc.lod.publish;

import icc.lod.publish.SourceFile.Part;
import icc.lod.rdf.Digests;
import icc.lod.rdf.RdfFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/** The files to publish, found and in a stable order. */
final class Sources {
  private static final String GRAPH_FILE = "global.graph";

  private final List<SourceFile> files = new ArrayList<>();
  private final SourceSettings settings;

  private Sources(SourceSettings settings) {
    this.settings = settings;
  }

  /** Finds the files; what cannot be read is reported. Files of other kinds are passed over. */
  static Sources find(SourceSettings settings, Report report) {
    Sources sources = new Sources(settings);
    settings.ontology().forEach(path -> sources.collect(Part.ONTOLOGY, path, report));
    settings.data().forEach(path -> sources.collect(Part.DATA, path, report));
    settings.examples().forEach(path -> sources.collect(Part.EXAMPLES, path, report));
    return sources;
  }

  List<SourceFile> files() {
    return List.copyOf(files);
  }

  /**
   * SHA-256 over the names and bytes of all files and the settings that shape a release, so that an
   * unchanged publish can be told from a changed one.
   *
   * @param derived names and versions of what is derived, part of what a release is
   */
  String digest(List<String> derived) throws IOException {
    MessageDigest digest = Digests.sha256();
    digest.update(
        (settings.base() + ' ' + settings.gate() + ' ' + derived).getBytes(StandardCharsets.UTF_8));
    byte[] buffer = new byte[1 << 16];
    for (SourceFile file : files) {
      String head = "\n" + file.part() + ' ' + file.path().getFileName() + ' ' + file.graph();
      digest.update(head.getBytes(StandardCharsets.UTF_8));
      try (InputStream in = Files.newInputStream(file.path())) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
    return Digests.hex(digest);
  }

  private void collect(Part part, Path root, Report report) {
    if (!Files.exists(root)) {
      report.add(
          Finding.of(
              root.toString(), "sources", "there is no such file or folder; check the path"));
      return;
    }
    if (Files.isRegularFile(root)) {
      Optional<RdfFormat> format = SourceFile.formatOf(root);
      if (format.isEmpty()) {
        report.add(Finding.of(root.toString(), "sources", "unknown suffix; " + suffixes()));
      }
      format.ifPresent(f -> add(part, root, f, Optional.empty(), report));
      return;
    }
    walk(part, root, report);
  }

  private void walk(Part part, Path root, Report report) {
    try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
        Optional<RdfFormat> format = SourceFile.formatOf(path);
        if (format.isPresent()) {
          add(part, path, format.get(), graphOf(path, root, report), report);
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      report.add(
          Finding.of(root.toString(), "sources", "the folder cannot be read: " + e.getMessage()));
    }
  }

  private void add(Part part, Path path, RdfFormat format, Optional<Node> graph, Report report) {
    if (Files.isReadable(path)) {
      files.add(new SourceFile(path, path.toString(), part, format, graph));
    } else {
      report.add(
          Finding.of(path.toString(), "sources", "the file cannot be read; check its permissions"));
    }
  }

  /** The graph named by the nearest {@code global.graph} between a file and the given folder. */
  private static Optional<Node> graphOf(Path file, Path root, Report report) {
    Path folder = file.getParent();
    while (folder != null && folder.startsWith(root)) {
      Path named = folder.resolve(GRAPH_FILE);
      if (Files.isRegularFile(named)) {
        return readGraph(named, report);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static Optional<Node> readGraph(Path named, Report report) {
    try {
      String iri = Files.readString(named).strip();
      if (IRIx.create(iri).isAbsolute()) {
        return Optional.of(NodeFactory.createURI(iri));
      }
      report.add(Finding.at(named.toString(), 1, 1, "iri", "write one absolute IRI, no brackets"));
    } catch (IOException | IRIException e) {
      report.add(
          Finding.at(named.toString(), 1, 1, "iri", "not the IRI of a graph: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static String suffixes() {
    return "RDF files end in .ttl .jsonld .nt .rdf .owl .trig .nq, each also with .gz";
  }
}
