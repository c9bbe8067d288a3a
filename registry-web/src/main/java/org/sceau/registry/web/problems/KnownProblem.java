package org.sceau.registry.web.problems;

/**
 * A public code in one language.
 *
 * @param code    stable, kebab-case, the same in every language
 * @param address its page in this language
 * @param title   what happened
 * @param remedy  what would make it possible
 */
public record KnownProblem(String code, String address, String title, String remedy) {}
