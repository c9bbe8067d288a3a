package org.sceau.registry.web.administering;

/**
 * A value that nobody has read in its source.
 *
 * @param name   what people call it, else the end of its place in the file
 * @param place  keys that lead to it in the file
 * @param line   first line of it in the file, in words
 * @param source what is said to state it; empty where nothing is
 * @param text   its lines of the file
 */
public record ValueRow(String name, String place, String line, String source, String text) {}
