package org.sceau.registry.web.status;

/**
 * The answer to "is it valid?", ready to be shown.
 *
 * @param tone   style class: {@code ok}, {@code pause}, {@code stop}, {@code past}, {@code care} or {@code next}
 * @param mark   name of its icon and seal: the status code, or {@code unknown}
 * @param tag    one word: "En vigueur"
 * @param says   the sentence: "En vigueur jusqu’au 12 mars 2031"
 * @param means  what that means for the reader
 * @param line   the dates alone, short, for rows: "jusqu’au 12 mars 2031"; may be empty
 * @param reason the published ground; empty when none was given
 */
public record Verdict(String tone, String mark, String tag, String says, String means, String line, String reason) {}
