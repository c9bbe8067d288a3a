package org.sceau.registry.domain.dossier.handling;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Engagement;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * A laboratory accepts its assignment or declines it (ISO/IEC 17025 7.1: a laboratory reviews a request before it takes it). Whoever has begun to
 * work on it has accepted; until then it may decline, and the dossier waits for another laboratory.
 */
public final class Engaging {
    private Engaging() {}

    /** The laboratory of an organisation that was assigned and has not said yes, nor begun to work; empty for the others. */
    public static Optional<LaboratoryId> open(Dossier dossier, List<Laboratory> assigned, String organisation) {
        return assigned.stream()
                .filter(laboratory -> laboratory.organisation().name().equals(organisation))
                .map(Laboratory::id)
                .filter(dossier.laboratories()::contains)
                .filter(id -> !hasAccepted(dossier, id) && !hasBegun(dossier, organisation))
                .findFirst();
    }

    private static boolean hasAccepted(Dossier dossier, LaboratoryId id) {
        return dossier.history().engagements().stream()
                .filter(said -> said.laboratory().equals(id))
                // One that declined once and is assigned again is asked again.
                .reduce((former, later) -> later)
                .filter(Engagement::accepted)
                .isPresent();
    }

    private static boolean hasBegun(Dossier dossier, String organisation) {
        return dossier.history().documents().stream()
                        .anyMatch(document -> document.by().organisation().equals(organisation))
                || dossier.history().conclusions().stream()
                        .anyMatch(said -> said.by().organisation().equals(organisation))
                || dossier.history().stages().stream()
                        .flatMap(entry -> entry.by().stream())
                        .anyMatch(by -> by.organisation().equals(organisation));
    }

    /** The same for somebody who looks, in the dossier as it is; empty too where the evaluation is over. */
    static Optional<LaboratoryId> open(Handling look, Person person) {
        boolean may = Rights.refusal(look, person, EnumSet.of(Role.EVALUATOR)).isEmpty();
        return may && Filing.assignable(look)
                ? open(
                        look.dossier(),
                        look.dossier().laboratories().stream()
                                .flatMap(id -> look.surroundings().laboratory(id).stream())
                                .toList(),
                        person.organisation())
                : Optional.empty();
    }

    /**
     * The dossier after a laboratory said yes, or no.
     *
     * @param declined why it declines; absent where it accepts
     * @throws org.sceau.registry.domain.refusal.Refused a right that is missing, {@code engagement-not-open} where the laboratory is not
     *     asked, has answered or has begun to work
     */
    public static Dossier answer(Handling look, Optional<String> declined, Person person) {
        Rights.refusal(look, person, EnumSet.of(Role.EVALUATOR)).ifPresent(refusal -> {
            throw refusal.asException();
        });
        LaboratoryId laboratory = open(look, person)
                .orElseThrow(() -> Refusal.of("engagement-not-open", Refusal.Kind.CONFLICT)
                        .with("stage", look.dossier().stage())
                        .asException());
        Dossier before = look.dossier();
        Dossier said = before.after(
                person,
                look.at(),
                before.history().engaging(new Engagement(laboratory, declined.isEmpty(), declined, person, look.at())));
        return declined.isEmpty() ? said : Stating.forgotten(look, said.without(laboratory), person);
    }
}
