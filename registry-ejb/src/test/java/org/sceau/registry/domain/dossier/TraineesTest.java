package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.rule.Condition;

/** Trainees in audits of level high only observe: PASSI 2.2, level-dependent rules. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TraineesTest {
    private static final String INTRUSION = "PENETRATION_TEST";
    private static final Optional<Assignment.Attestation> ATTESTED = Optional.of(
            new Assignment.Attestation("ATT-1", LocalDate.parse("2024-02-01"), LocalDate.parse("2026-12-31")));

    @Test
    void at_level_high_a_trainee_who_takes_part_keeps_the_requirement_from_being_met_even_with_an_attestation() {
        Story high = evaluated("HIGH");
        show(high, auditor(), trainee(Assignment.Trainee.TAKES_PART, ATTESTED));

        assertThat(Foreseen.of(high.look()))
                .extracting(Finding::code)
                .as("the finding is raised before anybody concludes")
                .containsExactly("trainee-takes-part");
        assertThat(code(() -> high.concludes(EVALUATOR, "staff-competence", true)))
                .isEqualTo("trainee-takes-part");
        high.concludes(EVALUATOR, "staff-competence", false);
    }

    @Test
    void at_level_high_a_trainee_who_observes_needs_no_attestation_and_stands_for_no_activity() {
        Story high = evaluated("HIGH");
        show(high, trainee(Assignment.Trainee.OBSERVES, ATTESTED));
        assertThat(code(() -> high.concludes(EVALUATOR, "staff-competence", true)))
                .as("nobody did it")
                .isEqualTo("attestation-missing");

        show(high, auditor(), trainee(Assignment.Trainee.OBSERVES, Optional.empty()));
        high.concludes(EVALUATOR, "staff-competence", true);
    }

    @Test
    void at_level_substantial_a_trainee_takes_part() {
        Story substantial = evaluated("SUBSTANTIAL");
        show(substantial, trainee(Assignment.Trainee.TAKES_PART, Optional.empty()));

        substantial.concludes(EVALUATOR, "staff-competence", true);
    }

    @Test
    void whatever_grants_at_level_high_looks_at_trainees_again() {
        Move.Demanded asked =
                new Move.Demanded(Guard.TRAINEES_OBSERVE, Optional.of(new Condition.Level(Set.of("HIGH"))));

        assertThat(evaluated("HIGH")
                        .look()
                        .scheme()
                        .conduct()
                        .orElseThrow()
                        .procedure()
                        .moves())
                .filteredOn(move -> Set.of("grant", "renew", "extend-scope").contains(move.step()))
                .hasSize(3)
                .allMatch(move -> move.guards().contains(asked));
    }

    @Test
    void a_record_from_before_trainees_were_told_apart_reads_as_that_of_somebody_who_is_none() {
        Assignment plain = new Assignment("Nora Belkacem", INTRUSION, LocalDate.parse("2026-02-10"), ATTESTED);
        String before = CanonicalRecord.text(plain);

        assertThat(before).doesNotContain("trainee", "duty");
        assertThat(CanonicalRecord.parse(before, Assignment.class)).isEqualTo(plain);
        Assignment observes = trainee(Assignment.Trainee.OBSERVES, Optional.empty());
        assertThat(CanonicalRecord.parse(CanonicalRecord.text(observes), Assignment.class))
                .isEqualTo(observes);
    }

    private static void show(Story story, Assignment... staff) {
        story.becomes(Filing.staff(story.look(), List.of(staff), List.of(), EVALUATOR));
    }

    private static Assignment auditor() {
        return new Assignment(
                "Nora Belkacem",
                INTRUSION,
                LocalDate.parse("2026-02-10"),
                ATTESTED,
                Optional.empty(),
                Optional.of(Assignment.Duty.LEADS_TEAM));
    }

    private static Assignment trainee(Assignment.Trainee does, Optional<Assignment.Attestation> attested) {
        return new Assignment(
                "Léo Kerjean", INTRUSION, LocalDate.parse("2026-02-10"), attested, Optional.of(does), Optional.empty());
    }

    private static Story evaluated(String level) {
        return Services.evaluated("passi", "2.2", level, Set.of(INTRUSION));
    }
}
