package org.sceau.registry.domain.visa;

import java.time.LocalDate;

/**
 * What a visa said until something was decided, or told by a source, that holds from a later day.
 *
 * @param until last legal day, inclusive
 */
public record FormerTerms(Terms terms, LocalDate until) {}
