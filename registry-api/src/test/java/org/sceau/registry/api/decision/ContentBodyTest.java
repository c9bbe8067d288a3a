package org.sceau.registry.api.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContentBodyTest {
    private static final String ID = UUID.randomUUID().toString();

    private static ContentBody saying(
            String kind,
            @Nullable String dossier,
            @Nullable Long version,
            @Nullable String reasons,
            ContentBody.ClauseBody... clauses) {
        return new ContentBody(
                kind,
                dossier,
                version,
                null,
                null,
                LocalDate.parse("2026-05-12"),
                null,
                reasons,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(clauses),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Refusal refusal(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal();
    }

    @Test
    void a_decision_that_lacks_something_is_refused_with_what_it_lacks() {
        assertThat(refusal(() -> saying("pardon", ID, 1L, null).content()).code())
                .isEqualTo("field-invalid");
        assertThat(refusal(() -> saying("grant", null, null, null).content()).code())
                .isEqualTo("value-refused");
        assertThat(refusal(() -> saying("grant", ID, null, null).content()).details())
                .containsEntry("member", "dossierVersion");
        assertThat(refusal(() -> saying("grant", null, 1L, null).content()).details())
                .containsEntry("member", "dossier");
        assertThat(refusal(() -> saying("grant", "17", 1L, null).content()))
                .isEqualTo(Refusal.of("dossier-unknown", Refusal.Kind.NOT_FOUND));
        assertThat(refusal(() -> saying("grant", ID, 1L, "x".repeat(501)).content())
                        .code())
                .isEqualTo("value-refused");
        assertThat(refusal(() -> saying("grant", ID, 1L, null, new ContentBody.ClauseBody("CONDITION", "x", null))
                                .content())
                        .details())
                .containsEntry("member", "clauses.en");
        assertThat(refusal(() -> saying("grant", ID, 1L, null, new ContentBody.ClauseBody("POEM", "x", "x"))
                                .content())
                        .code())
                .isEqualTo("field-invalid");
        assertThat(refusal(() -> new SecondWord("x", "Vu.").seen()).code()).isEqualTo("field-invalid");
        assertThat(refusal(() -> new SecondWord("a".repeat(64), "").words()).code())
                .isEqualTo("field-invalid");
    }

    @Test
    void what_is_sent_is_what_is_shown() {
        ContentBody sent = saying(
                "grant", ID, 3L, "Motifs.", new ContentBody.ClauseBody("RESERVATION", "Sous réserve.", "Subject to."));
        assertThat(ContentBody.of(sent.content())).isEqualTo(sent);
    }

    private static ContentBody correcting(@Nullable String name, @Nullable String region) {
        return correcting(new ContentBody.CorrectionBody(name, null, null, region, null));
    }

    private static ContentBody correcting(ContentBody.CorrectionBody correction) {
        return new ContentBody(
                "correct",
                null,
                null,
                ID,
                7L,
                LocalDate.parse("2026-05-12"),
                null,
                "Faute de frappe.",
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                correction,
                null,
                null,
                null,
                List.of());
    }

    private static ContentBody advising(String kind, String level) {
        return new ContentBody(
                kind,
                null,
                null,
                ID,
                7L,
                LocalDate.parse("2026-05-12"),
                null,
                "Vulnérabilité en cours d’analyse.",
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                level,
                null,
                null,
                List.of());
    }

    @Test
    void advice_names_a_level_there_is_or_leaves_it_to_the_rule_and_nothing_else_advises() {
        assertThat(refusal(() -> advising("advise", "excellent").content()).details())
                .containsEntry("member", "recommendation");
        assertThat(refusal(() -> advising("suspend", "critical").content()).code())
                .isEqualTo("value-refused");
        for (String level : List.of("optimal", "moderate", "critical", "by-rule")) {
            assertThat(ContentBody.of(advising("advise", level).content())).isEqualTo(advising("advise", level));
        }
    }

    @Test
    void a_correction_says_what_it_puts_right() {
        assertThat(refusal(() -> correcting(null, null).content()))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("value-refused"))
                .satisfies(refusal -> assertThat(refusal.details()).containsEntry("member", "correction"));
        assertThat(refusal(() -> correcting("x".repeat(601), null).content()).details())
                .containsEntry("member", "correction");
        ContentBody sent = correcting("Halcyon Card OS", "Normandie");
        assertThat(ContentBody.of(sent.content())).isEqualTo(sent);
        ContentBody consent = correcting(new ContentBody.CorrectionBody(null, null, null, null, false));
        assertThat(ContentBody.of(consent.content())).isEqualTo(consent);
    }
}
