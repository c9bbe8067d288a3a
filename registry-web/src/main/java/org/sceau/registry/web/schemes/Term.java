package org.sceau.registry.web.schemes;

/**
 * A term or a rule of a scheme with where it comes from.
 *
 * @param code     short code or identifier; may be empty
 * @param note     what a reader should know; may be empty
 * @param verified false when nobody has read the source: shown as such
 */
public record Term(String code, String label, String note, String source, boolean verified) {}
