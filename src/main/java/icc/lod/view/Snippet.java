package icc.lod.view;

/**
 * A query as a piece of a program, ready to run.
 *
 * @param id what anchors and classes name it by
 * @param name what people call the language
 */
public record Snippet(String id, String name, String code) {}
