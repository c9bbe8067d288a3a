package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.persistence.HouseWordsMustHold.Printed;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.party.Role;

/** Each assertion of the walks about what the house does besides deciding sees the violation that it is there for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HouseWordsMustHoldTest {
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-16");
    private static final LocalDate MAY = LocalDate.parse("2026-05-16");
    private static final List<String> TOLD = List.of("Recours devant le tribunal administratif.");

    @Test
    void invariant_57_a_sample_of_five_in_130_is_seen() {
        isSeen(() -> HouseWordsMustHold.holds_57_a_sample_is_four_per_cent(5, 130, "here"));
        passes(() -> HouseWordsMustHold.holds_57_a_sample_is_four_per_cent(6, 130, "here"));
        passes(() -> HouseWordsMustHold.holds_57_a_sample_is_four_per_cent(1, 25, "here"));
        isSeen(() -> HouseWordsMustHold.holds_57_a_sample_is_four_per_cent(1, 26, "here"));
    }

    @Test
    void invariant_58_a_package_that_is_complete_or_sent_without_both_in_English_is_seen() {
        List<Deposit> report = List.of(document("CERTIFICATION_REPORT", "en"));
        List<Deposit> inFrench = List.of(report.get(0), document("SANITISED_SECURITY_TARGET", "fr"));
        List<Deposit> both = List.of(report.get(0), document("SANITISED_SECURITY_TARGET", "en"));

        isSeen(() -> packaged(report, true, false));
        isSeen(() -> packaged(inFrench, true, false));
        isSeen(() -> packaged(inFrench, false, true));
        isSeen(() -> packaged(List.of(both.get(1)), true, false));
        passes(() -> packaged(inFrench, false, false));
        passes(() -> packaged(both, true, true));
    }

    private static void packaged(List<Deposit> documents, boolean complete, boolean sent) {
        HouseWordsMustHold.holds_58_a_package_has_report_and_target_in_English(documents, complete, sent, "here");
    }

    @Test
    void invariant_59_silence_of_three_months_that_is_not_shown_or_not_told_is_seen() {
        List<StageEntry> complete = stages("submitted", "examination", "evaluation");
        LocalDate after = MAY.plusDays(1);

        isSeen(() -> silence(complete, after, false, TOLD));
        isSeen(() -> silence(complete, after, true, List.of()));
        isSeen(() -> silence(complete, after, true, List.of("Rejetée.")));
        passes(() -> silence(complete, after, true, TOLD));
        passes(() -> silence(complete, MAY, false, List.of()));
        passes(() -> silence(stages("submitted"), after, false, List.of()));
        for (String end : List.of("incomplete", "granted", "refused", "withdrawn", "closed")) {
            passes(() -> silence(stages("examination", end), after, false, List.of()));
        }
    }

    private static void silence(List<StageEntry> stages, LocalDate today, boolean shown, List<String> told) {
        HouseWordsMustHold.holds_59_silence_is_shown_and_told_with_its_remedies(stages, today, shown, told, "here");
    }

    @Test
    void invariant_60_a_delay_that_nobody_is_asked_about_or_told_of_is_seen() {
        LocalDate after = MAY.plusDays(10);

        isSeen(() -> delay(after, false, false, false, false));
        isSeen(() -> delay(after, false, true, true, false));
        passes(() -> delay(after, false, true, false, false));
        passes(() -> delay(after, false, true, true, true));
        passes(() -> delay(after, true, false, false, false));
        passes(() -> delay(MAY.plusDays(2), false, false, false, false));
    }

    private static void delay(LocalDate today, boolean ended, boolean asked, boolean answered, boolean explained) {
        HouseWordsMustHold.holds_60_a_delay_is_explained_or_asked_for(
                stages("submitted", "examination"), today, ended, asked, answered, explained, "here");
    }

    @Test
    void invariant_68_two_rows_that_became_one_visa_or_none_are_seen() {
        Printed one = new Printed("ANSSI-CSPN-2025/90", "Halcyon Cards", "HC-Coffre");
        Printed other = new Printed("ANSSI-CSPN-2025/90", "Halcyon Cards", "HC-Sas");

        isSeen(() -> rows(List.of(one, other), List.of(other)));
        isSeen(() -> rows(List.of(one), List.of(one, one)));
        passes(() -> rows(List.of(one, other, one), List.of(other, one)));
    }

    private static void rows(List<Printed> taken, List<Printed> visas) {
        HouseWordsMustHold.holds_68_subjects_of_one_reference_are_visas_of_their_own(taken, visas, "here");
    }

    /** Entered on the same day, one after the other. */
    private static List<StageEntry> stages(String... names) {
        List<StageEntry> stages = new ArrayList<>();
        for (String name : names) {
            stages.add(new StageEntry(
                    name, "step", Optional.empty(), Instant.parse("2026-02-16T08:00:00Z"), FEBRUARY, Optional.empty()));
        }
        return stages;
    }

    private static Deposit document(String type, String language) {
        return new Deposit(
                new UUID(3, 1),
                type,
                type,
                language,
                Optional.empty(),
                List.of(),
                "a".repeat(64),
                10,
                new Person("m.orvan", "Autorité de démonstration", Role.CERTIFIER),
                Instant.parse("2026-02-16T08:00:00Z"));
    }

    private static void passes(ThrowingCallable act) {
        assertThatCode(act).doesNotThrowAnyException();
    }

    private static void isSeen(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(AssertionError.class);
    }
}
