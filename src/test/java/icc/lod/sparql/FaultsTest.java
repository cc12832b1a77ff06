package icc.lod.sparql;

import static icc.lod.sparql.SparqlSite.encode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers that fail under way, by faults of the store and of the network: no client takes a part of
 * one for the whole. The data of each answer is larger than what is held back.
 */
final class FaultsTest {
  private static final int ROWS = 20_000;
  private static final String SELECT = "SELECT ?s ?o { ?s <next> ?o }";
  private static final String CONSTRUCT = "CONSTRUCT { ?s <next> ?o } WHERE { ?s <next> ?o }";
  private static final List<String> TABLES = List.of("json", "xml", "csv", "tsv");
  private static final List<String> GRAPHS = List.of("nt", "ttl", "trig", "nq", "rdf", "jsonld");

  @TempDir static Path faultyState;
  @TempDir static Path soundState;
  private static SparqlSite faulty;
  private static SparqlSite sound;

  @BeforeAll
  static void start() throws Exception {
    SparqlSettings settings = new SparqlSettings(Duration.ofSeconds(60), 64 * 1024, 1 << 20);
    AtomicInteger runs = new AtomicInteger();
    faulty =
        new SparqlSite(
            faultyState,
            LimitsTest.chain(ROWS),
            settings,
            store -> FaultyExecutor.install(store, runs, ROWS));
    sound = new SparqlSite(soundState, LimitsTest.chain(ROWS), settings);
  }

  @AfterAll
  static void stop() {
    faulty.close();
    sound.close();
  }

  /** Serves for clients that are no part of the build, until the process is ended. */
  public static void main(String[] args) throws Exception {
    faultyState = Files.createTempDirectory("faulty-");
    soundState = Files.createTempDirectory("sound-");
    start();
    System.out.println(faulty.server.port() + " " + sound.server.port());
  }

  private static String address(int port, String format) {
    String query = TABLES.contains(format) ? SELECT : CONSTRUCT;
    return "http://127.0.0.1:" + port + "/sparql?format=" + format + "&query=" + encode(query);
  }

  /** Whether Jena takes what it gets for whole. */
  private static boolean jena(String address, String format) {
    try {
      if (TABLES.contains(format)) {
        String endpoint = address.substring(0, address.indexOf("&query="));
        try (QueryExec query = QueryExecHTTP.service(endpoint).queryString(SELECT).build()) {
          query.select().forEachRemaining(row -> {});
        }
      } else {
        RDFParser.source(address).parse(StreamRDFLib.sinkNull());
        RDFDataMgr.loadDataset(address);
      }
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static boolean curl(String address) throws Exception {
    String nowhere = Files.createTempFile(faultyState, "curl", "").toString();
    Process curl = new ProcessBuilder("curl", "-sf", "-o", nowhere, address).start();
    return curl.waitFor() == 0;
  }

  private static boolean java(SparqlSite site, String format) {
    try {
      String query = TABLES.contains(format) ? SELECT : CONSTRUCT;
      return site.get(query, "&format=" + format).statusCode() == 200;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static List<String> formats() {
    List<String> formats = new ArrayList<>(TABLES);
    formats.addAll(GRAPHS);
    return formats;
  }

  @Test
  void storeThatFails_isNoticedByEveryClient() throws Exception {
    List<String> believed = new ArrayList<>();
    for (String format : formats()) {
      for (int i = 0; i < 3; i++) {
        String address = address(faulty.server.port(), format);
        if (jena(address, format) || java(faulty, format) || curl(address)) {
          believed.add(format);
        }
      }
    }
    assertThat(believed).isEmpty();
  }

  @Test
  void soundAnswers_areBelieved() throws Exception {
    assumeThat(curl(address(sound.server.port(), "csv"))).as("install curl").isTrue();
    for (String format : formats()) {
      String address = address(sound.server.port(), format);
      assertThat(jena(address, format)).as(format).isTrue();
      assertThat(java(sound, format)).as(format).isTrue();
      assertThat(curl(address)).as(format).isTrue();
    }
  }

  @Test
  void networkThatFails_isNoticedByEveryClient() throws Exception {
    List<String> believed = new ArrayList<>();
    AtomicInteger cuts = new AtomicInteger();
    try (ServerSocket relay = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> relay(relay, cuts));
      for (String format : formats()) {
        String address = address(relay.getLocalPort(), format);
        if (jena(address, format) || curl(address)) {
          believed.add(format);
        }
      }
    }
    assertThat(cuts.get()).isGreaterThanOrEqualTo(2 * formats().size());
    assertThat(believed).isEmpty();
  }

  /** Passes answers on up to some octet, then hangs up. */
  private static void relay(ServerSocket relay, AtomicInteger cuts) {
    while (!relay.isClosed()) {
      try (Socket client = relay.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), sound.server.port())) {
        Thread.ofPlatform().daemon().start(() -> copy(client, server));
        InputStream answer = server.getInputStream();
        OutputStream out = client.getOutputStream();
        out.write(answer.readNBytes(500 + cuts.getAndIncrement() * 7919));
        out.flush();
      } catch (IOException e) {
        // The client has noticed.
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Closed by the relay.
    }
  }
}
