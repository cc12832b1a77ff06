package icc.lod.sparql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import icc.lod.web.KnownClient;
import icc.lod.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The accounts of the clients, each known by its token or else its address, for as long as it
 * matters. Thread-safe.
 */
final class Accounts {
  /** Beyond that the ones used least are forgotten, and begin anew. */
  private static final int MOST = 100_000;

  /** Providers give whole networks of this size to one customer. */
  private static final int NETWORK_BYTES = 8;

  private final FairUse fairUse;
  private final Cache<String, Account> accounts =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterAccess(FairUse.WINDOW.multipliedBy(2))
          .build();

  Accounts(FairUse fairUse) {
    this.fairUse = fairUse;
  }

  /**
   * The account of who asks; the response is told what is left of it.
   *
   * @throws Problem 429 when it is used up
   */
  Account of(HttpServletRequest request, HttpServletResponse response) {
    Account account =
        KnownClient.of(request).map(this::held).orElseGet(() -> named(client(request)));
    if (!fairUse.unlimited()) {
      state(account, response);
      if (account.empty()) {
        throw usedUp(account);
      }
    }
    return account;
  }

  /** The account of the holder of a token. No address has a space in it. */
  private Account held(String holder) {
    return accounts.get("holder " + holder, name -> Account.of(fairUse.held()));
  }

  /** The account of the client at an address, or of this name. */
  Account named(String client) {
    return accounts.get(network(client), name -> Account.of(fairUse));
  }

  /** 429: with the time to wait and cheaper ways to ask (RFC 6585, section 4). */
  static Problem usedUp(Account account) {
    Duration wait = account.wait(Duration.ofSeconds(1));
    String seconds = Long.toString(seconds(wait));
    return Problem.of(
            429,
            "Too many requests",
            "You have used up your %d s of processor time a minute; in %s s there is some again."
                    .formatted(account.fairUse().budget().toSeconds(), seconds)
                + " Cheaper: the files in /dumps/, patterns at /fragments, a LIMIT, fewer joins.")
        .header("Retry-After", seconds)
        .with("reason", "budget");
  }

  /** The fields of draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4. */
  private static void state(Account account, HttpServletResponse response) {
    Duration budget = account.fairUse().budget();
    response.setHeader(
        "RateLimit-Policy",
        "\"cpu\";q=%d;w=%d".formatted(budget.toSeconds(), FairUse.WINDOW.toSeconds()));
    response.setHeader(
        "RateLimit",
        "\"cpu\";r=%d;t=%d"
            .formatted(Math.max(0, account.left().toSeconds()), seconds(account.wait(budget))));
  }

  private static long seconds(Duration duration) {
    return duration.plusMillis(999).toSeconds();
  }

  private String client(HttpServletRequest request) {
    if (fairUse.clientHeader().isEmpty()) {
      return request.getRemoteAddr();
    }
    // The last is the one the nearest proxy wrote; what stands before may be anybody's word.
    return Optional.ofNullable(request.getHeader(fairUse.clientHeader()))
        .map(named -> named.substring(named.lastIndexOf(',') + 1).strip())
        .orElseGet(request::getRemoteAddr);
  }

  /** An address of version 6 by its network, any other as it is. */
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      // No name has a colon: nothing is looked up.
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
