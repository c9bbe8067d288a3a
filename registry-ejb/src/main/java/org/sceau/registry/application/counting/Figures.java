package org.sceau.registry.application.counting;

import java.time.LocalDate;

/**
 * The registry in figures, for anybody to read.
 *
 * @param day legal day on which the visas were counted
 */
public record Figures(LocalDate day, VisaFigures visas, DossierFigures dossiers) {}
