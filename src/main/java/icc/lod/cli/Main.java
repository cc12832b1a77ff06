package icc.lod.cli;

import icc.lod.config.ConfigException;
import icc.lod.publish.PublishingException;
import icc.lod.store.StoreUnavailableException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code icc}. */
@Command(
    name = "icc",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Publishes a folder of RDF as linked open data.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "First steps: icc serve, then open http://127.0.0.1:8080/.",
      "Every setting is also an environment variable (--query-timeout is ICC_QUERY_TIMEOUT) and",
      "a line of icc.properties (query-timeout=30s); flags win, then the environment.",
      "Exit codes: 0 done, 1 refused or failed, 2 wrong usage or settings."
    })
public final class Main {
  private static final String TRACE = "icc.trace";

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /** In the order of the help. */
  private static final Map<String, Supplier<Callable<Integer>>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("publish", PublishCommand::new);
    COMMANDS.put("validate", ValidateCommand::new);
    COMMANDS.put("releases", ReleasesCommand::new);
    COMMANDS.put("rollback", RollbackCommand::new);
    COMMANDS.put("query", QueryCommand::new);
    COMMANDS.put("link", LinkCommand::new);
    COMMANDS.put("export", ExportCommand::new);
    COMMANDS.put("token", TokenCommand::new);
    COMMANDS.put("backup", BackupCommand::new);
    COMMANDS.put("restore", RestoreCommand::new);
    COMMANDS.put("rehearse", RehearseCommand::new);
  }

  private Main() {}

  public static void main(String[] args) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(run(args));
  }

  private static int run(String... args) {
    return run(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        args);
  }

  /** Runs a command line and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Main());
    // First of all: what is set of a line is set of the commands that it has.
    boolean named = args.length > 0 && COMMANDS.containsKey(args[0]);
    COMMANDS.forEach(
        (name, command) -> {
          // To get all of them ready took a sixth of a start.
          if (!named || name.equals(args[0])) {
            line.addSubcommand(command.get());
          }
        });
    line.setOut(out);
    line.setErr(err);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler((fault, command, parsed) -> explain(fault, command));
    line.setParameterExceptionHandler((fault, wrong) -> usage(fault));
    line.getSubcommands().values().forEach(Flags::addTo);
    line.setExecutionStrategy(
        parsed -> {
          if (!parsed.hasSubcommand()
              && !parsed.isUsageHelpRequested()
              && !parsed.isVersionHelpRequested()) {
            throw new ParameterException(line, "Say what to do: serve, publish, validate …");
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    return line.execute(args);
  }

  /** One line of what is wrong; the whole help would bury it. */
  private static int usage(ParameterException fault) {
    CommandLine command = fault.getCommandLine();
    command.getErr().println("icc: " + fault.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, command.getErr());
    command.getErr().printf("See: %s --help%n", command.getCommandSpec().qualifiedName());
    command.getErr().flush();
    return USAGE;
  }

  private static int explain(Exception fault, CommandLine command) throws Exception {
    String message = String.valueOf(fault.getMessage());
    if (fault instanceof ConfigException) {
      message.lines().forEach(text -> command.getErr().println("icc: " + text));
      return USAGE;
    }
    if (fault instanceof PublishingException
        || fault instanceof StoreUnavailableException
        || fault instanceof UncheckedIOException
        || fault instanceof Refusal) {
      command.getErr().println("icc: " + message);
      return FAILED;
    }
    if (Boolean.getBoolean(TRACE)) {
      throw fault;
    }
    command
        .getErr()
        .printf(
            "icc: a fault of this program: %s%n"
                + "     To report it, run it again with ICC_JAVA_OPTS=-D%s=true%n",
            fault, TRACE);
    return FAILED;
  }
}
