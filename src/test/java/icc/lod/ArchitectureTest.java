package icc.lod;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The picture in the root package's documentation, held against the code. */
final class ArchitectureTest {
  private static final String ROOT = "icc.lod.";
  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final Path SOURCES = Path.of("src/main/java");

  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("rdf", Set.of()),
          Map.entry("statements", Set.of("rdf")),
          Map.entry("store", Set.of("rdf")),
          Map.entry("web", Set.of("rdf")),
          Map.entry("view", Set.of("store", "web", "rdf")),
          Map.entry("publish", Set.of("statements", "store", "rdf")),
          Map.entry("sparql", Set.of("view", "store", "web", "rdf")),
          Map.entry("entity", Set.of("view", "store", "web", "rdf")),
          Map.entry("ontology", Set.of("view", "store", "web", "rdf")),
          Map.entry("search", Set.of("publish", "view", "store", "web", "rdf")),
          Map.entry("catalogue", Set.of("publish", "statements", "view", "store", "web", "rdf")),
          Map.entry(
              "changes", Set.of("publish", "entity", "statements", "view", "store", "web", "rdf")),
          Map.entry(
              "proof",
              Set.of(
                  "publish", "catalogue", "changes", "statements", "view", "store", "web", "rdf")),
          Map.entry("api", Set.of("web")),
          Map.entry("examples", Set.of("publish", "view", "store", "web", "rdf")),
          Map.entry("reconcile", Set.of("search", "view", "store", "web", "rdf")),
          Map.entry("past", Set.of("view", "store", "web", "rdf")),
          Map.entry("fragments", Set.of("view", "store", "web", "rdf")),
          Map.entry("linking", Set.of("view", "store", "web", "rdf")),
          Map.entry("tools", Set.of("linking", "search", "sparql", "view", "store", "web", "rdf")),
          Map.entry("operations", Set.of("web", "rdf")),
          Map.entry("objects", Set.of("store", "rdf")),
          Map.entry("config", Set.of("objects", "operations", "publish", "sparql", "web", "store")),
          Map.entry(
              "app",
              Set.of(
                  "api",
                  "config",
                  "linking",
                  "reconcile",
                  "search",
                  "catalogue",
                  "changes",
                  "examples",
                  "fragments",
                  "objects",
                  "operations",
                  "proof",
                  "publish",
                  "sparql",
                  "entity",
                  "ontology",
                  "past",
                  "tools",
                  "view",
                  "store",
                  "web",
                  "rdf")),
          Map.entry(
              "cli",
              Set.of("app", "config", "operations", "publish", "reconcile", "store", "rdf")));

  /** Libraries that only some packages may know. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.of(
          "org.thymeleaf", Set.of("web"),
          "org.apache.jena.tdb2", Set.of("store", "sparql"),
          "org.apache.jena.fuseki", Set.of("store", "sparql"),
          "org.apache.lucene", Set.of("search", "store"),
          "io.modelcontextprotocol", Set.of("tools"),
          "io.micrometer", Set.of("operations"),
          "software.amazon", Set.of("objects"),
          "picocli", Set.of("cli"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("icc.lod");

  @Test
  void packages_importOnlyAlongTheArrows() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String from = feature(type.getPackageName());
        String to = feature(dependency.getTargetClass().getPackageName());
        if (!to.isEmpty()
            && !from.equals(to)
            && !ARROWS.getOrDefault(from, Set.of()).contains(to)) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void packages_haveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("icc.lod.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void libraries_areKnownOnlyWhereTheyBelong() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getPackageName();
        LIBRARIES.forEach(
            (library, features) -> {
              if (target.startsWith(library)
                  && !features.contains(feature(type.getPackageName()))) {
                wrong.add(dependency.getDescription());
              }
            });
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void javalin_isSeenInWebRoutesAndApp() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String feature = feature(type.getPackageName());
      boolean allowed =
          Set.of("web", "app").contains(feature)
              || outermost(type).getSimpleName().endsWith("Routes");
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        if (!allowed && dependency.getTargetClass().getPackageName().startsWith("io.javalin")) {
          wrong.add(dependency.getDescription());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void names_areOfTheTrade() {
    List<String> wrong =
        CLASSES.stream()
            .map(JavaClass::getSimpleName)
            .filter(
                name ->
                    name.matches(".*(Impl|Manager|Helper|Utils?|Processor|Data|Info)")
                        || name.matches("(Abstract|I[A-Z][a-z]).*"))
            .filter(name -> !name.startsWith("Iri"))
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void packages_sayWhatTheyAreAndTakeNoNull() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (JavaClass type : CLASSES) {
      Path file =
          SOURCES.resolve(type.getPackageName().replace('.', '/')).resolve("package-info.java");
      if (!Files.exists(file) || !Files.readString(file).contains("@NullMarked")) {
        wrong.add(type.getPackageName());
      }
    }
    assertThat(new TreeSet<>(wrong)).isEmpty();
  }

  @Test
  void files_andMethods_areSmall() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SOURCES)) {
      files = walk.filter(path -> path.toString().endsWith(".java")).toList();
    }
    List<String> wrong = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        measure(unit, positions, wrong);
      }
    }
    assertThat(files).isNotEmpty();
    assertThat(wrong).isEmpty();
  }

  private static void measure(
      CompilationUnitTree unit, SourcePositions positions, List<String> wrong) {
    LineMap lines = unit.getLineMap();
    String name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
    long last = lines.getLineNumber(positions.getEndPosition(unit, unit));
    if (last > FILE_LINES) {
      wrong.add(name + " has " + last + " lines");
    }
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        long start = lines.getLineNumber(positions.getStartPosition(unit, method));
        long end = lines.getLineNumber(positions.getEndPosition(unit, method));
        if (end - start + 1 > METHOD_LINES) {
          wrong.add(name + ": " + method.getName() + " has " + (end - start + 1) + " lines");
        }
        return super.visitMethod(method, null);
      }
    }.scan(unit, null);
  }

  private static String feature(String packageName) {
    if (!packageName.startsWith(ROOT)) {
      return "";
    }
    String rest = packageName.substring(ROOT.length());
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
  }

  private static JavaClass outermost(JavaClass type) {
    JavaClass outer = type;
    while (outer.getEnclosingClass().isPresent()) {
      outer = outer.getEnclosingClass().get();
    }
    return outer;
  }
}
