package icc.lod.search;

/** A piece of a text. Public, for the template engine reads it. */
public record Piece(String text, boolean marked) {}
