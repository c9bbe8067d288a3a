package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.registry.domain.dossier.IssueMustHoldTest.AT;
import static org.sceau.registry.domain.dossier.IssueMustHoldTest.DAY;
import static org.sceau.registry.domain.dossier.IssueMustHoldTest.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.duty.Competence;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WalkMustHoldTest {
    private static final SchemeVersionId EUCC = SchemeVersionId.of("eucc", "2025-12-29");
    private static final Competent CARD =
            new Competent(Story.SCHEMES.version(EUCC).orElseThrow(), Story.card(5, Optional.of("smartcards")), DAY);
    private static final Optional<Refusal> NO_GAP = Optional.empty();

    @Test
    void invariant_01_an_evaluation_that_starts_without_an_accreditation_in_force_is_seen() {
        passes(() -> starts(laboratory(DAY, 5)));
        isSeen(() -> starts(laboratory(DAY.minusDays(1), 5)));
    }

    @Test
    void invariant_05_a_review_that_starts_after_the_accreditation_ended_is_seen() {
        passes(() -> ends(laboratory(DAY, 5)));
        isSeen(() -> ends(laboratory(DAY.minusDays(1), 5)));
    }

    @Test
    void invariant_02_and_70_a_laboratory_that_is_thought_fit_below_the_AVA_VAN_is_seen() {
        passes(() -> known(laboratory(DAY, 5), NO_GAP));
        isSeen(() -> known(laboratory(DAY, 3), NO_GAP));
    }

    @Test
    void invariant_02_and_70_a_laboratory_that_is_thought_unfit_without_a_gap_is_seen() {
        Optional<Refusal> gap = Optional.of(Refusal.of("lab-scope-van", Refusal.Kind.CONFLICT));

        isSeen(() -> known(laboratory(DAY, 5), gap));
    }

    @Test
    void invariant_25_a_dossier_that_changes_its_scheme_version_is_seen() {
        Dossier before = dossier(EUCC, List.of());

        isSeen(() -> WalkMustHold.holds_25_the_scheme_version_stays(
                before, dossier(SchemeVersionId.of("eucc", "2025-01-08"), List.of()), "here"));
    }

    @Test
    void invariant_38_a_conclusion_that_is_gone_or_another_is_seen() {
        History before = dossier(EUCC, List.of(conclusion(true))).history();

        isSeen(() -> WalkMustHold.holds_38_history_only_grows(
                before, dossier(EUCC, List.of()).history(), "here"));
        isSeen(() -> WalkMustHold.holds_38_history_only_grows(
                before, dossier(EUCC, List.of(conclusion(false))).history(), "here"));
    }

    private static void starts(Laboratory laboratory) {
        WalkMustHold.holds_01_an_evaluation_starts_with_a_competent_laboratory(CARD, List.of(laboratory), "here");
    }

    private static void ends(Laboratory laboratory) {
        WalkMustHold.holds_05_an_evaluation_is_relied_on_while_its_laboratory_is_competent(
                CARD, List.of(laboratory), "here");
    }

    private static void known(Laboratory laboratory, Optional<Refusal> gap) {
        WalkMustHold.holds_02_and_70_it_is_known_who_is_competent(CARD, List.of(laboratory), gap, "here");
    }

    private static void passes(ThrowingCallable check) {
        assertThatCode(check).doesNotThrowAnyException();
    }

    private static void isSeen(ThrowingCallable check) {
        assertThatThrownBy(check).isInstanceOf(AssertionError.class);
    }

    private static Conclusion conclusion(boolean favourable) {
        return new Conclusion("review-conclusion", favourable, "Motifs.", Story.REVIEWER, AT);
    }

    private static Dossier dossier(SchemeVersionId scheme, List<Conclusion> conclusions) {
        History history = new History(
                List.of(entry("draft", "open", Story.VENDOR)),
                List.of(),
                conclusions,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return IssueMustHoldTest.dossier(
                scheme, Story.card(5, Optional.of("smartcards")), history, List.of(), List.of());
    }

    private static Laboratory laboratory(LocalDate last, int van) {
        return new Laboratory(
                new LaboratoryId(new UUID(8, 1)),
                Organisation.named("Arvor Évaluation"),
                Laboratory.Kind.EVALUATION_FACILITY,
                List.of(
                        title(Competence.Title.ACCREDITATION, last, van),
                        title(Competence.Title.AUTHORISATION, last, van)));
    }

    private static Title title(Competence.Title kind, LocalDate last, int van) {
        return new Title(
                        kind,
                        "REF-1",
                        "Comité fictif",
                        Set.of(new SchemeId("eucc")),
                        DAY.minusYears(1),
                        last,
                        new Coverage(
                                OptionalInt.of(van),
                                Set.of("smartcards"),
                                Set.of(),
                                Set.of("SMART_CARDS"),
                                Set.of(),
                                Set.of()),
                        List.of())
                .under("1.6c");
    }
}
