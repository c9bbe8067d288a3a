package org.sceau.registry.web.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.application.administering.Language.ENGLISH;
import static org.sceau.registry.application.administering.Language.FRENCH;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.web.form.Obstacle;

/** What the identifiers of a dossier are called on its page. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseWordsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");

    private final FictionalCase card = FictionalCase.of("eucc", "2025-12-29", DossierKind.INITIAL, "draft");
    private final CaseWords french = card.words(FRENCH);
    private final CaseWords english = card.words(ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, late",
        "2025-01-01, late",
        "2026-11-28, soon",
        "2026-12-08, soon",
        "2026-12-09, ''",
        "2099-01-01, ''"
    })
    void what_is_past_is_late_and_ten_days_are_soon(LocalDate due, String style) {
        assertThat(CaseWords.urgency(TODAY, due)).isEqualTo(style);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, 2 days late, 2 jours de retard",
        "2026-11-27, 1 day late, 1 jour de retard",
        "2026-11-28, today, aujourd’hui",
        "2026-11-29, in 1 day, dans 1 jour",
        "2026-12-04, in 6 days, dans 6 jours"
    })
    void a_distance_is_said_in_days(LocalDate due, String inEnglish, String inFrench) {
        assertThat(english.distance(TODAY, due)).isEqualTo(inEnglish);
        assertThat(french.distance(TODAY, due)).isEqualTo(inFrench);
    }

    @Test
    void what_the_scheme_does_not_know_is_called_by_its_identifier() {
        assertThat(french.document("NO_SUCH")).isEqualTo("NO_SUCH");
        assertThat(french.stage("nowhere")).isEqualTo("nowhere");
        assertThat(french.role("astronaut")).isEqualTo("astronaut");
        assertThat(english.stage("draft")).isEqualTo("Draft");
    }

    @Test
    void a_rule_of_the_scheme_refuses_in_its_own_words_and_every_other_refusal_in_those_of_the_interface() {
        Obstacle rule = english.obstacle(Refusal.of("english-target-missing", Refusal.Kind.CONFLICT));
        assertThat(rule.title()).isEqualTo("The security target that was asked for in English is missing.");
        assertThat(rule.remedy()).isEmpty();

        Obstacle plain = english.obstacle(Refusal.of("document-missing", Refusal.Kind.CONFLICT)
                .with("document", "SECURITY_TARGET, COMMITMENTS")
                .with("no-such-detail", "x"));
        assertThat(plain.title()).isNotBlank().isNotEqualTo("document-missing");
        assertThat(plain.details())
                .as("with names for people, and nothing that only machines read")
                .containsExactly(
                        "Document: " + english.document("SECURITY_TARGET") + ", " + english.document("COMMITMENTS"));
    }

    @Test
    void who_is_too_late_for_one_version_is_told_to_which_it_converts() {
        assertThat(english.obstacle(Refusal.of("scheme-ended", Refusal.Kind.CONFLICT)
                                .with("convert-to", "eucc-2025-12-29"))
                        .details())
                .containsExactly("To be converted to: EUCC-2025-12-29");
    }

    @Test
    void a_day_among_the_details_is_written_as_people_write_it() {
        assertThat(english.obstacle(
                                Refusal.of("question-due", Refusal.Kind.INVALID).with("due", "some day"))
                        .details())
                .containsExactly("Due: some day");
        assertThat(english.obstacle(
                                Refusal.of("question-due", Refusal.Kind.INVALID).with("due", "2026-12-04"))
                        .details())
                .containsExactly("Due: 4 December 2026");
    }
}
