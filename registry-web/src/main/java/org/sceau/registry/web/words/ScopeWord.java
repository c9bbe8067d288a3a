package org.sceau.registry.web.words;

/**
 * A scope of a scheme beside one visa.
 *
 * @param code    short code, may be empty
 * @param label   in the language of the page
 * @param granted false when the visa does not cover it: absence is information
 */
public record ScopeWord(String code, String label, boolean granted) {}
