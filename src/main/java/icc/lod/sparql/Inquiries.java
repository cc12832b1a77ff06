package icc.lod.sparql;

import icc.lod.store.CurrentStore;
import icc.lod.store.Lease;
import icc.lod.web.Problem;
import icc.lod.web.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Queries asked by other features, answered as text under the very limits of the endpoint: the same
 * judgement, the same threads, the same time. Thread-safe.
 */
public final class Inquiries {
  private final CurrentStore store;
  private final SparqlSettings settings;
  private final QueryReader reading;
  private final Answers answers;
  private final Function<Lease, ReleaseNotes> notes;

  Inquiries(
      CurrentStore store,
      SparqlSettings settings,
      QueryReader reading,
      Answers answers,
      Function<Lease, ReleaseNotes> notes) {
    this.store = store;
    this.settings = settings;
    this.reading = reading;
    this.answers = answers;
    this.notes = notes;
  }

  /**
   * An answer.
   *
   * @param mediaType CSV for tables, Turtle or TriG for graphs
   * @param more whether there are more solutions than were wanted
   */
  public record Told(String mediaType, String text, boolean more) {}

  /**
   * Asks a query.
   *
   * @param most so many solutions at most; the query's own limit may be lower
   * @throws Problem when it is refused, fails, or is not done in time
   */
  public Told ask(
      String text,
      int most,
      Visitor visitor,
      HttpServletRequest request,
      HttpServletResponse response)
      throws Exception {
    if (text.isBlank()) {
      throw Problem.badRequest("The query is empty.");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > settings.maxQueryBytes()) {
      throw RequestBody.tooLong(settings.maxQueryBytes());
    }
    Lease lease = store.lease();
    boolean handedOver = false;
    try {
      ReleaseNotes known = notes.apply(lease);
      Question question = question(text, most, visitor, known);
      Held held = new Held(request, response);
      handedOver = true;
      answers.data(question, held, lease, known);
      String body = new String(held.body, StandardCharsets.UTF_8);
      boolean more = question.query().form() == QueryForm.SELECT && rows(body) > most;
      return new Told(
          question.representation().format().mediaType(), more ? first(body, most) : body, more);
    } finally {
      if (!handedOver) {
        lease.close();
      }
    }
  }

  private Question question(String text, int most, Visitor visitor, ReleaseNotes known) {
    SparqlRequest asked =
        new SparqlRequest(text, List.of(), List.of(), "", settings.queryTimeout());
    SparqlQuery read = reading.read(asked, known.release().base(), known.prefixes());
    // One more, to know whether there are more.
    SparqlQuery query = read.form() == QueryForm.SELECT ? read.limited(most + 1L) : read;
    boolean table = query.form() == QueryForm.SELECT || query.form() == QueryForm.ASK;
    String format = table ? "csv" : query.form() == QueryForm.DATASET ? "trig" : "ttl";
    Representation chosen = query.form().choose(format, List.of());
    return Question.of(asked, query, chosen, visitor, known.release(), true);
  }

  /** Rows of a table beside its head; line breaks in quotes end none. */
  private static int rows(String csv) {
    int rows = -1;
    for (int end = end(csv, 0); end >= 0; end = end(csv, end)) {
      rows++;
    }
    return rows;
  }

  private static String first(String csv, int most) {
    int end = 0;
    for (int row = 0; row <= most && end >= 0; row++) {
      end = end(csv, end);
    }
    return end < 0 ? csv : csv.substring(0, end);
  }

  /** Where the row that begins here ends, or -1 when there is none. */
  private static int end(String csv, int from) {
    boolean quoted = false;
    for (int i = from; i < csv.length(); i++) {
      if (csv.charAt(i) == '"') {
        quoted = !quoted;
      } else if (csv.charAt(i) == '\n' && !quoted) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Keeps an answer; one that is too large to be held back is refused. */
  private static final class Held implements Reply {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private volatile byte[] body = new byte[0];

    Held(HttpServletRequest request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
    }

    @Override
    public HttpServletRequest request() {
      return request;
    }

    @Override
    public HttpServletResponse response() {
      return response;
    }

    @Override
    public void send(byte[] whole) {
      body = whole;
    }

    @Override
    public void page(String template, Map<String, ?> model) {
      throw new IllegalStateException("No page was asked for");
    }

    @Override
    public OutputStream stream() throws IOException {
      body =
          "# The answer is too large to be told here: ask for less.\n"
              .getBytes(StandardCharsets.UTF_8);
      throw new IOException("Too large to be held");
    }

    @Override
    public void breakOff() {}
  }
}
