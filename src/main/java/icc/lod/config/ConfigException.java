package icc.lod.config;

import java.util.List;

/** The settings are wrong; every fault is a sentence that names the setting and how to mend it. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
