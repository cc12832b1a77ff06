package icc.lod.operations;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A token as it is kept: what its holder is called and may do, and what proves that somebody holds
 * it. The token itself is seen once, when it is made: {@code icc.<name>.<secret>}.
 *
 * @param name of the holder, for the audit log
 * @param iterations of PBKDF2 (RFC 8018, section 5.2)
 * @param salt in Base64 for addresses, as is the hash
 */
record HashedToken(String name, Set<Scope> scopes, int iterations, String salt, String hash) {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final String LABEL = "pbkdf2-sha256";
  private static final String NAME = "[A-Za-z0-9_-]{1,40}";
  private static final String PREFIX = "icc.";

  /** A secret of 256 random bits cannot be guessed; this is for files that were made otherwise. */
  private static final int ITERATIONS = 100_000;

  private static final int MOST_ITERATIONS = 2_000_000;
  private static final int BYTES = 32;

  private static final Pattern LINE =
      Pattern.compile(
          "(" + NAME + ")\\s+([a-z,]+)\\s+" + LABEL + ":(\\d{4,7}):([\\w-]{16,}):([\\w-]{43})");
  private static final Pattern TOKEN = Pattern.compile("icc\\.(" + NAME + ")\\.([\\w-]{20,200})");

  HashedToken {
    scopes = Set.copyOf(scopes);
  }

  /** A token and the line that proves it. */
  record Made(String token, HashedToken hashed) {}

  /**
   * Makes a new token.
   *
   * @throws IllegalArgumentException when the name cannot stand in a line
   */
  static Made make(String name, Set<Scope> scopes) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "A name has up to 40 of the characters A-Z a-z 0-9 _ -, not \"" + name + "\"");
    }
    String token = PREFIX + name + "." + text(random());
    String salt = text(random());
    return new Made(
        token, new HashedToken(name, scopes, ITERATIONS, salt, derive(token, salt, ITERATIONS)));
  }

  /** What nobody holds: to spend the same time on a name that is not known. */
  static HashedToken unknown() {
    return new HashedToken("unknown", Set.of(), ITERATIONS, text(random()), text(random()));
  }

  /** Reads a line of the file of tokens. */
  static Optional<HashedToken> parse(String line) {
    Matcher matcher = LINE.matcher(line.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String name : matcher.group(2).split(",", -1)) {
      Optional<Scope> scope = Scope.of(name);
      if (scope.isEmpty()) {
        return Optional.empty();
      }
      scopes.add(scope.get());
    }
    int iterations = Integer.parseInt(matcher.group(3));
    return iterations > MOST_ITERATIONS
        ? Optional.empty()
        : Optional.of(
            new HashedToken(
                matcher.group(1), scopes, iterations, matcher.group(4), matcher.group(5)));
  }

  /** The name in a token; empty when it is none of ours. */
  static Optional<String> holder(String token) {
    Matcher matcher = TOKEN.matcher(token);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The line for the file of tokens. */
  String line() {
    String may =
        new TreeSet<>(scopes).stream().map(Scope::toString).collect(Collectors.joining(","));
    return "%s %s %s:%d:%s:%s".formatted(name, may, LABEL, iterations, salt, hash);
  }

  /** Whether a token is this one; the time it takes tells nothing about how near it comes. */
  boolean proves(String token) {
    return MessageDigest.isEqual(bytes(hash), bytes(derive(token, salt, iterations)));
  }

  /** Never what proves it. */
  @Override
  public String toString() {
    return name + " " + scopes;
  }

  private static String derive(String token, String salt, int iterations) {
    PBEKeySpec spec =
        new PBEKeySpec(token.toCharArray(), bytes(salt), iterations, BYTES * Byte.SIZE);
    try {
      return text(SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
