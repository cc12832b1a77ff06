package icc.lod.tools;

import icc.lod.web.Problem;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import jakarta.servlet.Servlet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tools as a server of the Model Context Protocol, made when first needed. Thread-safe. */
final class ToolServer {
  /** Attribute of a request: who asks. */
  static final String ASKING = "icc.lod.tools.asking";

  private static final Logger LOG = LoggerFactory.getLogger(ToolServer.class);
  private static final int MOST_REQUEST_BYTES = 1 << 20;

  /** More is no answer to read, in characters. */
  private static final int MOST_TEXT = 60_000;

  private static final String INSTRUCTIONS =
      "Linked open data, read-only. Find IRIs with search or lookup, read them with describe,"
          + " and answer questions over many things with query; examples shows the vocabulary."
          + " An answer that was cut says so in its last line.";

  private final Tools tools;
  private final Object making = new Object();
  private volatile Optional<Servlet> made = Optional.empty();

  ToolServer(Tools tools) {
    this.tools = tools;
  }

  /** The servlet that speaks the protocol. */
  Servlet servlet() {
    Optional<Servlet> now = made;
    if (now.isPresent()) {
      return now.get();
    }
    synchronized (making) {
      if (made.isEmpty()) {
        made = Optional.of(make());
      }
      return made.get();
    }
  }

  private Servlet make() {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .messageEndpoint(ToolRoutes.PATH)
            .jsonMapper(new ToolJson(McpJsonDefaults.getMapper()))
            .maxRequestSize(MOST_REQUEST_BYTES)
            .contextExtractor(
                request -> McpTransportContext.create(Map.of(ASKING, request.getAttribute(ASKING))))
            .build();
    List<SyncToolSpecification> all = tools.all().stream().map(this::specification).toList();
    McpServer.sync(transport)
        .serverInfo("icc-lod", version())
        .instructions(INSTRUCTIONS)
        .capabilities(ServerCapabilities.builder().tools(false).build())
        // In the thread of the request, which holds what the tools read.
        .immediateExecution(true)
        .tools(all)
        .build();
    return transport;
  }

  private static String version() {
    return Optional.ofNullable(ToolServer.class.getPackage().getImplementationVersion())
        .orElse("0");
  }

  private SyncToolSpecification specification(Tool tool) {
    McpSchema.Tool described =
        McpSchema.Tool.builder(tool.name(), tool.schema())
            .title(tool.title())
            .description(tool.description())
            .annotations(
                ToolAnnotations.builder()
                    .readOnlyHint(true)
                    .destructiveHint(false)
                    .idempotentHint(true)
                    .openWorldHint(false)
                    .build())
            .build();
    return new SyncToolSpecification(described, (context, request) -> call(tool, context, request));
  }

  private static CallToolResult call(
      Tool tool, McpTransportContext context, CallToolRequest request) {
    try {
      Asking asking = (Asking) context.get(ASKING);
      Map<String, Object> arguments = Optional.ofNullable(request.arguments()).orElse(Map.of());
      return result(cut(tool.doing().with(new Tool.Arguments(arguments), asking)), false);
    } catch (Problem problem) {
      return result(problem.title() + ": " + problem.detail(), true);
    } catch (Exception e) {
      LOG.error("The tool {} failed", tool.name(), e);
      return result("Internal error: this is our fault.", true);
    }
  }

  private static String cut(String text) {
    if (text.length() <= MOST_TEXT) {
      return text;
    }
    int line = text.lastIndexOf('\n', MOST_TEXT);
    int end = line > 0 ? line + 1 : MOST_TEXT;
    return text.substring(0, end)
        + "\n# Cut after "
        + end
        + " of "
        + text.length()
        + " characters: ask for less.\n";
  }

  private static CallToolResult result(String text, boolean error) {
    return CallToolResult.builder().addTextContent(text).isError(error).build();
  }
}
