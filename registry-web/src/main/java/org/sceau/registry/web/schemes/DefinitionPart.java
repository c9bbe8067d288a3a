package org.sceau.registry.web.schemes;

/**
 * A definition in one language.
 *
 * @param lang  code of the language, for its {@code lang} attribute
 * @param first whether it heads the page
 */
public record DefinitionPart(String lang, boolean first, String title, String text) {}
