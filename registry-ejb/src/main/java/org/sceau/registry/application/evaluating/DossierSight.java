package org.sceau.registry.application.evaluating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.DocumentType.DocumentClass;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;

/**
 * A dossier as one reader sees it on a legal day, with what follows from it that day.
 *
 * @param level        the level asked for, or the one that follows from what is declared
 * @param laboratories those assigned
 * @param clocks       that run, the earliest last day first
 * @param late         what came after its last day
 * @param rejectedBySilence when silence became a rejection
 * @param remedyOfSilence how that is contested (invariant 59); present with it
 * @param daysAtStages days spent at each stage, by its id, in the order of first entry
 * @param reader       who looks
 */
public record DossierSight(
        Dossiers.Recorded recorded,
        SchemeVersion scheme,
        LocalDate day,
        Optional<String> level,
        List<Laboratory> laboratories,
        List<Clocks.Running> clocks,
        List<Clocks.Late> late,
        Optional<LocalDate> rejectedBySilence,
        Optional<LegalRemedy> remedyOfSilence,
        Map<String, Long> daysAtStages,
        Reader reader) {

    /**
     * Who looks.
     *
     * @param handler whether it handles or audits dossiers of others
     */
    public record Reader(String organisation, boolean handler) {}

    public Dossier dossier() {
        return recorded.dossier();
    }

    /** Whether the reader learns the account name of somebody: handlers and auditors do, others only among their own. */
    public boolean names(Person person) {
        return reader.handler() || reader.organisation().equals(person.organisation());
    }

    /**
     * Whether the reader learns more of a document than that it is there: as {@link DocumentClass} says. Exploitation details are for
     * whoever deposited them.
     */
    public boolean opens(DocumentType type, Person depositor) {
        boolean own = reader.organisation().equals(depositor.organisation());
        return switch (type.documentClass()) {
            case PUBLIC, RESTRICTED -> true;
            case CONFIDENTIAL -> reader.handler() || own;
            case EXPLOITATION -> own;
        };
    }
}
