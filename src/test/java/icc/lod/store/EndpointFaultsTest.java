package icc.lod.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import icc.lod.store.BrokenServer.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store makes of endpoints that fail, each in its way: never an empty or partial answer. */
@Timeout(60)
final class EndpointFaultsTest {
  private static final String OK =
      "HTTP/1.0 200 OK\r\nContent-Type: application/sparql-results+json";

  private static final byte[] ROWS =
      """
      { "head": { "vars": [ "s", "p", "o" ] }, "results": { "bindings": [
        { "s": { "type": "uri", "value": "http://e.org/a" }, "p": { "type": "uri", "value":
          "http://e.org/p" }, "o": { "type": "literal", "value": "} ] \\" \\\\" } },
        { "s": { "type": "uri", "value": "http://e.org/b" }, "p": { "type": "uri", "value":
          "http://e.org/p" }, "o": { "type": "literal", "value": "\u0456", "xml:lang": "uk" } }
      ] } }
      """
          .getBytes(UTF_8);

  private static final byte[] NONE =
      "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[]}}".getBytes(UTF_8);
  private static final byte[] YES =
      """
      { "head": { "vars": [ "x" ] }, "results": { "bindings": [
        { "x": { "type": "literal", "value": "1" } } ] } }"""
          .getBytes(UTF_8);

  private final CountDownLatch over = new CountDownLatch(1);
  private final BrokenServer server = new BrokenServer(out -> {});
  private final Store store =
      SparqlStore.at(server.endpoint(), Duration.ofMillis(700), Optional.empty());

  @AfterEach
  void close() throws Exception {
    over.countDown();
    store.close();
    server.close();
  }

  @Test
  void wholeAnswers_areTaken() {
    server.answers(BrokenServer.saying(OK, ROWS));
    assertThat(count(exec -> exec.select().forEachRemaining(row -> {}))).isTrue();
    assertThat(store.<Integer>read(data -> data.getDefaultGraph().size())).isEqualTo(2);
    server.answers(BrokenServer.saying(OK, NONE));
    assertThat(store.<Integer>read(data -> data.getDefaultGraph().size())).isZero();
    server.answers(BrokenServer.saying(OK, YES));
    store.check();
  }

  @Test
  void answer_cutAnywhere_isAnError() {
    for (byte[] body : new byte[][] {ROWS, NONE}) {
      int end = new String(body, UTF_8).stripTrailing().getBytes(UTF_8).length;
      for (int length = 0; length < end; length++) {
        server.answers(BrokenServer.saying(OK, Arrays.copyOf(body, length)));
        assertUnavailable(exec -> exec.select().forEachRemaining(row -> {}));
      }
    }
    for (int length = 0; length < YES.length; length++) {
      server.answers(BrokenServer.saying(OK, Arrays.copyOf(YES, length)));
      assertThatThrownBy(store::check).isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void everyKindOfReading_noticesTheCut() {
    server.answers(BrokenServer.saying(OK, Arrays.copyOf(ROWS, ROWS.length - 6)));
    assertThatThrownBy(() -> store.read(data -> data.getDefaultGraph().size()))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(() -> store.slice(Quad.ANY, 0, 10))
        .isInstanceOf(StoreUnavailableException.class);
    Node thing = NodeFactory.createURI("http://e.org/a");
    assertThatThrownBy(() -> store.describing(List.of(thing)))
        .isInstanceOf(StoreUnavailableException.class);
    String construct = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }";
    assertThatThrownBy(
            () -> store.query(QueryFactory.create(construct), exec -> exec.construct().size()))
        .isInstanceOf(StoreUnavailableException.class);
    assertThatThrownBy(
            () ->
                store.query(
                    QueryFactory.create("DESCRIBE ?s { ?s ?p ?o }"),
                    exec -> exec.describe().size()))
        .isInstanceOf(StoreUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\nContent-Length: 9999",
        "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\nTransfer-Encoding: chunked",
        "HTTP/1.0 200 OK\r\nContent-Type: text/html",
        "HTTP/1.0 200 OK\r\nContent-Type: application/sparql-results+xml",
        "HTTP/1.0 200 OK",
        "HTTP/1.0 206 Partial Content\r\nContent-Type: application/sparql-results+json",
        "HTTP/1.0 200 OK\r\nContent-Type: application/sparql-results+json\r\nX-SPARQL-MaxRows: 2",
        "HTTP/1.0 200 OK\r\nContent-Type: application/sparql-results+json\r\nX-SQL-State: S1TAT",
        "no HTTP at all"
      })
  void head_thatDoesNotFit_isAnError(String head) {
    server.answers(BrokenServer.saying(head, ROWS));
    assertUnavailable(exec -> exec.select().forEachRemaining(row -> {}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"head\":{},\"boolean\":true}",
        "{\"results\":{\"bindings\":[{\"s\":{\"type\":\"what\",\"value\":\"x\"}}]},\"head\":{\"vars\":[\"s\"]}}",
        "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[]}} Error: out of memory",
        "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":[{\"s\":5}]}}",
        "{\"head\":{\"vars\":[\"s\"]}}",
        "<html>busy</html>"
      })
  void body_thatIsNoAnswer_isAnError(String body) {
    server.answers(BrokenServer.saying(OK, body.getBytes(UTF_8)));
    assertUnavailable(exec -> exec.select().forEachRemaining(row -> {}));
  }

  @ParameterizedTest
  @CsvSource({
    "301, has moved to http://elsewhere.org/",
    "401, name a user",
    "404, is it the address of its SPARQL queries",
    "500, answers 500: Out of memory",
    "503, answers 503",
    "504, answers 504"
  })
  void status_isSaidWithWhatToDo(int status, String said) {
    server.answers(
        BrokenServer.saying(
            "HTTP/1.0 " + status + " X\r\nLocation: http://elsewhere.org/",
            "Out of\nmemory".getBytes(UTF_8)));
    assertThatThrownBy(store::check)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining(said)
        .hasMessageContaining("The endpoint that holds the data");
  }

  @Test
  void refusal_isNoOutage() {
    server.answers(
        BrokenServer.saying("HTTP/1.0 400 Bad", "Line 1: unknown function".getBytes(UTF_8)));
    assertThatThrownBy(() -> count(QueryExec::select))
        .isInstanceOf(EndpointRefusedException.class)
        .hasMessageContaining("unknown function");
  }

  @Test
  void silence_isAnOutage() {
    server.answers(out -> over.await());
    assertThatThrownBy(() -> count(QueryExec::select))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("has said nothing");
    server.answers(beginning(out -> over.await()));
    assertUnavailable(exec -> exec.select().forEachRemaining(row -> {}));
    server.answers(
        out -> {
          BrokenServer.saying("HTTP/1.0 500 X", "Out of".getBytes(UTF_8)).to(out);
          out.flush();
          over.await();
        });
    assertUnavailable(QueryExec::select);
  }

  @Test
  void limit_endsASilentEndpoint() {
    server.answers(beginning(out -> over.await()));
    assertThatThrownBy(
            () ->
                store.query(
                    QueryFactory.create("SELECT * { ?s ?p ?o }"),
                    Duration.ofMillis(200),
                    exec -> exec.select().forEachRemaining(row -> {})))
        .isInstanceOf(QueryCancelledException.class);
  }

  @Test
  void slowReader_isNotTakenForASilentEndpoint() {
    server.answers(BrokenServer.saying(OK, ROWS));
    assertThat(
            count(
                exec ->
                    exec.select()
                        .forEachRemaining(
                            row -> {
                              pause(800);
                            })))
        .isTrue();
  }

  @Test
  void connectionClosedUnderUs_isTriedOnceMore() {
    server.answers(
        out -> {
          if (server.asked() > 1) {
            BrokenServer.saying(OK, ROWS).to(out);
          }
        });
    assertThat(store.<Integer>read(data -> data.getDefaultGraph().size())).isEqualTo(2);
    server.answers(out -> {});
    int before = server.asked();
    assertUnavailable(QueryExec::select);
    assertThat(server.asked() - before).isLessThanOrEqualTo(4);
  }

  @Test
  void nobodyThere_isAnOutage() throws Exception {
    server.close();
    assertThatThrownBy(store::check)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("the connection is refused");
  }

  @Test
  void password_isSentAndNeverSaid() {
    Endpoint endpoint = Endpoint.parse("sparql:http://me:p%40ss@127.0.0.1:1/x");
    assertThat(endpoint.toString()).isEqualTo("http://127.0.0.1:1/x");
    assertThat(endpoint.authorization()).contains("Basic bWU6cEBzcw==");
    assertThatThrownBy(() -> Endpoint.parse("sparql:ftp://me:secret@h/x"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("sparql:http://localhost:3030/dataset/query")
        .doesNotContain("secret");
  }

  private static Answer beginning(Answer then) {
    return out -> {
      BrokenServer.saying(OK, Arrays.copyOf(ROWS, 200)).to(out);
      out.flush();
      then.to(out);
    };
  }

  private void assertUnavailable(Consumer<QueryExec> use) {
    assertThatThrownBy(() -> count(use)).isInstanceOf(StoreUnavailableException.class);
  }

  private boolean count(Consumer<QueryExec> use) {
    store.query(QueryFactory.create("SELECT * { ?s ?p ?o }"), use);
    return true;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
