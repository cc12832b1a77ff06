package icc.lod.cli;

import icc.lod.operations.Scope;
import icc.lod.operations.TokenFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code icc token NAME}: makes a token for the admin routes. */
@Command(
    name = "token",
    description = {
      "Makes a token for /admin and /metrics, or for more processor time a minute (query:",
      "--token-budget). The token is shown once, on standard error;",
      "the line for the file of --admin-tokens, which does not give it away, on standard output:",
      "icc token ci --scope publish >> tokens"
    })
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "NAME", description = "whose token it is, for the log")
  private String name = "";

  @Option(
      names = "--scope",
      required = true,
      split = ",",
      paramLabel = "SCOPES",
      description = "what it is for: publish, rollback, queries, metrics, query")
  private List<String> scopes = List.of();

  @Override
  public Integer call() {
    Set<Scope> all = EnumSet.noneOf(Scope.class);
    for (String scope : scopes) {
      all.add(
          Scope.of(scope)
              .orElseThrow(
                  () -> new Refusal("There is no scope " + scope + "; there are " + known())));
    }
    try {
      TokenFile.Made made = TokenFile.make(name, all);
      spec.commandLine().getOut().println(made.line());
      spec.commandLine().getErr().println(made.token());
      return Main.DONE;
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private static String known() {
    return String.join(", ", EnumSet.allOf(Scope.class).stream().map(Scope::toString).toList());
  }
}
