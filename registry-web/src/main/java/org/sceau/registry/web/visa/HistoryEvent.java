package org.sceau.registry.web.visa;

import java.time.LocalDate;

/**
 * Something that happened to a visa.
 *
 * @param effective legal day
 * @param tone style class of its status; empty for an act that changed none
 * @param icon name of its icon
 * @param day  in words
 * @param text more about it; may be empty
 */
public record HistoryEvent(LocalDate effective, String tone, String icon, String day, String what, String text) {}
