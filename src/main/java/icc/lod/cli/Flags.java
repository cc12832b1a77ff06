package icc.lod.cli;

import icc.lod.config.Config;
import icc.lod.config.ConfigException;
import icc.lod.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags all commands share, one for each setting, and the settings read from them. */
final class Flags {
  private static final String CONFIG = "--config";

  private Flags() {}

  static void addTo(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    // A command's own options first; they were added before the settings.
    spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    spec.mixinStandardHelpOptions(true);
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .type(Path.class)
            .paramLabel("FILE")
            .description("settings file (default " + Config.DEFAULT_FILE + " if it is there)")
            .build());
    for (Setting setting : Setting.values()) {
      OptionSpec.Builder option = OptionSpec.builder(setting.flag()).description(setting.help());
      option.hidden(!concerns(setting, spec.name()));
      if (setting.isSwitch()) {
        option.type(boolean.class).arity("0");
      } else if (setting.isOptional()) {
        option.type(List.class).auxiliaryTypes(String.class).arity("0..1").fallbackValue("true");
        option.paramLabel(setting.placeholder().replaceAll("[\\[\\]]", ""));
      } else {
        option.type(List.class).auxiliaryTypes(String.class).arity("1");
        option.paramLabel(setting.placeholder());
      }
      spec.addOption(option.build());
    }
  }

  /** Whether a setting changes what a command does: all take all, and help shows those. */
  private static boolean concerns(Setting setting, String command) {
    return switch (setting) {
      case STATE -> !command.equals("validate");
      case ONTOLOGY, DATA, EXAMPLES, BASE, NO_GATE ->
          List.of("serve", "publish", "validate").contains(command);
      case PUSH, PUSH_LEAD, S3_ENDPOINT, S3_REGION ->
          List.of("serve", "publish", "rollback").contains(command);
      case KEEP_RELEASES -> List.of("serve", "publish").contains(command);
      case LOG_FORMAT -> List.of("serve", "publish", "validate").contains(command);
      case QUERY_TIMEOUT -> List.of("serve", "query").contains(command);
      default -> command.equals("serve");
    };
  }

  /** The settings for a command that was parsed. */
  static Config config(CommandSpec spec) {
    Map<Setting, List<String>> flags = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      Object value = spec.findOption(setting.flag()).getValue();
      if (setting.isSwitch() && Boolean.TRUE.equals(value)) {
        flags.put(setting, List.of("true"));
      } else if (value instanceof List<?> list) {
        flags.put(setting, list.stream().map(String::valueOf).toList());
      }
    }
    Optional<Path> home = Optional.ofNullable(System.getProperty("icc.home")).map(Path::of);
    Config config = Config.load(file(spec), System.getenv(), flags, home);
    config.operations().logFormat().use();
    return config;
  }

  private static Optional<Path> file(CommandSpec spec) {
    Object named = spec.findOption(CONFIG).getValue();
    if (named instanceof Path path) {
      if (!Files.isRegularFile(path)) {
        throw new ConfigException(List.of(CONFIG + ": there is no file " + path));
      }
      return Optional.of(path);
    }
    return Optional.of(Config.DEFAULT_FILE).filter(Files::isRegularFile);
  }
}
