package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.infrastructure.schemes.Shipped.SCHEMES;
import static org.sceau.registry.infrastructure.schemes.Shipped.breaks;
import static org.sceau.registry.infrastructure.schemes.Shipped.conduct;
import static org.sceau.registry.infrastructure.schemes.Shipped.deciding;
import static org.sceau.registry.infrastructure.schemes.Shipped.version;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.decision.NumberSeries;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.decision.VulnerabilityRule;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** The three texts of EUCC, for products and for protection profiles, against the articles they come from. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedEuccTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 9);

    @ParameterizedTest
    @ValueSource(strings = {"eucc", "eucc-pp"})
    void the_original_text_opens_no_dossier_and_grants_nothing_on_any_day(String scheme) {
        SchemeVersion original = version(scheme, "2024-02-27");

        for (String day : new String[] {"2024-02-26", "2024-02-27", "2025-01-07", "2025-02-27", "2026-01-01"}) {
            assertThat(original.applicability().opensOn(LocalDate.parse(day))).isFalse();
            assertThat(original.applicability().issuesOn(LocalDate.parse(day))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eucc", "eucc-pp"})
    void each_text_opens_dossiers_only_while_it_is_in_force_and_running_ones_still_end_under_it(String scheme) {
        SchemeVersion second = version(scheme, "2025-01-08");
        SchemeVersion third = version(scheme, "2025-12-29");

        assertThat(second.applicability().opensOn(LocalDate.of(2025, 2, 26))).isFalse();
        assertThat(second.applicability().opensOn(LocalDate.of(2025, 12, 29))).isFalse();
        assertThat(third.applicability().opensOn(LocalDate.of(2025, 12, 28))).isFalse();
        assertThat(second.applicability().opensOn(LocalDate.of(2025, 2, 27))).isTrue();
        assertThat(second.applicability().opensOn(LocalDate.of(2025, 12, 28))).isTrue();
        assertThat(third.applicability().opensOn(LocalDate.of(2025, 12, 29))).isTrue();
        assertThat(second.applicability().issuesOn(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(SCHEMES.current(new SchemeId(scheme), LocalDate.of(2026, 3, 1)))
                .contains(third);
        assertThat(second.conduct().orElseThrow().succession().orElseThrow().to())
                .isEqualTo(third.id());
    }

    @ParameterizedTest
    @CsvSource({"eucc, 2024-02-27", "eucc, 2025-01-08", "eucc, 2025-12-29"})
    void invariant_14_the_EUCC_level_follows_from_AVA_VAN_alone(String scheme, String version) {
        Conduct eucc = conduct(scheme, version);

        assertThat(eucc.levelIn(Asked.on(DAY))).isEmpty();
        assertThat(eucc.levelIn(van(2))).contains("SUBSTANTIAL");
        assertThat(eucc.levelIn(van(3))).contains("HIGH");
        assertThat(eucc.levelIn(van(5))).contains("HIGH");
    }

    @ParameterizedTest
    @CsvSource({"eucc, 2024-02-27", "eucc, 2025-01-08", "eucc, 2025-12-29"})
    void invariant_15_AVA_VAN_4_is_refused_outside_domains_and_profiles_unless_excepted(String scheme, String version) {
        Conduct eucc = conduct(scheme, version);

        assertThat(breaks(eucc, "van45-gate", van(4))).isTrue();
        assertThat(breaks(eucc, "van45-gate", van(4).with("protection-profiles", FactValue.Words.of("ANSSI-CC-PP-X"))))
                .isTrue();
        assertThat(breaks(eucc, "van45-gate", van(3))).isFalse();
        assertThat(breaks(eucc, "van45-gate", van(5).with("technical-domain", FactValue.Words.of("smartcards"))))
                .isFalse();
        assertThat(breaks(
                        eucc,
                        "van45-gate",
                        van(4).with("protection-profiles", FactValue.Words.of("ANSSI-CC-PP-2018/02-M01"))))
                .isFalse();
        assertThat(breaks(eucc, "van45-gate", van(4).approved("assurance-exception")))
                .isFalse();
        assertThat(eucc.procedure().moves())
                .filteredOn(move -> move.decides()
                        .filter(kind -> kind.effect() == DecisionKind.Effect.NEW_VISA)
                        .isPresent())
                .isNotEmpty()
                .allMatch(move -> move.rules().contains("van45-gate"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-08", "2025-12-29"})
    void invariant_26_CC_3_1_is_refused_after_2027_except_within_two_years_of_a_national_certificate(String version) {
        Conduct eucc = conduct("eucc", version);
        Asked late = Asked.on(LocalDate.of(2028, 1, 1))
                .openedOn(LocalDate.of(2028, 1, 1))
                .with("standard", FactValue.Words.of("cc-3.1-r5"));

        assertThat(breaks(eucc, "standard-too-old", late)).isTrue();
        assertThat(breaks(eucc, "standard-too-old", late.replacing("cc-fr", LocalDate.of(2025, 12, 31))))
                .isTrue();
        assertThat(breaks(eucc, "standard-too-old", late.replacing("cc-fr", LocalDate.of(2026, 2, 20))))
                .isFalse();
        assertThat(breaks(eucc, "standard-too-old", late.replacing("eucc", LocalDate.of(2026, 2, 20))))
                .isTrue();
        assertThat(breaks(
                        eucc,
                        "standard-too-old",
                        Asked.on(LocalDate.of(2027, 12, 31)).with("standard", FactValue.Words.of("cc-3.1-r5"))))
                .isFalse();
        assertThat(breaks(
                        eucc,
                        "standard-too-old",
                        Asked.on(LocalDate.of(2028, 1, 1)).with("standard", FactValue.Words.of("cc-2022"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void invariant_03_whatever_makes_a_certificate_of_level_high_asks_who_issues_it(String version) {
        Condition high = new Condition.Level(Set.of("HIGH"));

        assertThat(conduct("eucc", version).procedure().moves())
                .filteredOn(move -> move.decides()
                        .filter(kind -> kind.effect() == DecisionKind.Effect.NEW_VISA)
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.guards())
                        .contains(
                                new Move.Demanded(Guard.ISSUER_AUTHORISED, Optional.of(high)),
                                new Move.Demanded(Guard.ISSUER_ENTITLED, Optional.of(high)),
                                new Move.Demanded(Guard.NO_APPROVAL_PENDING, Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({
        "eucc, 2024-02-27",
        "eucc, 2025-01-08",
        "eucc, 2025-12-29",
        "eucc-pp, 2024-02-27",
        "eucc-pp, 2025-01-08",
        "eucc-pp, 2025-12-29"
    })
    void invariant_03_whatever_is_accepted_and_issued_asks_for_an_accredited_and_notified_body_at_every_level(
            String scheme, String version) {
        assertThat(conduct(scheme, version).procedure().moves())
                .filteredOn(move -> move.step().equals("accept")
                        || move.decides()
                                .filter(kind -> kind.effect() == DecisionKind.Effect.NEW_VISA)
                                .isPresent())
                .hasSizeGreaterThan(3)
                .allSatisfy(move -> assertThat(move.guards())
                        .contains(
                                new Move.Demanded(Guard.ISSUER_ACCREDITED, Optional.empty()),
                                new Move.Demanded(Guard.ISSUER_NOTIFIED, Optional.empty())));
    }

    /** The reader of one file does not know the others, so a scheme that nobody defines would never be replaced. */
    @Test
    void a_scheme_that_dossiers_replace_is_defined() {
        Set<String> known = Shipped.SCHEMES.all().stream()
                .map(version -> version.id().scheme().value())
                .collect(Collectors.toSet());
        Set<String> replaced = Shipped.SCHEMES.all().stream()
                .flatMap(version -> version.conduct().stream())
                .flatMap(conduct -> conduct.procedure().rules().stream())
                .flatMap(rule -> replaced(rule.requires()))
                .collect(Collectors.toSet());

        assertThat(replaced).isNotEmpty().isSubsetOf(known);
    }

    private static Stream<String> replaced(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.of().stream().flatMap(ShippedEuccTest::replaced);
        }
        return condition instanceof Condition.Replaces replaces ? replaces.schemes().stream() : Stream.empty();
    }

    @Test
    void invariant_32_a_minor_change_makes_no_new_certificate_in_the_texts_that_apply() {
        for (String version : new String[] {"2025-01-08", "2025-12-29"}) {
            FollowUp maintenance =
                    conduct("eucc", version).followUp(DossierKind.MAINTENANCE).orElseThrow();
            DecisionRule maintain =
                    conduct("eucc", version).decision(DecisionKind.MAINTAIN).orElseThrow();

            assertThat(maintenance.decisions())
                    .containsExactlyInAnyOrder(
                            DecisionKind.MAINTAIN, DecisionKind.REQUIRE_REEVALUATION, DecisionKind.REFUSE)
                    .noneMatch(kind -> kind.effect() == DecisionKind.Effect.NEW_VISA);
            assertThat(maintain.asks()).doesNotContain(DecisionRule.Part.PERIOD);
            assertThat(maintain.to()).isEmpty();
        }
    }

    @Test
    void the_original_text_wanted_a_new_certificate_for_a_minor_change_that_does_not_outlive_the_first() {
        Conduct original = conduct("eucc", "2024-02-27");

        assertThat(original.followUp(DossierKind.MAINTENANCE).orElseThrow().decisions())
                .contains(DecisionKind.GRANT)
                .doesNotContain(DecisionKind.MAINTAIN);
        assertThat(deciding(original, DecisionKind.MAINTAIN))
                .as("a patch under a certified procedure alone")
                .allMatch(move -> move.kinds().equals(Set.of(DossierKind.PATCH)));
        assertThat(deciding(original, DecisionKind.GRANT))
                .filteredOn(move -> move.kinds().contains(DossierKind.MAINTENANCE))
                .singleElement()
                .matches(move -> move.conclusions().contains("within-first-certificate"));
    }

    @ParameterizedTest
    @CsvSource({
        "eucc, 2024-02-27", "eucc, 2025-01-08", "eucc, 2025-12-29",
        "eucc-pp, 2024-02-27", "eucc-pp, 2025-01-08", "eucc-pp, 2025-12-29"
    })
    void invariant_34_a_re_assessment_goes_to_no_other_laboratory(String scheme, String version) {
        Conduct eucc = conduct(scheme, version);

        assertThat(eucc.followUp(DossierKind.REASSESSMENT).orElseThrow().laboratory())
                .isEqualTo(FollowUp.LaboratoryChoice.SAME);
        assertThat(eucc.procedure().movesFrom("examination", DossierKind.REASSESSMENT))
                .filteredOn(move -> move.to().equals("evaluation"))
                .singleElement()
                .extracting(Move::guards)
                .asInstanceOf(InstanceOfAssertFactories.list(Move.Demanded.class))
                .extracting(Move.Demanded::guard)
                .contains(Guard.SAME_LABORATORY);
    }

    /** Annex IV.4(6)(c): what mends the flaw for which a certificate rests is certified while it rests. */
    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void a_version_joins_a_certificate_that_is_suspended(String version) {
        assertThat(conduct("eucc", version)
                        .decision(DecisionKind.MAINTAIN)
                        .orElseThrow()
                        .from())
                .containsExactlyInAnyOrder(VisaStatus.IN_FORCE, VisaStatus.SUSPENDED);
    }

    @ParameterizedTest
    @CsvSource({"eucc, 2024-02-27", "eucc, 2025-01-08", "eucc, 2025-12-29"})
    void a_vulnerability_neither_residual_nor_remediable_leaves_the_withdrawal_of_a_product(
            String scheme, String version) {
        VulnerabilityRule rule = conduct(scheme, version).vulnerabilities().orElseThrow();

        assertThat(rule.allows()).containsExactly(DecisionKind.WITHDRAW);
        assertThat(rule.otherwise()).isEqualTo("vuln-35-6");
        assertThat(rule.source()).contains("Art. 35(6)");
    }

    @ParameterizedTest
    @CsvSource({"eucc-pp, 2024-02-27", "eucc-pp, 2025-01-08", "eucc-pp, 2025-12-29"})
    void a_protection_profile_is_outside_the_chapter_about_vulnerabilities(String scheme, String version) {
        assertThat(conduct(scheme, version).vulnerabilities()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eucc, 2024-02-27",
        "eucc, 2025-01-08",
        "eucc, 2025-12-29",
        "eucc-pp, 2024-02-27",
        "eucc-pp, 2025-01-08",
        "eucc-pp, 2025-12-29"
    })
    void a_suspension_of_43_days_or_beyond_a_year_in_all_is_too_long(String scheme, String version) {
        Conduct eucc = conduct(scheme, version);
        SuspensionRule rule = eucc.suspension().orElseThrow();
        LocalDate decided = LocalDate.of(2026, 3, 2);

        assertThat(rule.firstDay(decided)).isEqualTo("2026-03-03");
        assertThat(rule.lastDay(decided)).contains(LocalDate.of(2026, 4, 13));
        assertThat(rule.lastDayOfAll(decided)).contains(LocalDate.of(2027, 3, 2));
        assertThat(rule.beyond()).isEqualTo("suspension-gt-42d");
        assertThat(rule.beyondAll()).isEqualTo("suspension-gt-1y");
        assertThat(eucc.decision(DecisionKind.EXTEND_SUSPENSION).orElseThrow().proposedBy())
                .containsExactly(Role.NCCA_APPROVER);
        assertThat(eucc.decision(DecisionKind.SUSPEND).orElseThrow().asks())
                .containsExactlyInAnyOrder(
                        DecisionRule.Part.REASONS, DecisionRule.Part.ACTIONS, DecisionRule.Part.PERIOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void level_high_needs_an_authorisation_that_covers_all_four_and_substantial_an_accreditation_alone(String version) {
        Conduct eucc = conduct("eucc", version);

        assertThat(eucc.competences())
                .filteredOn(row -> row.when().map(when -> when.holds(van(2))).orElse(true))
                .extracting(Competence::title)
                .containsExactly(Competence.Title.ACCREDITATION);
        assertThat(eucc.competences())
                .filteredOn(row -> row.title() == Competence.Title.AUTHORISATION)
                .singleElement()
                .matches(row -> row.when().orElseThrow().holds(van(3)))
                .extracting(Competence::covers)
                .isEqualTo(Set.of(
                        Competence.Coverage.VAN,
                        Competence.Coverage.TECHNICAL_DOMAIN,
                        Competence.Coverage.PROTECTION_PROFILES,
                        Competence.Coverage.CATEGORY));
    }

    @Test
    void a_reference_has_the_month_before_29_Dec_2025_and_the_year_of_the_initial_certificate_from_then_on() {
        Map<String, String> parts = Map.of("body", "3090", "year", "2026", "month", "02", "initial-year", "2021");
        NumberSeries former = conduct("eucc", "2025-01-08").numbers();
        NumberSeries latter = conduct("eucc", "2025-12-29").numbers();

        assertThat(former.reference(parts, 3)).isEqualTo("EUCC-3090-2026-02-03");
        assertThat(latter.reference(parts, 3)).isEqualTo("EUCC-3090-2021-0003");
        // One body gives no number twice in a year, whether to products or profiles, under whichever text.
        assertThat(conduct("eucc-pp", "2025-12-29").numbers().key(parts)).isEqualTo(latter.key(parts));
        assertThat(former.series()).isEqualTo(latter.series());
    }

    @Test
    void the_day_on_which_an_older_standard_goes_and_the_criteria_of_laboratories_came_with_the_text_of_8_Jan_2025() {
        Conduct original = conduct("eucc-pp", "2024-02-27");
        assertThat(original.procedure().rule("standard-too-old")).isEmpty();
        assertThat(original.competences()).allMatch(row -> row.criteria().isEmpty());
        assertThat(original.procedure().fact("standard"))
                .as("its editions are from memory")
                .hasValueSatisfying(fact -> assertThat(fact.verified()).isFalse());

        Conduct amended = conduct("eucc-pp", "2025-01-08");
        assertThat(amended.procedure().rule("standard-too-old")).isPresent();
        assertThat(amended.competences()).anyMatch(row -> !row.criteria().isEmpty());
    }

    @Test
    void product_series_parts_of_an_evaluation_and_the_English_package_came_with_the_text_of_29_Dec_2025() {
        for (String version : new String[] {"2024-02-27", "2025-01-08"}) {
            assertThat(version("eucc", version).subjects().value()).containsExactly(SubjectKind.PRODUCT);
            assertThat(conduct("eucc", version).procedure().document("PARTIAL_EVALUATION_REPORT"))
                    .isEmpty();
            assertThat(conduct("eucc", version).publication().packageLanguages())
                    .isEmpty();
            assertThat(sections(version)).hasSize(12).contains("testing", "life-cycle", "security-services");
        }
        assertThat(version("eucc", "2025-12-29").subjects().value()).contains(SubjectKind.PRODUCT_SERIES);
        assertThat(conduct("eucc", "2025-12-29").procedure().movesFrom("examination", DossierKind.MAINTENANCE))
                .extracting(Move::step)
                .contains("ask-partial-evaluation", "rule-minor", "require-reevaluation");
        assertThat(conduct("eucc", "2025-12-29").publication().packageLanguages())
                .containsExactly("en");
        assertThat(sections("2025-12-29")).hasSize(15).doesNotContain("testing");
    }

    @ParameterizedTest
    @CsvSource({
        "eucc, 2025-01-08",
        "eucc, 2025-12-29",
        "eucc-pp, 2024-02-27",
        "eucc-pp, 2025-01-08",
        "eucc-pp, 2025-12-29"
    })
    void records_are_kept_five_years_after_the_end_of_the_last_successor(String scheme, String version) {
        assertThat(conduct(scheme, version).retention())
                .matches(rule -> rule.verified() && rule.chainSuccessors())
                .extracting(rule -> rule.period())
                .isEqualTo(Period.ofYears(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void a_private_body_certifies_no_profile_alone_and_none_beyond_its_lifetime(String version) {
        Conduct profiles = conduct("eucc-pp", version);
        Asked dead = Asked.on(DAY).with("lifetime-until", new FactValue.Day(DAY.minusDays(1)));

        assertThat(profiles.procedure().moves())
                .filteredOn(move -> move.decides()
                        .filter(kind -> kind.effect() == DecisionKind.Effect.NEW_VISA)
                        .isPresent())
                .isNotEmpty()
                .allMatch(move -> move.guards().contains(new Move.Demanded(Guard.ISSUER_ENTITLED, Optional.empty())));
        assertThat(profiles.procedure().approvals())
                .filteredOn(ApprovalType::entitlesIssuer)
                .extracting(ApprovalType::id)
                .containsExactly("profile-approval");
        assertThat(breaks(profiles, "profile-lifetime", dead)).isTrue();
        assertThat(breaks(profiles, "profile-lifetime", Asked.on(DAY)))
                .as("no lifetime, no validity that goes up to it")
                .isTrue();
        assertThat(profiles.procedure().fact("lifetime-until"))
                .hasValueSatisfying(fact -> assertThat(fact.required()).isTrue());
        assertThat(breaks(profiles, "profile-lifetime", dead.with("lifetime-until", new FactValue.Day(DAY))))
                .isFalse();
        assertThat(version("eucc-pp", version).validity().maximum()).isEmpty();
        assertThat(version("eucc-pp", version).validity().untilFact()).contains("lifetime-until");
        assertThat(deciding(profiles, DecisionKind.GRANT))
                .allMatch(move -> move.conclusions().contains("within-lifetime"));
    }

    private static List<String> sections(String version) {
        return conduct("eucc", version).publication().reportSections().stream()
                .map(PublicationRule.Field::id)
                .toList();
    }

    private static Asked van(long component) {
        return Asked.on(DAY).with("van", new FactValue.Whole(component));
    }
}
