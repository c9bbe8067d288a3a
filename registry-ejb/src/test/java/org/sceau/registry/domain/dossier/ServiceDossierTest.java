package org.sceau.registry.domain.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.laboratory;
import static org.sceau.registry.domain.dossier.Services.product;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** Dossiers of services, identification means and products of national schemes: the scenarios of the field. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceDossierTest {
    private static final WorkingDays FRANCE = new WorkingDays(Holidays.french(), Set.of());
    private static final String SEARCH = "COMPROMISE_INDICATOR_SEARCH";
    private static final String INVESTIGATION = "DIGITAL_INVESTIGATION";
    private static final String COORDINATION = "INVESTIGATION_COORDINATION";
    private static final String CRISIS = "CYBER_CRISIS_MANAGEMENT";

    /** Scenario S12. */
    @Nested
    class Combinations_of_PRIS {

        @Test
        void search_without_investigation_is_refused() {
            assertThat(codes(pris("3.0", SEARCH))).contains("scope-rec-inv");
            assertThat(codes(pris("3.0", INVESTIGATION))).contains("scope-rec-inv");
        }

        @Test
        void coordination_needs_both_and_is_accepted_with_both() {
            assertThat(codes(pris("3.0", COORDINATION))).contains("scope-pci");
            assertThat(scopeCodes(pris("3.0", SEARCH, INVESTIGATION, COORDINATION)))
                    .isEmpty();
        }

        @Test
        void crisis_management_is_known_to_the_later_version_alone() {
            assertThat(codes(pris("3.0", SEARCH, INVESTIGATION, CRISIS))).contains("scope-not-in-version");
            assertThat(scopeCodes(pris("crise-unverified", CRISIS))).isEmpty();
        }

        @Test
        void no_scope_at_all_is_no_application() {
            assertThat(codes(pris("3.0"))).contains("scope-not-asked");
        }

        private Story pris(String version, String... scopes) {
            return service("pris", version, Optional.of("SUBSTANTIAL"), Set.of(scopes), Map.of());
        }

        private List<String> scopeCodes(Story story) {
            return codes(story).stream()
                    .filter(code -> code.startsWith("scope"))
                    .toList();
        }
    }

    @Nested
    class Attestations_and_subcontractors_of_PASSI {
        private static final String INTRUSION = "PENETRATION_TEST";
        private static final String CODE_AUDIT = "SOURCE_CODE_AUDIT";

        /** Scenario S14. */
        @Test
        void invariant_44_at_level_high_an_attestation_that_had_ended_keeps_the_requirement_from_being_met() {
            Story high = evaluated("HIGH");
            assertThat(code(() -> high.concludes(EVALUATOR, "staff-competence", true)))
                    .as("nobody is named")
                    .isEqualTo("attestation-missing");
            engage(high, "2026-01-31");
            assertThat(Foreseen.of(high.look()))
                    .extracting(Finding::code)
                    .as("the finding is raised before anybody concludes")
                    .containsExactly("attestation-not-in-force");

            assertThat(code(() -> high.concludes(EVALUATOR, "staff-competence", true)))
                    .isEqualTo("attestation-not-in-force");
            high.concludes(EVALUATOR, "staff-competence", false);

            engage(high, "2026-02-10");
            high.on("2026-02-11");
            assertThat(code(() -> high.concludes(EVALUATOR, "staff-competence", true)))
                    .as("it held for the engagement, and is over")
                    .isEqualTo("attestation-not-in-force");
            high.becomes(Filing.staff(
                    high.look(),
                    List.of(
                            attested("Nora Belkacem", INTRUSION, "2026-12-31"),
                            attested("Yann Le Goff", CODE_AUDIT, "2026-12-31")),
                    List.of(),
                    EVALUATOR));
            assertThat(code(() -> high.concludes(EVALUATOR, "staff-competence", true)))
                    .as("nobody leads")
                    .isEqualTo("leader-missing");

            engage(high, "2026-12-31");
            high.concludes(EVALUATOR, "staff-competence", true);
        }

        @Test
        void invariant_44_an_activity_that_nobody_is_named_for_is_not_met_unless_it_is_subcontracted() {
            Story high = evaluated("HIGH");
            Assignment nora = attested("Nora Belkacem", INTRUSION, "2026-12-31", Assignment.Duty.LEADS_TEAM);
            high.becomes(Filing.staff(high.look(), List.of(nora), List.of(), EVALUATOR));
            assertThat(code(() -> high.concludes(EVALUATOR, "staff-competence", true)))
                    .isEqualTo("attestation-missing");

            VisaId garance = new VisaId(UUID.randomUUID());
            high.knowing(garance, passi("HIGH", CODE_AUDIT), List.of());
            high.becomes(
                    Filing.staff(high.look(), List.of(nora), List.of(new Subcontract(CODE_AUDIT, garance)), EVALUATOR));
            high.concludes(EVALUATOR, "staff-competence", true);
        }

        @Test
        void at_level_substantial_no_attestation_is_asked_for() {
            Story substantial = evaluated("SUBSTANTIAL");
            engage(substantial, "2026-01-31");

            substantial.concludes(EVALUATOR, "staff-competence", true);
        }

        /** Scenario S15. */
        @Test
        void invariant_45_a_subcontractor_of_a_lower_level_or_another_activity_is_refused() {
            VisaId garance = new VisaId(UUID.randomUUID());
            Story story = filled(service("passi", "2.2", Optional.of("HIGH"), Set.of(CODE_AUDIT, INTRUSION), Map.of()))
                    .knowing(garance, passi("SUBSTANTIAL", CODE_AUDIT), List.of());
            story.becomes(Filing.staff(story.look(), List.of(), List.of(agreed(garance)), VENDOR))
                    .takes(VENDOR, "submit");
            assertThat(code(() -> story.takes(CERTIFIER, "admit"))).isEqualTo("subcontractor-level");

            story.knowing(garance, passi("HIGH", INTRUSION), List.of());
            assertThat(code(() -> story.takes(CERTIFIER, "admit"))).isEqualTo("subcontractor-activity");

            story.knowing(garance, passi("HIGH", CODE_AUDIT), List.of()).takes(CERTIFIER, "admit");
            assertThat(story.dossier().stage()).isEqualTo("examination");
        }

        /** PASSI 2.2, VI.2.6.a. */
        @Test
        void a_subcontract_without_a_contract_in_place_or_without_the_client_is_foreseen_and_refused() {
            VisaId garance = new VisaId(UUID.randomUUID());
            LocalDate today = LocalDate.parse("2026-01-10");
            Optional<String> note = Optional.of("Note de cadrage NC-7");

            assertThat(admissionWith(new Subcontract(CODE_AUDIT, garance))).isEqualTo("subcontract-not-in-place");
            assertThat(admissionWith(new Subcontract(CODE_AUDIT, garance, Optional.of(today.plusDays(1)), note)))
                    .isEqualTo("subcontract-not-in-place");
            assertThat(admissionWith(new Subcontract(CODE_AUDIT, garance, Optional.of(today), Optional.empty())))
                    .isEqualTo("subcontract-not-agreed");
        }

        private String admissionWith(Subcontract contract) {
            Story story = filled(service("passi", "2.2", Optional.of("HIGH"), Set.of(CODE_AUDIT, INTRUSION), Map.of()))
                    .on("2026-01-10")
                    .knowing(contract.visa(), passi("HIGH", CODE_AUDIT), List.of());
            story.becomes(Filing.staff(story.look(), List.of(), List.of(contract), VENDOR));
            List<String> foreseen =
                    Foreseen.of(story.look()).stream().map(Finding::code).toList();
            story.takes(VENDOR, "submit");
            String refused = code(() -> story.takes(CERTIFIER, "admit"));
            assertThat(foreseen).contains(refused);
            return refused;
        }

        private static Subcontract agreed(VisaId visa) {
            return new Subcontract(
                    CODE_AUDIT, visa, Optional.of(LocalDate.parse("2025-09-01")), Optional.of("Note de cadrage NC-7"));
        }

        @Test
        void invariant_70_a_body_is_not_proposed_where_one_activity_or_the_level_is_not_covered() {
            Story high = filled(service("passi", "2.2", Optional.of("HIGH"), Set.of(CODE_AUDIT, INTRUSION), Map.of()))
                    .takes(VENDOR, "submit")
                    .takes(CERTIFIER, "admit");
            Laboratory oneActivity = covering(Set.of(INTRUSION), Set.of("HIGH", "SUBSTANTIAL"));
            Laboratory oneLevel = covering(Set.of(CODE_AUDIT, INTRUSION), Set.of("SUBSTANTIAL", "NOT_APPLICABLE"));
            Laboratory both = covering(Set.of(CODE_AUDIT, INTRUSION, "ORGANISATION_AUDIT"), Set.of("HIGH"));

            assertThat(unfit(high, oneActivity)).contains("lab-scope-activity");
            assertThat(code(() -> high.assigns(CERTIFIER, oneActivity))).isEqualTo("lab-scope-activity");
            assertThat(unfit(high, oneLevel)).contains("lab-scope-level");
            assertThat(code(() -> high.assigns(CERTIFIER, oneLevel))).isEqualTo("lab-scope-level");
            assertThat(unfit(high, both)).isEmpty();
            high.assigns(CERTIFIER, both);
            assertThat(high.dossier().laboratories()).containsExactly(both.id());
        }

        private Optional<String> unfit(Story story, Laboratory laboratory) {
            return Filing.unfit(story.knowing(laboratory).look(), laboratory.id())
                    .map(Refusal::code);
        }

        private Laboratory covering(Set<String> activities, Set<String> levels) {
            Coverage coverage = new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(), activities, levels);
            Laboratory body = Laboratories.laboratory(
                    "Centre Garance",
                    UUID.nameUUIDFromBytes(coverage.toString().getBytes(UTF_8)).toString());
            for (Competence.Title kind : List.of(Competence.Title.ACCREDITATION, Competence.Title.LICENCE)) {
                body = body.with(new Title(
                        kind,
                        kind.name(),
                        "Comité fictif",
                        Set.of(new SchemeId("passi")),
                        LocalDate.parse("2025-01-01"),
                        LocalDate.parse("2027-12-31"),
                        coverage,
                        List.of()));
            }
            return body;
        }

        private Surroundings.Other passi(String level, String scope) {
            return new Surroundings.Other(
                    new FamilyId("passi"),
                    new SchemeId("passi"),
                    new Subject(SubjectKind.SERVICE, "Audits de Vigie Ponant", Optional.empty()),
                    LocalDate.parse("2025-02-01"),
                    Optional.of(LocalDate.parse("2028-02-01")),
                    Optional.of(level),
                    Set.of(scope),
                    VisaStatus.IN_FORCE);
        }

        private void engage(Story story, String attestedUntil) {
            story.becomes(Filing.staff(
                    story.look(),
                    List.of(
                            attested("Nora Belkacem", INTRUSION, attestedUntil),
                            attested("Yann Le Goff", CODE_AUDIT, "2026-12-31", Assignment.Duty.LEADS_TEAM)),
                    List.of(),
                    EVALUATOR));
        }

        private Assignment attested(String person, String activity, String until, Assignment.Duty... duties) {
            return new Assignment(
                    person,
                    activity,
                    LocalDate.parse("2026-02-10"),
                    Optional.of(
                            new Assignment.Attestation("ATT-1", LocalDate.parse("2024-02-01"), LocalDate.parse(until))),
                    Optional.empty(),
                    Stream.of(duties).findFirst());
        }

        private Story evaluated(String level) {
            return Services.evaluated("passi", "2.2", level, Set.of(CODE_AUDIT, INTRUSION));
        }
    }

    /** Scenario S16, the gate of ownership. */
    @Nested
    class Ownership_under_SecNumCloud {

        @ParameterizedTest
        @ValueSource(strings = {"2600 snc-19-6-b-single", "2200,2000 snc-19-6-b-total", "2401 snc-19-6-b-single"})
        void invariant_46_too_much_of_it_outside_the_Union_is_refused_before_the_evaluation(String holdingsAndCode) {
            String[] parts = holdingsAndCode.split(" ");

            assertThat(code(() -> examined(parts[0]).takes(CERTIFIER, "accept")))
                    .isEqualTo(parts[1]);
        }

        @Test
        void invariant_46_within_the_thresholds_it_goes_on() {
            Story cloud = examined("2200,1500").takes(CERTIFIER, "accept");

            assertThat(cloud.dossier().stage()).isEqualTo("evaluation-plan");
        }

        private Story examined(String holdings) {
            List<Integer> shares = java.util.Arrays.stream(holdings.split(","))
                    .map(Integer::valueOf)
                    .toList();
            Map<String, FactValue> facts = Map.of(
                    "non-eu-capital",
                    new FactValue.Shares(shares),
                    "non-eu-votes",
                    new FactValue.Shares(List.of()),
                    "eu-seat",
                    new FactValue.Flag(true),
                    "non-eu-control",
                    new FactValue.Flag(false),
                    "non-eu-supplier-access",
                    new FactValue.Flag(false),
                    "operating-autonomy",
                    FactValue.Words.of("own-skills"),
                    "eu-data-location",
                    new FactValue.Flag(true),
                    "termination-without-penalty",
                    new FactValue.Flag(true),
                    "erasure-notice-days",
                    new FactValue.Whole(21));
            return filled(service("secnumcloud", "3.2", Optional.empty(), Set.of("IAAS"), facts))
                    .takes(VENDOR, "submit")
                    .takes(CERTIFIER, "admit")
                    .assigns(CERTIFIER, laboratory("secnumcloud"));
        }
    }

    /** L. 102 of the code knows two certifications: III conformity, IV a level. */
    @Test
    void a_means_is_certified_as_conforming_without_a_level_or_attested_at_one() {
        Map<String, FactValue> conformity = Map.of("certification", new FactValue.Words(Set.of("conformity")));
        Map<String, FactValue> attestation = Map.of("certification", new FactValue.Words(Set.of("level")));
        Story graded = filled(service("mie", "1", Optional.of("HIGH"), Set.of(), conformity));
        assertThat(code(() -> graded.takes(VENDOR, "submit"))).isEqualTo("conformity-has-no-level");
        Story ungraded = filled(service("mie", "1", Optional.of("NOT_APPLICABLE"), Set.of(), attestation));
        assertThat(code(() -> ungraded.takes(VENDOR, "submit"))).isEqualTo("attestation-needs-level");

        Story conforming = filled(service("mie", "1", Optional.of("NOT_APPLICABLE"), Set.of(), conformity));
        assertThat(conforming.takes(VENDOR, "submit").dossier().stage()).isEqualTo("submitted");
        Story attested = filled(service("mie", "1", Optional.of("LOW"), Set.of(), attestation));
        assertThat(attested.takes(VENDOR, "submit").dossier().stage()).isEqualTo("submitted");
    }

    @Nested
    class Silence {

        @Test
        void invariant_59_three_months_after_a_complete_request_it_is_a_rejection() {
            Story mie = filled(service("mie", "1", Optional.of("HIGH"), Set.of(), Map.of()))
                    .takes(VENDOR, "submit")
                    .on("2026-02-16")
                    .takes(CERTIFIER, "admit");

            assertThat(rejectedOn(mie, "2026-05-16")).isEmpty();
            assertThat(rejectedOn(mie, "2026-05-17")).contains(LocalDate.parse("2026-05-17"));
            assertThat(rejectedOn(mie, "2026-12-01")).contains(LocalDate.parse("2026-05-17"));
            assertThat(remedyOn(mie, "2026-05-16")).isEmpty();
            assertThat(remedyOn(mie, "2026-05-17")).hasValueSatisfying(remedy -> {
                assertThat(remedy.text().fr()).contains("tribunal administratif", "deux mois");
                assertThat(remedy.text().en()).contains("administrative court", "two months");
                assertThat(remedy.verified()).as("nobody read the article").isFalse();
            });
        }

        @Test
        void invariant_60_three_months_after_the_notification_reasons_of_the_delay_are_owed() {
            Story stamps = filled(service("timestamping", "910-2014", Optional.empty(), Set.of(), Map.of()))
                    .on("2026-01-14")
                    .takes(VENDOR, "submit");

            List<Clocks.Running> inTime = owing(stamps, "2026-04-14");
            assertThat(inTime).singleElement().satisfies(clock -> {
                assertThat(clock.lastDay()).isEqualTo("2026-04-14");
                assertThat(clock.overdue()).isFalse();
            });
            assertThat(owing(stamps, "2026-04-15")).singleElement().matches(Clocks.Running::overdue);
        }

        private Optional<LocalDate> rejectedOn(Story story, String day) {
            return Clocks.rejectedBySilence(story.dossier(), procedure(story), FRANCE, LocalDate.parse(day));
        }

        private Optional<LegalRemedy> remedyOn(Story story, String day) {
            return Clocks.remedyOfSilence(story.dossier(), procedure(story), FRANCE, LocalDate.parse(day));
        }

        private List<Clocks.Running> owing(Story story, String day) {
            return Clocks.running(story.dossier(), procedure(story), FRANCE, LocalDate.parse(day)).stream()
                    .filter(clock -> clock.deadline().missed() == Deadline.Missed.OWES_REASONS)
                    .toList();
        }

        private Procedure procedure(Story story) {
            return story.look().scheme().conduct().orElseThrow().procedure();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4.3.x", "X", "9.2.3.x (avec X>=5)", "4.1 et suivantes", "4.1 and later", "4.1+", ">= 4", "4.*"})
    void invariant_24_a_certificate_names_exact_versions_and_nothing_later(String versions) {
        assertThat(codes(Story.of(
                        "cspn",
                        "1.1",
                        DossierKind.INITIAL,
                        Optional.empty(),
                        product("cspn", "1.1", versions, Map.of()),
                        "2026-02-09")))
                .contains("version-not-exact");
        assertThat(codes(Story.of(
                        "qual-prod",
                        "1.0",
                        DossierKind.INITIAL,
                        Optional.empty(),
                        product("qual-prod", "1.0", versions, Map.of()),
                        "2026-02-09")))
                .doesNotContain("version-not-exact");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.1.0, 4.1.1",
                "4.1.0; 4.1.1",
                "4.1.0 et 4.1.1",
                "4.1.0 and 4.1.1",
                "4.1.0 / 4.1.1",
                "4.1.0 & 4.1.1"
            })
    void invariant_24_a_first_level_certificate_names_one_version_only_and_other_certificates_may_name_several(
            String versions) {
        assertThat(codes(Story.of(
                        "cspn",
                        "1.1",
                        DossierKind.INITIAL,
                        Optional.empty(),
                        product("cspn", "1.1", versions, Map.of()),
                        "2026-02-09")))
                .contains("version-not-single")
                .doesNotContain("version-not-exact");
        assertThat(codes(Story.of(
                        "cc-fr",
                        "2002-535",
                        DossierKind.INITIAL,
                        Optional.empty(),
                        product("cc-fr", "2002-535", versions, Map.of()),
                        "2025-02-09")))
                .doesNotContain("version-not-single", "version-not-exact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.1.0", "Xenon 3", "2.10 Portable", "V4R2", "1.0-rc2", "10x"})
    void invariant_24_an_exact_version_may_look_as_it_likes(String versions) {
        assertThat(codes(Story.of(
                        "cspn",
                        "1.1",
                        DossierKind.INITIAL,
                        Optional.empty(),
                        product("cspn", "1.1", versions, Map.of()),
                        "2026-02-09")))
                .doesNotContain("version-not-exact", "version-not-single");
    }

    @Test
    void invariant_25_no_look_at_a_dossier_takes_another_version_of_its_scheme() {
        Story story = Story.eucc(Story.card(2, Optional.empty()), "2026-05-12");
        SchemeVersion former =
                Story.SCHEMES.version(SchemeVersionId.of("eucc", "2025-01-08")).orElseThrow();

        assertThatThrownBy(() -> new Handling(
                        story.dossier(),
                        former,
                        story,
                        story.look().at(),
                        story.look().day()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Scenario S19, the change that is too large. */
    @Test
    void invariant_33_a_major_change_ends_the_maintenance_and_adds_no_version() {
        VisaId about = new VisaId(UUID.randomUUID());
        Story change = filled(Story.of(
                        "eucc",
                        "2025-12-29",
                        DossierKind.MAINTENANCE,
                        Optional.of(about),
                        Story.card(2, Optional.empty()),
                        "2026-06-11"))
                .takes(VENDOR, "submit")
                .takes(CERTIFIER, "admit")
                .deposits(VENDOR, "IMPACT_ANALYSIS_REPORT");

        assertThat(code(() -> change.takes(DECIDER, "require-reevaluation")))
                .as("two persons rule a change major, none alone")
                .isEqualTo("decision-needed");
        change.decides(DECIDER, DecisionKind.REQUIRE_REEVALUATION);

        assertThat(change.dossier().stage()).isEqualTo("closed");
        assertThat(change.inTheWayOf(DecisionKind.MAINTAIN)).isEqualTo("step-not-open");
    }

    private static List<String> codes(Story story) {
        return Preflight.of(story.look(), story.dossier().stage()).stream()
                .map(Finding::code)
                .toList();
    }
}
