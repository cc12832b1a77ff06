package icc.lod.operations;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How log lines are written: for people, or one JSON object a line for programs. */
public enum LogFormat {
  TEXT,
  JSON;

  /** The format of this name. */
  public static Optional<LogFormat> of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "text" -> Optional.of(TEXT);
      case "json" -> Optional.of(JSON);
      default -> Optional.empty();
    };
  }

  /** Lets all appenders write so from now on; text is what they were configured for. */
  public void use() {
    if (this == TEXT || !(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    for (String logger : List.of(Logger.ROOT_LOGGER_NAME, AccessLog.class.getName())) {
      Iterator<Appender<ILoggingEvent>> appenders =
          context.getLogger(logger).iteratorForAppenders();
      while (appenders.hasNext()) {
        if (appenders.next() instanceof OutputStreamAppender<ILoggingEvent> appender) {
          write(appender, context);
        }
      }
    }
  }

  private static void write(OutputStreamAppender<ILoggingEvent> appender, LoggerContext context) {
    JsonEncoder json = new JsonEncoder();
    json.setContext(context);
    json.setWithSequenceNumber(false);
    json.setWithNanoseconds(false);
    json.setWithContext(false);
    json.setWithMDC(false);
    json.setWithArguments(false);
    json.setWithMessage(false);
    json.setWithFormattedMessage(true);
    json.start();
    appender.setEncoder(json);
  }
}
