package icc.lod.store;

import java.time.Instant;

/** Something that befell the releases and was mended or got round. */
public record Incident(Instant instant, String text) {}
