package icc.lod.tools;

import icc.lod.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something a model may do here.
 *
 * @param parameters by name
 */
record Tool(
    String name, String title, String description, List<Parameter> parameters, Doing doing) {

  Tool {
    parameters = List.copyOf(parameters);
  }

  /**
   * A parameter.
   *
   * @param schema of its value (JSON Schema 2020-12)
   */
  record Parameter(String name, boolean required, Map<String, Object> schema) {
    Parameter {
      schema = Map.copyOf(schema);
    }

    static Parameter text(String name, boolean required, String description) {
      return new Parameter(name, required, Map.of("type", "string", "description", description));
    }

    static Parameter number(String name, int most, String description) {
      return new Parameter(
          name,
          false,
          Map.of("type", "integer", "minimum", 1, "maximum", most, "description", description));
    }

    static Parameter texts(String name, int most, String description) {
      return new Parameter(
          name,
          true,
          Map.of(
              "type",
              "array",
              "items",
              Map.of("type", "string"),
              "minItems",
              1,
              "maxItems",
              most,
              "description",
              description));
    }
  }

  /** What it does. */
  @FunctionalInterface
  interface Doing {
    String with(Arguments arguments, Asking asking) throws Exception;
  }

  /** The arguments of one call. */
  record Arguments(Map<String, Object> values) {
    Arguments {
      values = Map.copyOf(values);
    }

    /**
     * A text that must be there.
     *
     * @throws Problem 400 when it is not
     */
    String text(String name) {
      return optional(name)
          .filter(text -> !text.isBlank())
          .orElseThrow(() -> Problem.badRequest("The argument '" + name + "' is missing."));
    }

    Optional<String> optional(String name) {
      return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    int number(String name, int otherwise, int most) {
      return values.get(name) instanceof Number number
          ? Math.clamp(number.longValue(), 1, most)
          : otherwise;
    }

    List<String> texts(String name) {
      List<String> texts = new ArrayList<>();
      if (values.get(name) instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof String text && !text.isBlank()) {
            texts.add(text);
          }
        }
      }
      if (texts.isEmpty()) {
        throw Problem.badRequest("The argument '" + name + "' is a list of texts.");
      }
      return texts;
    }
  }

  /** The schema of its arguments. */
  Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required", parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
    schema.put("additionalProperties", false);
    return schema;
  }
}
