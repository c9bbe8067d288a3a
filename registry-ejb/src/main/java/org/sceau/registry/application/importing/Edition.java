package org.sceau.registry.application.importing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which edition of a catalogue a source is.
 *
 * @param day      day of the edition; absent when the importer did not say, and then printed recommendation marks cannot be
 *                 compared with the rule
 * @param received legal day on which we received it
 */
public record Edition(Optional<LocalDate> day, LocalDate received) {}
