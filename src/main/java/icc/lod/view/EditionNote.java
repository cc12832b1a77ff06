package icc.lod.view;

/**
 * What is said above a page of a past release. Public, for the template engine reads it.
 *
 * @param release its number
 * @param date when it was made
 * @param current the number of the current one
 * @param same whether that is the same
 * @param href the same page of the current one
 * @param states the list of its past states
 */
public record EditionNote(
    int release, String date, int current, boolean same, String href, String states) {}
