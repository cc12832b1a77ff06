package icc.lod.view;

/**
 * A link to the page of a thing. Public, for the template engine reads it.
 *
 * @param href where its page is
 * @param text its name
 * @param iri its IRI
 * @param outside the thing's own address, when that is elsewhere on the Web; or empty
 */
public record Link(String href, Text text, String iri, String outside) {}
