package icc.lod.sparql;

import java.time.Duration;

public record SparqlSettings(Duration queryTimeout) {}
