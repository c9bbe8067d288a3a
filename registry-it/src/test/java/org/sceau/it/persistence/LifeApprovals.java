package org.sceau.it.persistence;

import static org.sceau.it.persistence.Matters.seen;

import java.util.Optional;
import java.util.Random;
import org.sceau.it.house.House;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;

/** Who asks the authority for an approval, and the two who answer. */
final class LifeApprovals {
    private final House house;
    private final Random random;
    private final LifePeople people;

    LifeApprovals(House house, Random random, LifePeople people) {
        this.house = house;
        this.random = random;
        this.people = people;
    }

    /** Asks for an approval, and for a later end where that is what it allows. */
    void ask(Dossier dossier, ApprovalType type) {
        boolean longer = house.schemes
                .version(dossier.opening().scheme())
                .orElseThrow()
                .validity()
                .longerWith()
                .equals(Optional.of(type.id()));
        house.handling.askApproval(
                people.somebody(dossier, type.askedBy()),
                dossier.id(),
                seen(dossier),
                type.id(),
                "Justification.",
                longer ? Optional.of(house.calendar.today().plusYears(7)) : Optional.empty());
    }

    /**
     * Proposes an answer, or approves the one that waits.
     *
     * @return which of the two
     */
    String answer(Dossier dossier, ApprovalType type, Approval approval) {
        Optional<Approval.Proposed> waiting = approval.openOn(house.calendar.today());
        if (waiting.isEmpty()) {
            house.handling.answerApproval(
                    people.somebody(dossier, type.by()),
                    dossier.id(),
                    seen(dossier),
                    type.id(),
                    random.nextInt(6) > 0,
                    house.calendar.today(),
                    "Motifs.");
            return "answer";
        } else {
            house.handling.approveAnswer(
                    people.second(dossier, type.by()),
                    dossier.id(),
                    seen(dossier),
                    type.id(),
                    waiting.get().digest());
            return "second word";
        }
    }
}
