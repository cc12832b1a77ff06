package icc.lod.store;

import org.apache.jena.query.QueryBuildException;

/** The endpoint that holds the triples cannot answer a query, however often it is asked. */
public final class EndpointRefusedException extends QueryBuildException {
  private static final long serialVersionUID = 1L;

  EndpointRefusedException(String message) {
    super(message);
  }
}
