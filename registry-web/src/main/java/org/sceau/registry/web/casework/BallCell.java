package org.sceau.registry.web.casework;

/**
 * A cell of the strip that says who acts, until when and what follows.
 *
 * @param style {@code you} where it is the reader's turn, else empty
 */
public record BallCell(String term, String text, String style) {}
