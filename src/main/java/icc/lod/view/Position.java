package icc.lod.view;

/**
 * A place on the map. Public, for the template engine reads it.
 *
 * @param href a map of the neighbourhood elsewhere on the Web
 */
public record Position(String latitude, String longitude, String href) {}
