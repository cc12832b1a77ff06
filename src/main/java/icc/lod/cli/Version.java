package icc.lod.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, from its jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
            .orElse("development");
    return new String[] {
      "icc " + version, "Java " + Runtime.version(), "Apache Jena " + org.apache.jena.Jena.VERSION
    };
  }
}
