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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.Succession;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** The national schemes for products, profiles and sites, against the reference. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedNationalSchemesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 9);

    @ParameterizedTest
    @CsvSource({"cc-fr, eucc-2025-01-08", "cc-pp, eucc-pp-2025-01-08"})
    void invariant_22_what_replaces_a_national_certificate_is_refused_under_the_national_scheme(
            String scheme, String successor) {
        Conduct national = conduct(scheme, "2002-535");
        Asked late = Asked.on(DAY).openedOn(LocalDate.of(2025, 2, 28)).as(DossierKind.REEVALUATION);

        assertThat(breaks(national, "replacing-certificate-eucc", late)).isTrue();
        assertThat(breaks(national, "replacing-certificate-eucc", late.openedOn(LocalDate.of(2025, 2, 27))))
                .isFalse();
        assertThat(deciding(national, DecisionKind.GRANT))
                .allMatch(move -> move.rules().contains("replacing-certificate-eucc"));
        Succession next = national.succession().orElseThrow();
        assertThat(next.to()).hasToString(successor);
        assertThat(next.from()).isEqualTo("2025-02-28");
        assertThat(next.text().en()).contains("Convert to EUCC");
        assertThat(SCHEMES.version(next.to())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"cc-fr, 2002-535", "cc-pp, 2002-535", "cc-site, 2002-535", "cspn, 1.1"})
    void invariant_36_maintenance_prolongs_nothing_and_says_that_it_tells_nothing_of_new_attacks(
            String scheme, String version) {
        Conduct national = conduct(scheme, version);
        FollowUp maintenance = national.followUp(DossierKind.MAINTENANCE).orElseThrow();

        assertThat(maintenance.decisions())
                .containsExactlyInAnyOrder(
                        DecisionKind.MAINTAIN, DecisionKind.REQUIRE_REEVALUATION, DecisionKind.REFUSE)
                .doesNotContain(DecisionKind.PROLONG);
        assertThat(national.decision(DecisionKind.MAINTAIN).orElseThrow().asks())
                .doesNotContain(DecisionRule.Part.PERIOD);
        assertThat(maintenance.notice().orElseThrow().fr()).contains("nouvelles attaques");
        assertThat(maintenance.laboratory()).isEqualTo(FollowUp.LaboratoryChoice.NONE);
    }

    @Test
    void only_surveillance_prolongs_a_national_certificate() {
        for (String scheme : List.of("cc-fr", "cc-site")) {
            Conduct national = conduct(scheme, "2002-535");

            assertThat(national.followUps().stream()
                            .filter(row -> row.decisions().contains(DecisionKind.PROLONG))
                            .map(FollowUp::kind))
                    .containsExactly(DossierKind.SURVEILLANCE);
            assertThat(national.decision(DecisionKind.PROLONG).orElseThrow().asks())
                    .contains(DecisionRule.Part.PERIOD);
        }
        assertThat(conduct("cc-pp", "2002-535").decision(DecisionKind.PROLONG)).isEmpty();
    }

    @Test
    void a_known_vulnerability_archives_a_product_or_site_early_and_never_a_profile() {
        for (Conduct archived :
                List.of(conduct("cc-fr", "2002-535"), conduct("cc-site", "2002-535"), conduct("cspn", "1.1"))) {
            assertThat(archived.decision(DecisionKind.ARCHIVE).orElseThrow())
                    .matches(row -> row.to().orElseThrow() == VisaStatus.ARCHIVED)
                    .matches(row -> row.asks().contains(DecisionRule.Part.REASONS));
        }
        assertThat(conduct("cc-pp", "2002-535").decision(DecisionKind.ARCHIVE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cc-fr, 2002-535", "cc-pp, 2002-535", "cc-site, 2002-535", "cspn, 1.1", "qual-prod, 1.0"})
    void a_scheme_of_the_State_knows_no_suspension_and_asks_its_laboratories_for_a_licence(
            String scheme, String version) {
        Conduct national = conduct(scheme, version);

        assertThat(national.suspension()).isEmpty();
        assertThat(national.decision(DecisionKind.SUSPEND)).isEmpty();
        assertThat(national.competences())
                .extracting(Competence::title)
                .containsExactly(Competence.Title.ACCREDITATION, Competence.Title.LICENCE);
        assertThat(national.retention().verified()).isFalse();
        assertThat(national.retention().period()).isEqualTo(Period.ofYears(5));
    }

    @Test
    void sites_still_open_dossiers_since_EUCC_knows_none() {
        assertThat(version("cc-site", "2002-535").applicability().opensOn(DAY)).isTrue();
        assertThat(conduct("cc-site", "2002-535").succession()).isEmpty();
    }

    @Test
    void a_CSPN_load_beyond_25_days_is_refused_unless_the_certifier_waives_it() {
        Conduct cspn = conduct("cspn", "1.1");

        assertThat(breaks(cspn, "cspn-load", load(31, false))).isTrue();
        assertThat(breaks(cspn, "cspn-load", load(26, false))).isTrue();
        assertThat(breaks(cspn, "cspn-load", load(31, false).approved("load-waiver")))
                .isFalse();
        assertThat(breaks(cspn, "cspn-load", load(25, false))).isFalse();
        assertThat(breaks(cspn, "cspn-load-cryptography", load(36, true))).isTrue();
        assertThat(breaks(cspn, "cspn-load-cryptography", load(35, true))).isFalse();
        assertThat(breaks(cspn, "cspn-load", load(35, true))).isFalse();
        assertThat(cspn.procedure().rule("cspn-load").orElseThrow().verified()).isTrue();
        assertThat(cspn.procedure().rule("cspn-load-cryptography").orElseThrow().verified())
                .isFalse();
        assertThat(cspn.procedure().approval("load-waiver").orElseThrow())
                .matches(type -> type.askedBy().contains(Role.EVALUATOR))
                .matches(type -> type.by().contains(Role.CERTIFIER));
    }

    @Test
    void a_product_with_a_recognised_certificate_or_outside_the_domains_is_no_matter_of_CSPN() {
        Conduct cspn = conduct("cspn", "1.1");
        Asked outside = Asked.on(DAY).with("outside-domain-list", new FactValue.Flag(true));

        assertThat(breaks(
                        cspn,
                        "cspn-product-already-certified",
                        Asked.on(DAY).with("recognised-certificate", new FactValue.Flag(true))))
                .isTrue();
        assertThat(breaks(
                        cspn,
                        "cspn-product-already-certified",
                        Asked.on(DAY).with("recognised-certificate", new FactValue.Flag(false))))
                .isFalse();
        assertThat(breaks(cspn, "cspn-domain", outside)).isTrue();
        assertThat(breaks(cspn, "cspn-domain", outside.approved("domain-agreement")))
                .isFalse();
        assertThat(cspn.publication().recognitions())
                .extracting(field -> field.id())
                .containsExactly("bsz");
    }

    @ParameterizedTest
    @CsvSource({
        "cspn, 1.1, ANSSI-CSPN-2026/11",
        "cc-fr, 2002-535, ANSSI-CC-2026/11",
        "cc-pp, 2002-535, ANSSI-CC-PP-2026/11",
        "cc-site, 2002-535, ANSSI-CC-SITE-2026/11",
        "qual-prod, 1.0, 11"
    })
    void a_new_reference_is_written_as_the_reports_write_it(String scheme, String version, String reference) {
        assertThat(conduct(scheme, version).numbers().reference(Map.of("year", "2026"), 11))
                .isEqualTo(reference);
        assertThat(conduct(scheme, version).numbers().per()).containsExactly("year");
    }

    @ParameterizedTest
    @CsvSource({
        "qual-base-elementary, ELEMENTARY, passi HIGH, cspn",
        "qual-base-standard, STANDARD, cspn, common-criteria EAL3+",
        "qual-base-standard, STANDARD, common-criteria EAL3, common-criteria HIGH",
        "qual-base-reinforced, REINFORCED, common-criteria EAL3+, common-criteria EAL4+",
        "qual-base-reinforced, REINFORCED, common-criteria HIGH, common-criteria EAL5"
    })
    void a_qualification_rests_on_no_certificate_that_is_too_weak(
            String rule, String level, String tooWeak, String enough) {
        Conduct qualification = conduct("qual-prod", "1.0");
        Asked asked = Asked.on(DAY).at(level);

        assertThat(breaks(qualification, rule, asked)).isTrue();
        assertThat(breaks(qualification, rule, asked.restingOn(tooWeak))).isTrue();
        assertThat(breaks(qualification, rule, asked.restingOn(enough))).isFalse();
        assertThat(breaks(qualification, rule, asked.restingOn(enough).elsewhere()))
                .as("a certificate of this level about another product")
                .isTrue();
        for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.RENEW)) {
            assertThat(deciding(qualification, kind))
                    .isNotEmpty()
                    .allMatch(move -> move.rules().contains(rule) && move.demands(Guard.BASES_IN_FORCE));
        }
    }

    @Test
    void a_certificate_of_level_high_bears_level_reinforced_once_somebody_saw_that_it_reaches_AVA_VAN_5() {
        Conduct qualification = conduct("qual-prod", "1.0");
        Asked high = Asked.on(DAY).at("REINFORCED").restingOn("common-criteria HIGH");

        assertThat(breaks(qualification, "qual-base-reinforced", high)).isTrue();
        assertThat(breaks(qualification, "qual-base-reinforced", high.concluded("base-reaches-van-5")))
                .isFalse();
        assertThat(breaks(
                        qualification,
                        "qual-base-reinforced",
                        Asked.on(DAY)
                                .at("REINFORCED")
                                .restingOn("common-criteria SUBSTANTIAL")
                                .concluded("base-reaches-van-5")))
                .isTrue();
    }

    /** Catalogue of 4 Mar 2026, p. 3: certificates before March 2022 are "Non maintenu"; their mistakes and their ends are decided too. */
    @Test
    void invariant_37_a_certificate_that_is_not_maintained_is_archived_withdrawn_and_corrected_as_others_are() {
        for (DecisionKind kind : List.of(DecisionKind.ARCHIVE, DecisionKind.WITHDRAW, DecisionKind.CORRECT)) {
            assertThat(conduct("cspn", "1.1").decision(kind).orElseThrow().from())
                    .as("%s", kind)
                    .contains(VisaStatus.NOT_MAINTAINED);
        }
    }

    @Test
    void a_qualification_is_granted_for_no_other_product_than_the_certificate_and_not_beyond_its_end() {
        Conduct qualification = conduct("qual-prod", "1.0");
        Asked asked = Asked.on(DAY).at("ELEMENTARY").restingOn("cspn -");

        assertThat(breaks(qualification, "qual-base-subject", asked.elsewhere()))
                .isTrue();
        assertThat(breaks(qualification, "qual-base-subject", asked)).isFalse();
        for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.RENEW)) {
            assertThat(qualification.decision(kind).orElseThrow().rules()).contains("qual-base-subject");
            assertThat(deciding(qualification, kind))
                    .isNotEmpty()
                    .allMatch(move -> move.rules().contains("qual-base-subject"));
        }
        assertThat(version("qual-prod", "1.0").validity())
                .matches(rule -> rule.isWithinBases() && rule.verified())
                .matches(rule -> !rule.withinBases().orElseThrow().verified(), "from memory");
    }

    @Test
    void only_a_product_qualification_is_granted_for_an_expression_of_versions_and_shown_in_progress() {
        for (String scheme : List.of("cc-fr-2002-535", "cc-pp-2002-535", "cc-site-2002-535", "cspn-1.1")) {
            Conduct other = SCHEMES.all().stream()
                    .filter(version -> version.id().toString().equals(scheme))
                    .findFirst()
                    .flatMap(version -> version.conduct())
                    .orElseThrow();

            assertThat(other.decision(DecisionKind.GRANT).orElseThrow().asks())
                    .doesNotContain(DecisionRule.Part.VERSIONS);
            assertThat(other.publication().inProgress()).isEmpty();
        }
        Conduct qualification = conduct("qual-prod", "1.0");
        assertThat(qualification.decision(DecisionKind.GRANT).orElseThrow().asks())
                .contains(DecisionRule.Part.VERSIONS);
        assertThat(qualification.publication().inProgress()).isPresent();
        assertThat(qualification.procedure().stages().stream()
                        .map(stage -> stage.label().en())
                        .filter(label -> label.matches(".*milestone J[0-3].*")))
                .hasSize(4);
    }

    private static Asked load(long days, boolean cryptography) {
        return Asked.on(DAY)
                .with("planned-days", new FactValue.Whole(days))
                .with("cryptography", new FactValue.Flag(cryptography));
    }
}
