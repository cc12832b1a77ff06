package icc.lod.changes;

import java.util.Locale;

/** What happened to an entity in a release (ActivityStreams 2.0 names such activities). */
enum Action {
  CREATE("Create"),
  UPDATE("Update"),
  DELETE("Delete");

  private final String activity;

  Action(String activity) {
    this.activity = activity;
  }

  /** The local name of its class. */
  String activity() {
    return activity;
  }

  /** How keys of messages and style classes name it. */
  String key() {
    return activity.toLowerCase(Locale.ROOT);
  }
}
