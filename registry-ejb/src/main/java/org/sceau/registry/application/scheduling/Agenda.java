package org.sceau.registry.application.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.visa.VisaId;

/** What may need scheduled work, by id, and what came of it besides tasks and notices. Ids alone: a row that cannot be read holds up none. */
public interface Agenda {

    /** Which part of what a duty asks for: changed after a journal position, behind an id, at most so many. */
    record Part(OptionalLong since, Optional<UUID> after, int most) {}

    /** Visas whose last day is one of these. */
    List<UUID> ending(LocalDate first, LocalDate last, Part part);

    /** Visas that are or were suspended. */
    List<UUID> suspended(Part part);

    /** Visas of which a remedy was ever asked; one is changed when one of its remedies is. */
    List<UUID> remedied(Part part);

    /** Visas that rest on others; one is changed when a visa it rests on is. */
    List<UUID> resting(Part part);

    /** Visas that a dossier of one of these schemes granted; one is changed when a dossier about it is. */
    List<UUID> granted(Set<SchemeId> schemes, Part part);

    /** Dossiers that have not ended, and those with open tasks. */
    List<UUID> openDossiers(Part part);

    /** Open proposals whose last day is one of these. */
    List<UUID> expiring(LocalDate first, LocalDate last, Part part);

    /** Proposals that were carried out at or after an instant. */
    List<UUID> carriedOut(Instant from, Part part);

    /** Dossiers that were acted on at or after an instant, ended ones too. */
    List<UUID> actedOn(Instant from, Part part);

    /** Whether the end of a visa's validity is on record with its first day after. */
    boolean isEnded(VisaId visa, LocalDate day);

    void end(VisaId visa, LocalDate day, long position);

    /**
     * The legal days and positions of the decisions about a visa that were carried out and judged its worth anew; oldest first. Corrections,
     * advice, maintenance, and what ends or prolongs a suspension for its own reasons do not.
     */
    List<Decided> decisions(VisaId visa);

    /** A decision that was carried out. */
    record Decided(Instant at, long position) {}
}
