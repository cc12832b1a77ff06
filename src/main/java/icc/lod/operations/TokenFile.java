package icc.lod.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file of those who may steer the service, one a line: name, scopes, hash. Empty lines and
 * those that begin with # are passed over. Read anew at every use, so that a line taken out counts
 * at once.
 */
public final class TokenFile {
  private final Path file;

  public TokenFile(Path file) {
    this.file = file;
  }

  /** A token to hand over, and the line for the file. */
  public record Made(String token, String line) {}

  /**
   * Makes a token that is in no file yet.
   *
   * @throws IllegalArgumentException when the name cannot stand in a line
   */
  public static Made make(String name, Set<Scope> scopes) {
    HashedToken.Made made = HashedToken.make(name, scopes);
    return new Made(made.token(), made.hashed().line());
  }

  /** What is wrong with the file, in sentences that say how to mend it. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    try {
      read(faults);
    } catch (UncheckedIOException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    return faults;
  }

  /** The token of a holder; of two lines of one name, the last counts. */
  Optional<HashedToken> of(String name) {
    return Optional.ofNullable(read(new ArrayList<>()).get(name));
  }

  private Map<String, HashedToken> read(List<String> faults) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The file of tokens " + file + " cannot be read", e);
    }
    Map<String, HashedToken> tokens = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Optional<HashedToken> token = HashedToken.parse(line);
      if (token.isEmpty()) {
        faults.add(
            "line %d of %s is not name, scopes and hash; make one with: icc token NAME --scope publish"
                .formatted(i + 1, file));
      }
      token.ifPresent(t -> tokens.put(t.name(), t));
    }
    return tokens;
  }
}
