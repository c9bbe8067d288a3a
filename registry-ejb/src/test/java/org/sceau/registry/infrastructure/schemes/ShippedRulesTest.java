package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.ScopeRule;
import org.sceau.registry.domain.scheme.ValidityRule;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;

/** What the definitions that come with the registry say, invariant by invariant (docs/invariants.md). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedRulesTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(ShippedRulesTest.class.getClassLoader());

    @Test
    void invariant_16_EUCC_has_no_basic_level() {
        assertThat(version("eucc", "2025-12-29").level("basic")).isEmpty();
        assertThat(version("eucc", "2025-12-29").level("élémentaire")).isEmpty();
    }

    @Test
    void invariant_18_EUCC_never_grants_a_level_with_a_plus_but_keeps_imported_ones_as_printed() {
        for (SchemeVersion eucc :
                List.of(version("eucc", "2024-02-27"), version("eucc", "2025-01-08"), version("eucc", "2025-12-29"))) {
            assertThat(eucc.grantedLevels()).extracting(Level::id).containsExactly("SUBSTANTIAL", "HIGH");
            assertThat(eucc.level("EAL6+")).get().matches(Level::importedOnly);
        }
        assertThat(SCHEMES.vocabulary(new FamilyId("common-criteria"))
                        .orElseThrow()
                        .level("EAL6+"))
                .get()
                .matches(level -> !level.importedOnly());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void invariant_18_an_augmented_package_with_a_plus_is_no_assurance_component_of_EUCC(String edition) {
        FactType components = version("eucc", edition)
                .conduct()
                .orElseThrow()
                .procedure()
                .fact("assurance-components")
                .orElseThrow();

        assertThat(components.misfit(new FactValue.Words(Set.of("EAL4+", "AVA_VAN.5"))))
                .contains("character-not-allowed");
        assertThat(components.misfit(new FactValue.Words(Set.of("EAL4", "ALC_FLR.3", "AVA_VAN.5"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eucc, 2025-01-08, P5Y",
        "eucc, 2025-12-29, P5Y",
        "cc-fr, 2002-535, P5Y",
        "cspn, 1.1, P3Y",
        "mie, 1, P2Y",
        "passi, 2.2, P3Y",
        "pris, 3.0, P3Y",
        "pdis, 2.0, P3Y",
        "pacs, 1, P3Y",
        "pams, 1.1, P3Y",
        "secnumcloud, 3.2, P3Y",
        "r226-3, 1, P6Y",
        "r226-7, 1, P3Y",
        "l34-11, 1, P8Y"
    })
    void invariant_20_what_is_granted_lasts_no_longer_than_the_scheme_allows(
            String scheme, String version, Period maximum) {
        ValidityRule validity = version(scheme, version).validity();
        LocalDate first = LocalDate.of(2026, 6, 22);

        assertThat(validity.isExceededBy(first, first.plus(maximum).plusDays(1)))
                .isTrue();
        assertThat(validity.isExceededBy(first, first.plus(maximum))).isFalse();
    }

    @Test
    void invariant_21_the_national_scheme_opens_nothing_after_27_Feb_2025_and_grants_nothing_after_27_Feb_2026() {
        for (String scheme : List.of("cc-fr", "cc-pp")) {
            SchemeVersion national = version(scheme, "2002-535");

            assertThat(national.applicability().opensOn(LocalDate.of(2025, 2, 28)))
                    .isFalse();
            assertThat(national.applicability().opensOn(LocalDate.of(2025, 2, 27)))
                    .isTrue();
            assertThat(national.applicability().issuesOn(LocalDate.of(2026, 2, 28)))
                    .isFalse();
            assertThat(national.applicability().issuesOn(LocalDate.of(2026, 2, 27)))
                    .isTrue();
            assertThat(SCHEMES.current(new SchemeId(scheme), LocalDate.of(2026, 2, 28)))
                    .isEmpty();
        }
    }

    @Test
    void invariant_37_the_national_kinds_are_archived_and_all_others_expire() {
        assertThat(SCHEMES.all().stream()
                        .filter(v -> v.validity().atEnd() == ValidityRule.AtEnd.ARCHIVED)
                        .map(v -> v.id().scheme().value()))
                .containsExactlyInAnyOrder("cc-fr", "cc-pp", "cc-site", "cspn");
    }

    @ParameterizedTest
    @CsvSource({"passi, 2.2", "pris, 3.0"})
    void invariant_41_substantial_never_satisfies_high_but_high_satisfies_at_least_substantial(
            String scheme, String version) {
        Level substantial = version(scheme, version).level("Substantiel").orElseThrow();
        Level high = version(scheme, version).level("Elevé").orElseThrow();

        assertThat(substantial.isAtLeast(high)).isFalse();
        assertThat(high.isAtLeast(substantial)).isTrue();
    }

    @Test
    void invariant_41_the_words_of_two_scales_never_compare() {
        Level reinforced = version("qual-prod", "1.0").level("Renforcé").orElseThrow();
        Level eal = version("cc-fr", "2002-535").level("EAL2").orElseThrow();
        Level substantial = version("eucc", "2025-12-29").level("substantial").orElseThrow();

        assertThat(reinforced.isAtLeast(substantial)).isFalse();
        assertThat(eal.isAtLeast(substantial)).isFalse();
        assertThat(substantial.isAtLeast(eal)).isFalse();
    }

    @Test
    void invariant_42_PRIS_ties_search_to_investigation_and_coordination_to_both() {
        assertThat(brokenPris("REC")).isNotEmpty();
        assertThat(brokenPris("INV")).isNotEmpty();
        assertThat(brokenPris("PCI")).isNotEmpty();
        assertThat(brokenPris("PCI", "INV")).isNotEmpty();
        assertThat(brokenPris("REC", "INV")).isEmpty();
        assertThat(brokenPris("PCI", "REC", "INV")).isEmpty();
        assertThat(version("pris", "3.0").scopeRules()).noneMatch(ScopeRule::verified);
    }

    @Test
    void invariant_42_crisis_management_is_no_scope_of_a_version_that_does_not_define_it() {
        for (String earlier : List.of("2.0", "3.0")) {
            assertThat(version("pris", earlier).scope("CRISE")).isEmpty();
            assertThat(version("pris", earlier).scope("gestion de crise d'origine cyber"))
                    .isEmpty();
        }
        assertThat(version("pris", "crise-unverified").scope("gestion de crise d'origine cyber"))
                .isPresent();
    }

    @Test
    void invariant_43_industrial_systems_audit_exists_only_in_PASSI_2_1() {
        assertThat(version("passi", "2.2").scopes()).extracting(Scope::id).doesNotContain("INDUSTRIAL_SYSTEMS_AUDIT");
        assertThat(version("passi", "2.1").scopes()).extracting(Scope::id).contains("INDUSTRIAL_SYSTEMS_AUDIT");
    }

    @Test
    void invariant_61_certificates_of_products_profiles_and_sites_have_no_recommendation_level() {
        Set<String> without = Set.of("common-criteria", "cspn", "protection-profiles", "sites");

        assertThat(SCHEMES.all())
                .filteredOn(version -> SCHEMES.family(version.family())
                        .flatMap(Family::officialSection)
                        .isPresent())
                .allSatisfy(version -> assertThat(version.hasRecommendationLevel())
                        .isEqualTo(!without.contains(version.family().value())));
    }

    @Test
    void invariant_62_only_EUCC_is_public_without_consent() {
        assertThat(SCHEMES.all().stream()
                        .filter(SchemeVersion::isAlwaysPublic)
                        .map(v -> v.id().scheme().value())
                        .distinct())
                .containsExactlyInAnyOrder("eucc", "eucc-pp");
    }

    @Test
    void invariant_63_no_agrement_above_the_three_listed_ones_can_be_named() {
        assertThat(Agrement.values()).hasSize(3);
        for (String above : List.of("Secret", "Très Secret", "Confidentiel UE", "NATO Confidential", "")) {
            assertThat(Agrement.recognise(above)).isEmpty();
        }
        assertThat(Agrement.recognise("DR")).contains(Agrement.DIFFUSION_RESTREINTE);
        assertThat(SCHEMES.all().stream().filter(v -> !v.agrements().isEmpty()))
                .extracting(v -> v.id().scheme().value())
                .containsExactly("qual-prod");
    }

    @Test
    void invariant_65_only_a_CSPN_issued_before_March_2022_may_lack_an_end_date() {
        assertThat(SCHEMES.all())
                .filteredOn(v -> v.validity().mayLackEnd(LocalDate.of(2022, 2, 28)))
                .extracting(v -> v.id().scheme().value())
                .containsExactly("cspn");
        assertThat(SCHEMES.all()).noneMatch(v -> v.validity().mayLackEnd(LocalDate.of(2022, 3, 1)));
    }

    @Test
    void invariant_66_no_level_implies_national_security() {
        assertThat(SCHEMES.all().stream()
                        .filter(SchemeVersion::hasNationalSecurity)
                        .map(v -> v.family().value())
                        .distinct())
                .containsExactlyInAnyOrder("pacs", "passi", "pris", "pdis");
        assertThat(version("pdis", "2.0").levels()).extracting(Level::id).containsExactly(Level.NOT_APPLICABLE);
    }

    @Test
    void invariant_67_not_applicable_is_a_level_of_its_own_that_satisfies_nothing() {
        SchemeVersion pacs = version("pacs", "1");
        Level notApplicable = pacs.level("Sans\nobjet").orElseThrow();

        assertThat(notApplicable.id()).isEqualTo(Level.NOT_APPLICABLE);
        assertThat(pacs.levels()).noneMatch(notApplicable::isAtLeast);
        assertThat(pacs.levels()).noneMatch(level -> level.isAtLeast(notApplicable));
        assertThat(pacs.level("")).isEmpty();
        assertThat(pacs.level("inconnu")).isEmpty();
    }

    @Test
    void invariant_68_a_bare_decision_number_is_known_to_restart_each_year() {
        assertThat(version("qual-prod", "1.0").numbering().recognise("1398"))
                .get()
                .matches(reference -> reference.yearly() && reference.year().isEmpty());
    }

    private static List<ScopeRule> brokenPris(String... codes) {
        SchemeVersion pris = version("pris", "3.0");
        return pris.brokenScopeRules(Arrays.stream(codes)
                .map(code -> pris.scope(code).orElseThrow().id())
                .collect(Collectors.toSet()));
    }

    private static SchemeVersion version(String scheme, String version) {
        return SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow();
    }
}
