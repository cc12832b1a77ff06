package icc.lod.sparql;

/**
 * The format chosen for an answer.
 *
 * @param type the Content-Type it is sent with
 * @param negotiated whether the Accept field chose it, so that caches must know of it
 */
record Representation(ResultFormat format, String type, boolean negotiated) {}
