package org.sceau.registry.application.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaFacts;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MatchingKeysTest {

    @ParameterizedTest
    @CsvSource({
        "EUCC-3090-2025-1-11, EUCC-3090-2025-11-1",
        "ANSSI-CC-2023-19, ANSSI-CC-2023-19-R01",
        "ANSSI-CC-2021-18, ANSSI-CC-2021-18v2",
        "ANSSI-CC-2023-1, ANSSI-CC-2023-10"
    })
    void different_references_have_different_keys(String one, String other) {
        assertThat(referenceKey(one)).isNotEqualTo(referenceKey(other));
    }

    @Test
    void one_number_in_two_years_or_families_is_two_references() {
        String key = MatchingKeys.referenceKey(facts("passi", Reference.decision("445", 2025), "Audit"));

        assertThat(key)
                .isNotEqualTo(MatchingKeys.referenceKey(facts("passi", Reference.decision("445", 2024), "Audit")));
        assertThat(key)
                .isNotEqualTo(MatchingKeys.referenceKey(facts("pris", Reference.decision("445", 2025), "Audit")));
    }

    @ParameterizedTest
    @CsvSource({
        "ANSSI-CC-2023-06, ANSSI-CC-2023/6",
        "ANSSI-CC-2021-18-v2, anssi-cc-2021/18V2",
        "EUCC-ANSSI-2025-3-1, EUCC-ANSSI-2025-03-01",
        "ANSSI-CC-2020-36-R1, ANSSI-CC-2020/36-R01"
    })
    void one_reference_written_in_two_ways_has_one_key(String one, String other) {
        assertThat(referenceKey(one)).isEqualTo(referenceKey(other));
    }

    @Test
    void services_told_apart_by_a_plus_or_a_star_stay_apart() {
        assertThat(subjectKey("Identité Qualifiée")).isNotEqualTo(subjectKey("Identité Qualifiée+"));
        assertThat(subjectKey("Cachet RGS*")).isNotEqualTo(subjectKey("Cachet RGS**"));
    }

    @Test
    void case_accents_spaces_and_broken_words_do_not_count() {
        assertThat(subjectKey("BRUME COF FRE - v2")).isEqualTo(subjectKey("Brume Coffré-V2"));
    }

    private static String referenceKey(String text) {
        return MatchingKeys.referenceKey(facts("common-criteria", Reference.official(text, 2023), "Halcyon ID"));
    }

    private static String subjectKey(String name) {
        return MatchingKeys.subjectKey(facts("common-criteria", Reference.official("ANSSI-CC-2023-19", 2023), name));
    }

    private static VisaFacts facts(String family, Reference reference, String name) {
        LocalDate first = LocalDate.of(2023, 3, 27);
        return new VisaFacts(
                SchemeVersionId.of("cc-fr", "2002-535"),
                new FamilyId(family),
                reference,
                new Subject(SubjectKind.PRODUCT, name, Optional.empty()),
                Organisation.named("Halcyon Cards"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Validity(first, Optional.empty()),
                List.of(StatusChange.inForce(first)),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
    }
}
