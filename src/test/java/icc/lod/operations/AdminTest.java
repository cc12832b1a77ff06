package icc.lod.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import icc.lod.web.Problem;
import icc.lod.web.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Who may steer, and what they do. */
final class AdminTest {
  private static final Logger LOG = (Logger) LoggerFactory.getLogger(AdminRoutes.class);

  /** Notes what it was told to do; there is a query 7 at work, and nothing to roll back to. */
  private static final class Ship implements Steering, RunningQueries {
    final List<String> done = new ArrayList<>();

    @Override
    public Result publish(boolean force) {
      done.add("publish " + force);
      return force
          ? new Result("refused", 3, List.of("cities.ttl:4 no label"))
          : new Result("published", 4, List.of());
    }

    @Override
    public Result rollback(int number) {
      if (number != 2) {
        throw Problem.notFound("There is no release " + number);
      }
      done.add("rollback " + number);
      return new Result("current", number, List.of());
    }

    @Override
    public List<Running> running() {
      return List.of(
          new Running(7, Instant.now(), Duration.ofMillis(500), 1024, false, "ASK { ?s ?p ?o }"));
    }

    @Override
    public boolean end(long id) {
      done.add("end " + id);
      return id == 7;
    }
  }

  @TempDir Path dir;
  private final Ship ship = new Ship();
  private final AtomicLong clock = new AtomicLong();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestServer server;
  private String captain;
  private String guest;

  @BeforeEach
  void start() throws IOException {
    TokenFile.Made all = TokenFile.make("captain", EnumSet.allOf(Scope.class));
    TokenFile.Made some = TokenFile.make("guest", Set.of(Scope.METRICS));
    captain = all.token();
    guest = some.token();
    Files.writeString(file(), "# who may steer\n\n" + all.line() + "\n" + some.line() + "\n");
    Operators operators = new Operators(new TokenFile(file()), clock::get);
    server =
        TestServer.of(
            new AdminRoutes(operators, ship, ship),
            routes -> routes.get("/*", ctx -> ctx.result("anything")));
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    LOG.addAppender(log);
  }

  @AfterEach
  void stop() {
    LOG.detachAppender(log);
    server.close();
  }

  private Path file() {
    return dir.resolve("tokens");
  }

  private HttpResponse<String> send(String method, String path, String token) {
    return server.send(method, path, "Authorization", "Bearer " + token);
  }

  @Test
  void holder_publishesRollsBackAndEndsQueries() {
    assertThat(send("POST", "/admin/publish", captain).body())
        .contains("\"outcome\" : \"published\"", "\"release\" : 4");
    assertThat(send("POST", "/admin/rollback/2", captain).statusCode()).isEqualTo(200);
    assertThat(send("POST", "/admin/rollback/9", captain).statusCode()).isEqualTo(404);
    assertThat(send("POST", "/admin/rollback/x", captain).statusCode()).isEqualTo(400);
    assertThat(send("GET", "/admin/queries", captain).body())
        .contains("\"id\" : 7", "\"cpuSeconds\" : 0.5", "ASK { ?s ?p ?o }");
    assertThat(send("DELETE", "/admin/queries/7", captain).statusCode()).isEqualTo(204);
    assertThat(send("DELETE", "/admin/queries/8", captain).statusCode()).isEqualTo(404);
    assertThat(ship.done).containsExactly("publish false", "rollback 2", "end 7", "end 8");
  }

  @Test
  void refusedSources_say422AndWhatToMend() {
    HttpResponse<String> answer = send("POST", "/admin/publish?force=true", captain);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("cities.ttl:4 no label");
  }

  @Test
  void noToken_401SaysHow() {
    HttpResponse<String> answer = server.send("POST", "/admin/publish");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer "));
    assertThat(answer.body()).contains("icc token");
    assertThat(ship.done).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "icc.captain.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "icc.nobody.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "secret",
        ""
      })
  void wrongToken_401(String token) {
    HttpResponse<String> answer = send("POST", "/admin/publish", token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(ship.done).isEmpty();
  }

  @Test
  void cookieQueryAndBasic_areNoTokens() {
    assertThat(server.send("POST", "/admin/publish?access_token=" + captain).statusCode())
        .isEqualTo(401);
    assertThat(server.send("POST", "/admin/publish", "Cookie", "token=" + captain).statusCode())
        .isEqualTo(401);
    assertThat(
            server.send("POST", "/admin/publish", "Authorization", "Basic " + captain).statusCode())
        .isEqualTo(401);
  }

  @Test
  void otherScope_403NamesTheOneThatIsMissing() {
    HttpResponse<String> answer = send("POST", "/admin/publish", guest);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("www-authenticate"))
        .hasValueSatisfying(
            value -> assertThat(value).contains("insufficient_scope", "scope=\"publish\""));
    assertThat(ship.done).isEmpty();
  }

  @Test
  void lineTakenOut_countsAtOnce() throws IOException {
    assertThat(send("POST", "/admin/publish", captain).statusCode()).isEqualTo(200);
    Files.writeString(file(), "");
    assertThat(send("POST", "/admin/publish", captain).statusCode()).isEqualTo(401);
  }

  @Test
  void failedTries_haveToWait_andThoseWhoAreKnownDoNot() {
    assertThat(send("GET", "/admin/queries", captain).statusCode()).isEqualTo(200);
    for (int i = 0; i < FailedTries.MOST; i++) {
      assertThat(send("GET", "/admin/queries", "wrong").statusCode()).isEqualTo(401);
    }
    HttpResponse<String> more = send("GET", "/admin/queries", "wrong");
    assertThat(more.statusCode()).isEqualTo(429);
    assertThat(more.headers().firstValue("retry-after")).hasValue("60");
    assertThat(send("GET", "/admin/queries", captain).statusCode()).isEqualTo(200);
    clock.addAndGet(FailedTries.WINDOW.plusSeconds(1).toNanos());
    assertThat(send("GET", "/admin/queries", "wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void pagesOfOtherSites_mayNotAsk() {
    for (String method : List.of("OPTIONS", "POST")) {
      HttpResponse<String> answer =
          server.send(
              method,
              "/admin/publish",
              "Origin",
              "https://elsewhere.example",
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              "authorization");
      assertThat(answer.headers().firstValue("access-control-allow-origin")).as(method).isEmpty();
      assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
    }
  }

  @Test
  void everyAction_isOneLineWithoutToken() {
    send("POST", "/admin/rollback/2", captain);
    send("POST", "/admin/rollback/2%0Aforged", guest);
    server.send("POST", "/admin/publish");
    List<String> lines =
        log.list.stream().map(event -> String.valueOf(event.getKeyValuePairs())).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains("captain", "rollback", "on=\"2\"", "done");
    assertThat(lines.get(1)).contains("403").doesNotContain("forged");
    assertThat(lines.get(2)).contains("nobody", "publish", "401");
    assertThat(lines).noneMatch(line -> line.contains(captain) || line.contains(guest));
  }

  @Test
  void fileWithFaults_saysWhichLine() throws IOException {
    Files.writeString(file(), "ok publish plain-text-password\n");
    assertThat(new TokenFile(file()).faults()).singleElement().asString().contains("line 1");
    assertThat(new TokenFile(dir.resolve("none")).faults()).hasSize(1);
  }

  @Test
  void tokens_areNeverAlike_andTheirLineDoesNotGiveThemAway() {
    TokenFile.Made one = TokenFile.make("ci", Set.of(Scope.PUBLISH));
    TokenFile.Made other = TokenFile.make("ci", Set.of(Scope.PUBLISH));
    assertThat(one.token()).isNotEqualTo(other.token());
    assertThat(one.line()).startsWith("ci publish pbkdf2-sha256:");
    assertThat(one.line()).doesNotContain(one.token().substring("icc.ci.".length()));
  }
}
