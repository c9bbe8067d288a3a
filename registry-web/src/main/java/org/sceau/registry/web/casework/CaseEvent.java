package org.sceau.registry.web.casework;

import java.time.Instant;

/**
 * Something that happened to a dossier.
 *
 * @param at   when it was recorded; the order of the timeline
 * @param when the same in words, with the legal day where that is another
 * @param mark name of its icon
 * @param what in one sentence
 * @param note what was said with it; empty for most
 */
public record CaseEvent(Instant at, String when, String mark, String what, String note) {}
