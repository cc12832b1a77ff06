package icc.lod.tools;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON as the SDK writes it, but for refused requests: its transport writes the exception itself,
 * stack trace and all, where JSON-RPC has a response with an error (2.0, section 5.1).
 */
final class ToolJson implements McpJsonMapper {
  private final McpJsonMapper sdk;

  ToolJson(McpJsonMapper sdk) {
    this.sdk = sdk;
  }

  private static Object told(Object value) {
    if (!(value instanceof McpError error)) {
      return value;
    }
    JSONRPCError known = error.getJsonRpcError();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("code", known.code());
    told.put("message", known.message());
    // Which request it was is not known; the section wants that said as null.
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("jsonrpc", "2.0");
    response.put("id", null);
    response.put("error", told);
    return response;
  }

  @Override
  public String writeValueAsString(Object value) throws IOException {
    return sdk.writeValueAsString(told(value));
  }

  @Override
  public byte[] writeValueAsBytes(Object value) throws IOException {
    return sdk.writeValueAsBytes(told(value));
  }

  @Override
  public <T> T readValue(String text, Class<T> type) throws IOException {
    return sdk.readValue(text, type);
  }

  @Override
  public <T> T readValue(byte[] text, Class<T> type) throws IOException {
    return sdk.readValue(text, type);
  }

  @Override
  public <T> T readValue(String text, TypeRef<T> type) throws IOException {
    return sdk.readValue(text, type);
  }

  @Override
  public <T> T readValue(byte[] text, TypeRef<T> type) throws IOException {
    return sdk.readValue(text, type);
  }

  @Override
  public <T> T convertValue(Object value, Class<T> type) {
    return sdk.convertValue(value, type);
  }

  @Override
  public <T> T convertValue(Object value, TypeRef<T> type) {
    return sdk.convertValue(value, type);
  }
}
