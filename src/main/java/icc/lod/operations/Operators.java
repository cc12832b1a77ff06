package icc.lod.operations;

import icc.lod.rdf.Digests;
import icc.lod.web.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Tells who may steer: bearer tokens (RFC 6750) of a file. Thread-safe. */
public final class Operators {
  private static final String SCHEME = "bearer ";
  private static final String CHALLENGE = "Bearer realm=\"admin\"";

  private final TokenFile file;
  private final FailedTries failed;
  private final HashedToken nobody = HashedToken.unknown();

  /** Digests of tokens that proved themselves, and the line that they proved. */
  private final Map<String, Proven> proven = new ConcurrentHashMap<>();

  private record Proven(HashedToken token, String digest) {}

  /** Those in a file. */
  public Operators(TokenFile file) {
    this(file, System::nanoTime);
  }

  Operators(TokenFile file, LongSupplier clock) {
    this.file = file;
    this.failed = new FailedTries(clock);
  }

  /**
   * Who asks.
   *
   * @param authorization the field of that name, as sent
   * @param address of who asks
   * @throws Problem 401 without a token that holds, 403 when it does not hold for this, 429 after
   *     too many failed tries
   */
  String admit(Optional<String> authorization, String address, Scope scope) {
    HashedToken holder = proven(bearer(authorization), address);
    if (!holder.scopes().contains(scope)) {
      throw Problem.of(
              403, "Not allowed", "This token is not for '" + scope + "'; make one that is.")
          .header(
              "WWW-Authenticate",
              CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
    return holder.name();
  }

  /**
   * Who asks, where nobody needs a token: empty without one of ours, or with one that is for
   * something else.
   *
   * @throws Problem 401 when a token of ours does not hold, 429 after too many failed tries
   */
  Optional<String> holder(Optional<String> authorization, String address, Scope scope) {
    return bearer(authorization)
        .filter(token -> HashedToken.holder(token).isPresent())
        .map(token -> proven(Optional.of(token), address))
        .filter(holder -> holder.scopes().contains(scope))
        .map(HashedToken::name);
  }

  private static Optional<String> bearer(Optional<String> authorization) {
    return authorization
        .filter(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(field -> field.substring(SCHEME.length()).strip());
  }

  private HashedToken proven(Optional<String> token, String address) {
    return token
        .flatMap(this::known)
        .or(() -> tried(token, address))
        .orElseThrow(() -> unauthorized(token.isPresent()));
  }

  /** A token that proved itself before, if its line still stands: no work, no waiting. */
  private Optional<HashedToken> known(String token) {
    return HashedToken.holder(token)
        .flatMap(name -> Optional.ofNullable(proven.get(name)))
        .filter(one -> same(one.digest(), digest(token)))
        .map(Proven::token)
        .filter(held -> file.of(held.name()).equals(Optional.of(held)));
  }

  private Optional<HashedToken> tried(Optional<String> token, String address) {
    if (failed.tooMany(address)) {
      throw Problem.of(
              429, "Too many requests", "Too many tries have failed; wait before the next one.")
          .header("Retry-After", Long.toString(FailedTries.WINDOW.toSeconds()));
    }
    Optional<HashedToken> line = token.flatMap(HashedToken::holder).flatMap(file::of);
    boolean holds = token.isPresent() && line.orElse(nobody).proves(token.get());
    if (!holds || line.isEmpty()) {
      token.ifPresent(wrong -> failed.note(address));
      return Optional.empty();
    }
    proven.put(line.get().name(), new Proven(line.get(), digest(token.get())));
    return line;
  }

  private static Problem unauthorized(boolean tried) {
    return Problem.of(
            401,
            "A token is needed",
            tried
                ? "This token does not hold: it was taken out of the file, or mistyped."
                : "Send a token: 'Authorization: Bearer …'. icc token makes one.")
        .header("WWW-Authenticate", tried ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
  }

  /** Takes as long whatever differs. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static String digest(String token) {
    byte[] digest = Digests.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
