package org.sceau.registry.domain.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintTest {
    private static final Instant AT = Instant.parse("2026-05-12T08:00:00Z");
    private static final Person HANDLER = handler("y.prigent");
    private static final Person OTHER = handler("s.lebras");

    private static Person handler(String name) {
        return new Person(name, "Service des réclamations", Role.COMPLAINT_HANDLER);
    }

    private static Complaint filed() {
        return Complaint.filed(
                new ComplaintId(UUID.randomUUID()),
                new Filing(
                        "R-2026-014",
                        Filing.Kind.COMPLAINT,
                        new Contested.Body("Un organisme"),
                        Optional.empty(),
                        new Complainant("i.abgrall", Optional.empty(), Optional.empty()),
                        Filing.Channel.ACCOUNT,
                        "Il se dit qualifié.",
                        new Person("i.abgrall", "Halcyon Cards", Role.SPONSOR),
                        AT,
                        LocalDate.parse("2026-05-12")));
    }

    private static Complaint taken(Complaint complaint, Progress.Act act, Person by) {
        return switch (act) {
            case ASSIGNED -> complaint.assigned(HANDLER, by, AT);
            case ADMITTED -> complaint.admitted(by, AT, "Texte.");
            case INVESTIGATED -> complaint.investigated(by, AT, "Texte.");
            case INFORMED -> complaint.informed(by, AT, "Texte.");
            case NOTED -> complaint.noted(by, AT, "Texte.");
        };
    }

    private static Complaint ended(Complaint complaint, Complaint.End end, Person by) {
        return complaint.ended(new Outcome(
                end == Complaint.End.DISMISSED ? Outcome.Finding.INADMISSIBLE : Outcome.Finding.UNFOUNDED,
                "Motifs.",
                Optional.empty(),
                "Un recours.",
                by,
                AT));
    }

    private static boolean isAccepted(Supplier<Complaint> act) {
        try {
            return act.get().version() > 1;
        } catch (Refused refused) {
            return false;
        }
    }

    /** One in every state, and one that has no room for another step. */
    private static List<Complaint> everywhere() {
        Complaint assigned = taken(filed(), Progress.Act.ASSIGNED, HANDLER);
        Complaint admitted = taken(assigned, Progress.Act.ADMITTED, HANDLER);
        Complaint investigated = taken(admitted, Progress.Act.INVESTIGATED, HANDLER);
        Complaint full = investigated;
        while (full.progress().size() < Complaint.MAX_STEPS) {
            full = taken(full, Progress.Act.NOTED, HANDLER);
        }
        List<Complaint> all = new ArrayList<>(List.of(filed(), assigned, admitted, investigated, full));
        all.add(ended(assigned, Complaint.End.DISMISSED, HANDLER));
        all.add(ended(full, Complaint.End.CONCLUDED, HANDLER));
        return all;
    }

    @Test
    void the_fixtures_reach_every_state() {
        assertThat(everywhere()).extracting(Complaint::state).contains(Complaint.State.values());
    }

    /** A desk that offered what is refused, or hid what is open, would be wrong either way. */
    @Test
    void what_is_offered_to_somebody_is_what_is_accepted_of_them() {
        for (Complaint complaint : everywhere()) {
            for (Person by : List.of(HANDLER, OTHER)) {
                for (Progress.Act act : Progress.Act.values()) {
                    if (act != Progress.Act.ASSIGNED) {
                        assertThat(complaint.steps(by.name()).contains(act))
                                .as("%s by %s when %s", act, by.name(), complaint.state())
                                .isEqualTo(isAccepted(() -> taken(complaint, act, by)));
                    }
                }
                for (Complaint.End end : Complaint.End.values()) {
                    assertThat(complaint.end(by.name()).equals(Optional.of(end)))
                            .as("%s by %s when %s", end, by.name(), complaint.state())
                            .isEqualTo(isAccepted(() -> ended(complaint, end, by)));
                }
            }
        }
    }

    @Test
    void it_is_given_to_another_handler_and_not_to_its_own_again() {
        Complaint assigned = filed().assigned(HANDLER, HANDLER, AT);

        assertThat(isAccepted(() -> assigned.assigned(HANDLER, OTHER, AT))).isFalse();
        assertThat(assigned.assigned(OTHER, HANDLER, AT).handler()).contains(OTHER);
    }
}
