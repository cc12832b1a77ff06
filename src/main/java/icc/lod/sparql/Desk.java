package icc.lod.sparql;

import icc.lod.store.Release;
import icc.lod.view.Edition;
import icc.lod.view.Snippet;
import icc.lod.view.Snippets;
import icc.lod.web.Problem;
import icc.lod.web.PublicUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the query desk shows: the form, with an answer or with what was wrong. Thread-safe. */
final class Desk {
  static final String LINKS = SparqlRoutes.PATH + "/links";

  static final String TEMPLATE = "sparql/desk";

  /** Outlines for maps, which the map of another feature brings along. */
  private static final String OUTLINES = "/static/search/countries.geojson";

  /** The programs ask by GET, which servers and proxies take up to a length. */
  private static final int LONGEST_IN_ADDRESS = 4000;

  private final SparqlSettings settings;
  private final PublicUrl publicUrl;
  private final SavedQueries saved;

  Desk(SparqlSettings settings, PublicUrl publicUrl, SavedQueries saved) {
    this.settings = settings;
    this.publicUrl = publicUrl;
    this.saved = saved;
  }

  PublicUrl publicUrl() {
    return publicUrl;
  }

  /** The desk of the release that a request is about. */
  Desk at(Edition edition) {
    return new Desk(settings, edition.within(publicUrl), saved);
  }

  /** Where the endpoint is, for links of pages. */
  String path() {
    return publicUrl.path(SparqlRoutes.PATH);
  }

  /** The desk as it first meets a visitor. */
  Map<String, Object> fresh(ReleaseNotes notes) {
    return around(EndpointForm.fresh(), notes);
  }

  /** The desk with a query that has not been asked yet. */
  Map<String, Object> written(String query, ReleaseNotes notes) {
    return around(EndpointForm.written(query), notes);
  }

  /** The desk with the answer to a query. */
  Map<String, Object> answered(
      Question question,
      HttpServletRequest request,
      ReleaseNotes notes,
      ResultTable table,
      Duration taken) {
    SparqlRequest asked = question.request();
    EndpointForm form = EndpointForm.filled(asked, question.query(), publicUrl);
    Map<String, Object> model = around(form, notes);
    model.put("table", table);
    model.put("taken", SparqlRoutes.seconds(taken));
    model.put("shown", Beginning.SHOWN);
    if (asked.query().length() <= LONGEST_IN_ADDRESS) {
      model.put("snippets", snippets(request, asked.query(), question.query().form()));
    }
    String hash = SavedQueries.hash(asked.query());
    Release release = notes.release();
    saved
        .find(hash)
        .ifPresent(
            query ->
                model.put(
                    "link", publicUrl.past().isEmpty() ? link(hash) : citation(hash, release)));
    return model;
  }

  /** The desk with a query and why it was not answered. */
  Map<String, Object> failed(String query, Problem problem, ReleaseNotes notes) {
    Map<String, Object> model = around(EndpointForm.written(query), notes);
    model.put("problem", problem);
    model.put("misread", Misread.of(problem, query));
    return model;
  }

  /** The query as programs ask it. */
  List<Snippet> snippets(HttpServletRequest request, String query, QueryForm form) {
    Snippets.Answer answer =
        switch (form) {
          case SELECT -> Snippets.Answer.TABLE;
          case ASK -> Snippets.Answer.VERDICT;
          case GRAPH -> Snippets.Answer.GRAPH;
          case DATASET -> Snippets.Answer.DATASET;
        };
    return Snippets.of(endpoint(request), query, answer);
  }

  /** The address of a query that is kept. */
  String link(String hash) {
    return publicUrl.absolute(DeskRoutes.SHORT + hash);
  }

  /** The address of a query that is answered by one release for good. */
  String citation(String hash, Release release) {
    return publicUrl.absolute(DeskRoutes.SHORT + hash + "/" + release.number());
  }

  /** Where the endpoint is, for programs. */
  String endpoint(HttpServletRequest request) {
    String server = request.getRequestURL().toString().replaceFirst("^(https?://[^/]+).*", "$1");
    String absolute = publicUrl.absolute(SparqlRoutes.PATH);
    return publicUrl.text().isEmpty() ? server + absolute : absolute;
  }

  private Map<String, Object> around(EndpointForm form, ReleaseNotes notes) {
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("endpoint", path());
    model.put(
        "cite", new PublicUrl(publicUrl.text()).inRelease(notes.release().number()).path(LINKS));
    model.put("notes", notes);
    model.put("release", Integer.toString(notes.release().number()));
    model.put("seconds", SparqlRoutes.seconds(settings.queryTimeout()));
    model.put("bytes", settings.maxQueryBytes());
    model.put("outlines", Desk.class.getResource(OUTLINES) == null ? "" : OUTLINES);
    for (QueryForm each : QueryForm.values()) {
      model.put("formats" + each.name(), names(each));
    }
    return model;
  }

  private static String names(QueryForm form) {
    Stream<ResultFormat> files = form.formats().stream().filter(f -> f != ResultFormat.PAGE);
    return files.map(format -> format.names().get(0)).collect(Collectors.joining(" "));
  }
}
