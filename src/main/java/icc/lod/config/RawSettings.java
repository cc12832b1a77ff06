package icc.lod.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings as text, merged from file, environment and flags, with the faults found on the way. */
final class RawSettings {
  /** Variables of the launcher, which are no settings of the service. */
  private static final Set<String> LAUNCHER = Set.of("ICC_HOME", "ICC_HEAP", "ICC_JAVA_OPTS");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)?");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)");

  private final Map<Setting, List<String>> values = new EnumMap<>(Setting.class);
  private final List<String> faults = new ArrayList<>();

  static RawSettings merge(
      Optional<Path> file, Map<String, String> environment, Map<Setting, List<String>> flags) {
    RawSettings raw = new RawSettings();
    file.ifPresent(raw::readFile);
    raw.readEnvironment(environment);
    raw.values.putAll(flags);
    return raw;
  }

  List<String> faults() {
    return faults;
  }

  void fault(Setting setting, String sentence) {
    faults.add(setting.flag() + ": " + sentence);
  }

  List<String> all(Setting setting) {
    return values.getOrDefault(setting, List.of());
  }

  Optional<String> one(Setting setting) {
    List<String> all = all(setting);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  boolean on(Setting setting) {
    Optional<String> value = one(setting);
    if (value.isPresent() && !Set.of("true", "false", "").contains(value.get())) {
      fault(setting, "write true or false, not \"" + value.get() + "\"");
    }
    return value.isPresent() && !value.get().equals("false");
  }

  /** Whether a switch is on that may have a value. */
  boolean onOrValue(Setting setting) {
    return one(setting).filter(value -> !value.equals("false")).isPresent();
  }

  /** The value of such a switch, if it has one. */
  Optional<String> valueOf(Setting setting) {
    return one(setting).filter(value -> !Set.of("true", "false", "").contains(value));
  }

  /** A time such as 30s, 500ms, 2m; seconds without a unit. */
  Duration duration(Setting setting, Duration otherwise) {
    Optional<String> text = one(setting);
    Matcher match = DURATION.matcher(text.orElse(""));
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!match.matches()) {
      fault(setting, "write a time like 30s, 500ms or 2m, not \"" + text.get() + "\"");
      return otherwise;
    }
    long amount = Long.parseLong(match.group(1));
    return switch (match.group(2) == null ? "s" : match.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofSeconds(amount);
    };
  }

  /** A size in bytes such as 512k, 4m, 2g; bytes without a unit. */
  long size(Setting setting, long otherwise, long most) {
    Optional<String> text = one(setting);
    Matcher match = SIZE.matcher(text.orElse(""));
    if (text.isEmpty()) {
      return otherwise;
    }
    if (match.matches()) {
      int shift = "kmg".indexOf(match.group(2)) * 10 + 10;
      long bytes = Long.parseLong(match.group(1)) << (match.group(2).isEmpty() ? 0 : shift);
      if (bytes > 0 && bytes <= most) {
        return bytes;
      }
    }
    fault(setting, "write a size like 512k, 4m or 2g, not \"" + text.get() + "\"");
    return otherwise;
  }

  /** A size of memory that may be none. */
  long sizeOrNone(Setting setting, long otherwise) {
    return one(setting).filter("0"::equals).isPresent()
        ? 0
        : size(setting, otherwise, Long.MAX_VALUE >> 10);
  }

  private void readFile(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      faults.add("The settings file " + file + " cannot be read: " + e.getMessage());
      return;
    }
    for (String key : new TreeSet<>(properties.stringPropertyNames())) {
      Optional<Setting> setting = Setting.byKey(key);
      if (setting.isPresent()) {
        values.put(setting.get(), split(setting.get(), properties.getProperty(key)));
      } else {
        faults.add(file + ": unknown setting \"" + key + "\"; known are " + keys());
      }
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (!name.startsWith("ICC_") || LAUNCHER.contains(name)) {
                return;
              }
              Optional<Setting> setting = Setting.byVariable(name);
              if (setting.isPresent()) {
                values.put(setting.get(), split(setting.get(), value));
              } else {
                faults.add("Unknown environment variable " + name + "; unset it or correct it");
              }
            });
  }

  private static List<String> split(Setting setting, String value) {
    return setting.repeatable()
        ? Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList()
        : List.of(value.strip());
  }

  private static String keys() {
    return String.join(", ", Arrays.stream(Setting.values()).map(Setting::key).toList());
  }
}
