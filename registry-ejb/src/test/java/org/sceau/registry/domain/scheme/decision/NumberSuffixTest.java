package org.sceau.registry.domain.scheme.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** What acts add to the reference of a certificate: maintenance, surveillance, and what was evaluated anew. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberSuffixTest {

    @ParameterizedTest
    @ValueSource(strings = {"-M", "{number:2}", "-M{year}", "-MAINTENANCE-{number}", "-M{number}{number}"})
    void a_suffix_is_a_short_mark_and_one_number(String form) {
        assertThatThrownBy(() -> suffix(form, DecisionKind.MAINTAIN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_leaves_no_visa_adds_to_no_reference_and_an_act_adds_once() {
        assertThatThrownBy(() -> suffix("-M{number:2}", DecisionKind.REFUSE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NumberSeries(
                        "X-{number}",
                        Set.of(),
                        "x",
                        List.of(
                                suffix("-M{number:2}", DecisionKind.MAINTAIN),
                                suffix("-N{number:2}", DecisionKind.MAINTAIN)),
                        Optional.empty(),
                        "Rule 1",
                        true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_series_whose_suffixed_references_nobody_reads_is_not_read() {
        NumberSeries unread = new NumberSeries(
                "ANSSI-CSPN-{year}/{number:2}",
                Set.of("year"),
                "cspn",
                List.of(suffix("-X{number:2}", DecisionKind.MAINTAIN)),
                Optional.empty(),
                "Rule 1",
                true);
        var cspn = Story.SCHEMES.version(SchemeVersionId.of("cspn", "1.1")).orElseThrow();

        assertThat(unread.isReadBy(cspn.numbering())).isFalse();
        assertThat(cspn.conduct().orElseThrow().numbers().isReadBy(cspn.numbering()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ANSSI-CC-2023-19, ANSSI-CC-2023-19, 0",
        "ANSSI-CC-2023-19-M01, ANSSI-CC-2023-19, 1",
        "ANSSI-CC-2023-19-M12-S01, ANSSI-CC-2023-19, 12",
        "ANSSI-CC-2021-29v2-R01-M01, ANSSI-CC-2021-29v2-R01, 1",
        "ANSSI-CC-2019-43-R1, ANSSI-CC-2019-43-R1, 0",
        "ANSSI-CC-2021-29-S01-v2, ANSSI-CC-2021-29-S01-v2, 0"
    })
    void a_maintenance_is_counted_for_its_certificate_whatever_a_catalogue_printed_behind_it(
            String printed, String stem, long borne) {
        NumberSeries cc = series("cc-fr", "2002-535");
        NumberSuffix maintenance =
                cc.suffix(DecisionKind.MAINTAIN, DossierKind.MAINTENANCE).orElseThrow();

        assertThat(cc.stem(printed, maintenance)).isEqualTo(stem);
        assertThat(cc.borne(printed, maintenance)).isEqualTo(borne);
        assertThat(maintenance.text(3)).isEqualTo("-M03");
        assertThat(maintenance.isOfReport()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ANSSI-CC-2023-19, ANSSI-CC-2023-19, 0",
        "ANSSI-CC-2021-29v2-R01-M01, ANSSI-CC-2021-29v2, 1",
        "ANSSI-CC-2019-43-R1, ANSSI-CC-2019-43, 1"
    })
    void what_was_evaluated_anew_goes_on_under_the_reference_of_the_first_certificate(
            String printed, String stem, long borne) {
        NumberSeries cc = series("cc-fr", "2002-535");
        NumberSuffix anew =
                cc.suffix(DecisionKind.GRANT, DossierKind.REEVALUATION).orElseThrow();

        assertThat(cc.stem(printed, anew)).isEqualTo(stem);
        assertThat(cc.borne(printed, anew)).isEqualTo(borne);
        assertThat(anew.isOfReport()).isFalse();
        assertThat(anew.verified()).as("what R stands for is from memory").isFalse();
        assertThat(cc.suffix(DecisionKind.GRANT, DossierKind.INITIAL))
                .as("a first certificate has a number of its own")
                .isEmpty();
    }

    @Test
    void European_certificates_bear_no_suffix() {
        assertThat(series("eucc", "2025-12-29").suffixes()).isEmpty();
    }

    private static NumberSuffix suffix(String form, DecisionKind decision) {
        return new NumberSuffix(form, decision, DossierKind.MAINTENANCE, "Rule 1", true);
    }

    private static NumberSeries series(String scheme, String version) {
        return Story.SCHEMES
                .version(SchemeVersionId.of(scheme, version))
                .flatMap(known -> known.conduct())
                .orElseThrow()
                .numbers();
    }
}
