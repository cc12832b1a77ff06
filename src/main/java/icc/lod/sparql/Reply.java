package icc.lod.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Where the answer to one question goes. One thread at a time. */
interface Reply {
  /** The servlet's side of it, which Fuseki's operations want. */
  HttpServletRequest request();

  HttpServletResponse response();

  /** Answers with a body that is whole. */
  void send(byte[] body);

  /** Answers with a page. */
  void page(String template, Map<String, ?> model);

  /** Starts to answer with a body whose end is not known. */
  OutputStream stream() throws IOException;

  /** Ends an answer under way so that nobody takes it for whole. */
  void breakOff();
}
