package icc.lod.view;

import icc.lod.store.CurrentStore;
import icc.lod.store.Release;
import icc.lod.web.Problem;
import icc.lod.web.Request;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the release that a request is about: the one its address names ({@code /releases/7/doc/…}),
 * the one of an instant it asks for, or the current one. Thread-safe.
 */
public final class Editions {
  /** What the routes within a release begin with. */
  public static final String ROUTE = "/releases/{release}";

  private static final Pattern WITHIN = Pattern.compile("/releases/([^/]*)(/.*)");
  private static final Pattern FILE =
      Pattern.compile(".*[/\\\\]releases[/\\\\]([0-9]{6,9})[/\\\\].*");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final CurrentStore store;

  /** Editions of the releases of a store. */
  public Editions(CurrentStore store) {
    this.store = store;
  }

  /**
   * The release that the address names, else the current one.
   *
   * @throws Problem 404 for a release that never was, 410 for one that was removed
   */
  public Edition of(Request request) {
    Matcher within = WITHIN.matcher(request.path());
    if (!within.matches()) {
      return Edition.current(store, request);
    }
    Release release = named(within.group(1));
    return Edition.past(store, release, request.at(within.group(2)), false);
  }

  /** The current release, whatever the address looks like. */
  public Edition current(Request request) {
    return Edition.current(store, request);
  }

  /**
   * The release that the address names; where it names none, the Accept-Datetime field chooses.
   *
   * @throws Problem 400 when that is no date
   */
  public Edition negotiated(Request request) {
    if (WITHIN.matcher(request.path()).matches()) {
      return of(request);
    }
    Optional<Instant> instant = Mementos.asked(request);
    Optional<Release> release = instant.flatMap(i -> new Mementos(request.address(), kept()).at(i));
    return release
        .map(then -> Edition.past(store, then, request, true))
        .orElseGet(() -> Edition.current(store, request));
  }

  /** All releases that are kept, oldest first. */
  public List<Release> kept() {
    return store.past().kept();
  }

  /**
   * A release that is kept, by its number as it was written.
   *
   * @throws Problem 404 for one that never was, 410 for one that was removed
   */
  public Release named(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw Problem.notFound("A release has a number from 1 on, not '" + number + "'.");
    }
    int asked = Integer.parseInt(number);
    return store.past().named(asked).orElseThrow(() -> missing(store, asked));
  }

  /** 404 or 410: why there is no release of a number. */
  public Problem missing(int number) {
    return missing(store, number);
  }

  /** The problem that a fault stands for that came of the removal of a release under way. */
  public Optional<Problem> removed(Exception fault) {
    Throwable cause = fault instanceof UncheckedIOException wrapped ? wrapped.getCause() : fault;
    if (!(cause instanceof NoSuchFileException missing)) {
      return Optional.empty();
    }
    Matcher file = FILE.matcher(String.valueOf(missing.getFile()));
    if (!file.matches() || store.past().named(Integer.parseInt(file.group(1))).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(missing(store, Integer.parseInt(file.group(1))));
  }

  /** What is said of a release that is not there. */
  static Problem missing(CurrentStore store, int number) {
    List<String> kept =
        store.past().kept().stream()
            .map(release -> Integer.toString(release.number()))
            .collect(Collectors.toList());
    if (!store.past().wasMade(number)) {
      return Problem.notFound("There has been no release " + number + " yet.").with("kept", kept);
    }
    String when =
        store.past().removed(number).map(at -> " on " + at.toString().substring(0, 10)).orElse("");
    return Problem.of(
            410, "Gone", "Release " + number + " was removed" + when + "; others are kept.")
        .with("reason", "release")
        .with("kept", kept);
  }
}
