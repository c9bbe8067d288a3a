package org.sceau.registry.api.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LabRequestsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    private static LabRequests.NewTitle title(
            String kind, String reference, List<String> schemes, LabRequests.@Nullable Covered coverage) {
        return new LabRequests.NewTitle(
                kind, reference, "Comité fictif", schemes, FIRST, FIRST.plusYears(4), coverage, null);
    }

    private static LabRequests.Covered covering(@Nullable Long van, String... domains) {
        return new LabRequests.Covered(van, List.of(domains), List.of(), List.of(), List.of(), List.of(), null);
    }

    private static String code(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal()
                .code();
    }

    @Test
    void what_is_no_laboratory_and_no_title_is_refused() {
        assertThat(code(() -> new LabRequests.Lab("", null, null).organisation()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new LabRequests.Lab("x", "12", null).organisation()))
                .isEqualTo("value-refused");
        assertThat(code(() -> new LabRequests.Lab("x", null, "court").known())).isEqualTo("field-invalid");
        assertThat(new LabRequests.Lab("x", null, null).known()).isEqualTo(Laboratory.Kind.EVALUATION_FACILITY);
        assertThat(new LabRequests.Lab("x", null, "certification-centre").known())
                .isEqualTo(Laboratory.Kind.CERTIFICATION_CENTRE);
        assertThat(code(() -> title("reputation", "x", List.of("cspn"), null).title()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> title("licence", " ", List.of("cspn"), null).title()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> title("licence", "x", List.of(), null).title())).isEqualTo("value-refused");
        assertThat(code(() -> title("licence", "x", List.of("CSPN"), null).title()))
                .isEqualTo("value-refused");
        assertThat(code(() ->
                        title("licence", "x", List.of("cspn"), covering(6L)).title()))
                .isEqualTo("field-invalid");
        assertThat(code(() ->
                        title("licence", "x", List.of("cspn"), covering(3L, "")).title()))
                .isEqualTo("value-refused");
        assertThat(code(() -> new LabRequests.NewSuspension("x", FIRST, FIRST.minusDays(1), "x").suspension()))
                .isEqualTo("value-refused");
        assertThat(code(() -> new LabRequests.NewSuspension("x", FIRST, null, "x".repeat(501)).suspension()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new LabRequests.NewRestriction("x", FIRST, FIRST.minusDays(1), covering(3L), "x")
                        .restriction()))
                .isEqualTo("value-refused");
        assertThat(code(() -> new LabRequests.NewRestriction("x", FIRST, null, covering(6L), "x").restriction()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new LabRequests.NewRestriction("x", FIRST, null, covering(3L), " ").restriction()))
                .isEqualTo("field-invalid");
    }

    @Test
    void what_a_title_does_not_name_it_does_not_cover() {
        assertThat(title("licence", "x", List.of("cspn"), null)
                        .title()
                        .coverage()
                        .categories())
                .isEmpty();
        assertThat(title("authorisation", "x", List.of("eucc"), covering(3L, "smartcards"))
                        .title()
                        .coverage()
                        .highestVan())
                .hasValue(3);
    }
}
