package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.ScopeRule;
import org.sceau.registry.domain.scheme.Succession;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.rule.Situation;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** How the qualifications of services are conducted, as their definitions say (reference §5). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedServicesTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(ShippedServicesTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource({
        "3.0, REC, scope-rec-inv",
        "3.0, INV, scope-rec-inv",
        "3.0, PCI, scope-pci",
        "3.0, PCI REC INV, ''",
        "3.0, REC INV CODE, ''",
        "crise-unverified, REC, scope-rec-inv",
        "crise-unverified, REC CRISE, scope-rec-inv",
        "crise-unverified, PCI CRISE, scope-pci",
        "crise-unverified, CRISE, ''",
        "crise-unverified, PCI REC INV CRISE, ''"
    })
    void invariant_42_PRIS_combinations_are_refused_with_the_code_of_their_rule(
            String version, String asked, String code) {
        assertThat(String.join(" ", broken("pris", version, asked.split(" ")))).isEqualTo(code);
    }

    @Test
    void PDIS_is_all_or_nothing_and_says_that_this_is_a_reading() {
        SchemeVersion pdis = version("pdis", "2.0");

        assertThat(pdis.brokenScopeRules(Set.of("EVENT_MANAGEMENT", "INCIDENT_MANAGEMENT")))
                .isNotEmpty()
                .allMatch(rule -> rule.code().equals("scope-all-or-nothing"));
        assertThat(pdis.brokenScopeRules(Set.of("EVENT_MANAGEMENT", "INCIDENT_MANAGEMENT", "NOTIFICATION_MANAGEMENT")))
                .isEmpty();
        assertThat(pdis.scopeRules()).noneMatch(ScopeRule::verified);
    }

    @Test
    void PDIS_does_not_qualify_who_keeps_events_for_less_than_six_months_and_records_the_options_of_addendum_42() {
        Rule storage = rule("pdis", "2.0", "event-storage-lt-6m");

        assertThat(storage.isBrokenIn(declaring("event-storage-months", new FactValue.Whole(5))))
                .isTrue();
        assertThat(storage.isBrokenIn(declaring("event-storage-months", new FactValue.Whole(6))))
                .isFalse();
        for (String option : List.of("option-iv-3-4-f", "option-iv-3-7-l", "option-iv-3-14-d")) {
            assertThat(conduct("pdis", "2.0").procedure().fact(option)).get().satisfies(fact -> {
                assertThat(fact.required()).isTrue();
                assertThat(fact.optionIds()).containsExactly("a", "b");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'2600', '', true, false, snc-19-6-b-single",
        "'2401', '', true, false, snc-19-6-b-single",
        "'', '2401', true, false, snc-19-6-b-single",
        "'2200 2000', '', true, false, snc-19-6-b-total",
        "'', '2200 2000', true, false, snc-19-6-b-total",
        "'2200 200', '200 2000', true, false, ''",
        "'2200 1500', '', true, false, ''",
        "'2400 1500', '2400 1500', true, false, ''",
        "'', '', true, false, ''",
        "'2200 1500', '', false, false, snc-19-6-a-seat",
        "'2200 1500', '', true, true, snc-19-6-b-control"
    })
    void invariant_46_SecNumCloud_is_not_granted_beyond_24_or_39_percent_nor_without_a_European_seat(
            String capital, String votes, boolean seat, boolean control, String code) {
        Situation declared = declaring(Map.of(
                "non-eu-capital",
                shares(capital),
                "non-eu-votes",
                shares(votes),
                "eu-seat",
                new FactValue.Flag(seat),
                "non-eu-control",
                new FactValue.Flag(control)));

        assertThat(conduct("secnumcloud", "3.2").procedure().rules().stream()
                        .filter(rule -> rule.code().matches("snc-19-6-[ab]-.*"))
                        .filter(rule -> rule.isBrokenIn(declared))
                        .map(Rule::code)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "passi, 2.1",
        "passi, 2.2",
        "pris, 2.0",
        "pris, 3.0",
        "pris, crise-unverified",
        "pdis, 2.0",
        "pacs, 1",
        "pams, 1.1",
        "secnumcloud, 3.2"
    })
    void the_authority_opens_the_surveillance_that_a_provider_leaves_undone(String scheme, String version) {
        assertThat(conduct(scheme, version)
                        .followUp(DossierKind.SURVEILLANCE)
                        .orElseThrow()
                        .openedBy())
                .containsExactlyInAnyOrder(Role.SPONSOR, Role.CERTIFIER);
    }

    private static FactValue shares(String hundredths) {
        return new FactValue.Shares(Arrays.stream(hundredths.split(" "))
                .filter(share -> !share.isEmpty())
                .map(Integer::valueOf)
                .toList());
    }

    @Test
    void invariant_46_a_seat_or_holdings_that_nobody_declared_are_refused_at_eligibility_and_at_every_grant() {
        for (String code : List.of("snc-19-6-a-seat", "snc-19-6-b-single", "snc-19-6-b-total")) {
            assertThat(rule("secnumcloud", "3.2", code).isBrokenIn(declaring(Map.of())))
                    .as(code)
                    .isTrue();
            assertThat(moves("secnumcloud", "3.2", "accept", "grant", "renew", "extend-scope"))
                    .allSatisfy(move -> assertThat(move.rules()).contains(code));
            for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.RENEW, DecisionKind.EXTEND_SCOPE)) {
                assertThat(conduct("secnumcloud", "3.2")
                                .decision(kind)
                                .orElseThrow()
                                .rules())
                        .contains(code);
            }
        }
    }

    @Test
    void a_cloud_service_on_a_qualified_one_needs_that_visa_in_force() {
        assertThat(moves("secnumcloud", "3.2", "grant", "renew", "extend-scope"))
                .allSatisfy(move -> assertThat(move.guards())
                        .extracting(Move.Demanded::guard)
                        .contains(Guard.BASES_IN_FORCE));
        Rule supplier = rule("secnumcloud", "3.2", "snc-19-6-d-supplier");
        assertThat(supplier.isBrokenIn(declaring("operating-autonomy", FactValue.Words.of("qualified-supplier"))))
                .isTrue();
        assertThat(supplier.isBrokenIn(declaring("operating-autonomy", FactValue.Words.of("own-skills"))))
                .isFalse();
    }

    @Test
    void a_PASSI_grant_looks_at_the_attestations_and_high_needs_them_in_the_file() {
        assertThat(moves("passi", "2.2", "grant", "renew", "extend-scope"))
                .allSatisfy(move -> assertThat(move.guards())
                        .extracting(Move.Demanded::guard)
                        .contains(Guard.ATTESTATIONS_IN_FORCE));
        assertThat(conduct("passi", "2.2")
                        .procedure()
                        .document("ATTESTATIONS")
                        .orElseThrow()
                        .neededWhen())
                .get()
                .satisfies(when -> {
                    assertThat(when.holds(of("HIGH"))).isTrue();
                    assertThat(when.holds(of("SUBSTANTIAL"))).isFalse();
                });
    }

    @Test
    void a_PASSI_subcontractor_is_looked_at_on_admission_and_at_every_grant() {
        assertThat(moves("passi", "2.2", "admit", "grant", "renew", "extend-scope"))
                .allSatisfy(move -> assertThat(move.guards())
                        .extracting(Move.Demanded::guard)
                        .contains(Guard.SUBCONTRACTORS_QUALIFIED, Guard.SUBCONTRACTS_AGREED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passi-2.1",
                "passi-2.2",
                "pris-2.0",
                "pris-3.0",
                "pris-crise-unverified",
                "pdis-2.0",
                "pacs-1",
                "pams-1.1",
                "secnumcloud-3.2"
            })
    void a_qualification_of_a_service_knows_no_suspension_and_lasts_three_years_at_most(String id) {
        SchemeVersion version = version(id);
        Conduct conduct = version.conduct().orElseThrow();

        assertThat(conduct.suspension()).isEmpty();
        assertThat(conduct.decision(DecisionKind.SUSPEND)).isEmpty();
        assertThat(version.validity().beyond()).isEqualTo("validity-gt-3y");
        assertThat(conduct.decision(DecisionKind.WITHDRAW)).isPresent();
        assertThat(conduct.decision(DecisionKind.REDUCE_SCOPE).isPresent())
                .isEqualTo(!version.scopes().isEmpty());
        assertThat(conduct.decision(DecisionKind.DEGRADE_LEVEL).isPresent())
                .isEqualTo(version.grantedLevels().size() > 1);
        assertThat(conduct.followUp(DossierKind.SURVEILLANCE)).get().matches(row -> !row.verified());
    }

    @ParameterizedTest
    @ValueSource(strings = {"passi-2.2", "pris-3.0", "pdis-2.0", "pams-1.1", "secnumcloud-3.2"})
    void who_is_no_legal_person_under_the_law_of_a_member_state_is_refused(String id) {
        Conduct conduct = version(id).conduct().orElseThrow();
        Situation foreign = declaring(Map.of(
                "legal-person", new FactValue.Flag(false),
                "eu-law", new FactValue.Flag(false)));

        for (String code : List.of("provider-not-legal-person", "provider-not-under-eu-law")) {
            Rule rule = conduct.procedure().rule(code).orElseThrow();
            assertThat(rule.isBrokenIn(foreign)).isTrue();
            assertThat(rule.verified()).as(code).isEqualTo(id.equals("passi-2.2"));
            assertThat(conduct.decision(DecisionKind.GRANT).orElseThrow().rules())
                    .contains(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"passi-2.2, true", "pris-3.0, true", "passi-2.1, false", "secnumcloud-3.2, false", "pams-1.1, false"})
    void an_evaluation_centre_covers_every_activity_and_the_level_where_there_is_one(String id, boolean levels) {
        SchemeVersion version = version(id);

        assertThat(version.conduct().orElseThrow().competences())
                .extracting(Competence::title)
                .containsExactly(Competence.Title.ACCREDITATION, Competence.Title.LICENCE);
        assertThat(version.conduct().orElseThrow().competences()).allSatisfy(row -> {
            assertThat(row.covers().contains(Competence.Coverage.LEVEL)).isEqualTo(levels);
            assertThat(row.covers().contains(Competence.Coverage.SCOPES))
                    .isEqualTo(!version.scopes().isEmpty());
        });
    }

    @Test
    void the_version_with_crisis_management_follows_PRIS_3_0_and_says_that_its_number_was_not_read() {
        Succession succession = conduct("pris", "3.0").succession().orElseThrow();

        assertThat(succession.to()).isEqualTo(SchemeVersionId.of("pris", "crise-unverified"));
        assertThat(succession.verified()).isFalse();
        assertThat(version("pris", "crise-unverified").applicability().verified())
                .isFalse();
        assertThat(succession.from())
                .isEqualTo(version("pris", "crise-unverified").applicability().validFrom());
        assertThat(conduct("pris", "crise-unverified").succession()).isEmpty();
    }

    private static List<String> broken(String scheme, String version, String... codes) {
        SchemeVersion found = version(scheme, version);
        return found
                .brokenScopeRules(Arrays.stream(codes)
                        .map(code -> found.scope(code).orElseThrow().id())
                        .collect(Collectors.toSet()))
                .stream()
                .map(ScopeRule::code)
                .toList();
    }

    private static List<Move> moves(String scheme, String version, String... steps) {
        List<Move> found = conduct(scheme, version).procedure().moves().stream()
                .filter(move -> List.of(steps).contains(move.step()))
                .toList();
        assertThat(found).extracting(Move::step).contains(steps);
        return found;
    }

    private static Rule rule(String scheme, String version, String code) {
        return conduct(scheme, version).procedure().rule(code).orElseThrow();
    }

    private static Conduct conduct(String scheme, String version) {
        return version(scheme, version).conduct().orElseThrow();
    }

    private static SchemeVersion version(String scheme, String version) {
        return version(scheme + "-" + version);
    }

    private static SchemeVersion version(String id) {
        return SCHEMES.all().stream()
                .filter(version -> version.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Situation declaring(String fact, FactValue value) {
        return declaring(Map.of(fact, value));
    }

    private static Situation declaring(Map<String, FactValue> facts) {
        return DeclaredApplication.of(DossierKind.INITIAL).declaring(facts);
    }

    private static Situation of(String level) {
        return DeclaredApplication.of(DossierKind.INITIAL).atLevel(level);
    }
}
