package org.sceau.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.scenarios.Cases.ARVOR;
import static org.sceau.it.scenarios.Cases.CSPN;
import static org.sceau.it.scenarios.Cases.EUCC;
import static org.sceau.it.scenarios.Cases.NATIONAL_CC;
import static org.sceau.it.scenarios.Cases.OXALIS;
import static org.sceau.it.scenarios.Cases.PASSI;
import static org.sceau.it.scenarios.Cases.PRIS;
import static org.sceau.it.scenarios.Cases.SECNUMCLOUD;
import static org.sceau.it.scenarios.Cases.TIME_STAMPING;
import static org.sceau.it.scenarios.Cases.followUp;
import static org.sceau.it.scenarios.Cases.initial;
import static org.sceau.it.scenarios.Who.ADMINISTRATOR;
import static org.sceau.it.scenarios.Who.APPROVER;
import static org.sceau.it.scenarios.Who.BOTH;
import static org.sceau.it.scenarios.Who.CERTIFIER;
import static org.sceau.it.scenarios.Who.DECIDER;
import static org.sceau.it.scenarios.Who.OTHER_VENDOR;
import static org.sceau.it.scenarios.Who.REVIEWER;
import static org.sceau.it.scenarios.Who.SECOND;
import static org.sceau.it.scenarios.Who.SECOND_APPROVER;
import static org.sceau.it.scenarios.Who.SUPERVISOR;
import static org.sceau.it.scenarios.Who.TURNED;
import static org.sceau.it.scenarios.Who.VENDOR;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sceau.it.server.Patience;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.VisaId;

/**
 * The acceptance scenarios, in the order of their days: over the network they run on one registry, whose clock never goes back. Days
 * that follow from one another are counted from the day on which a scenario begins there.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class AcceptanceScenarios {
    private static final Optional<String> SMART_CARDS = Optional.of("smartcards");
    private static final Set<String> LEVELS = Set.of("SUBSTANTIAL", "HIGH");
    private static final String EXCEPTION = "assurance-exception";
    static final Set<String> AUDITS = Set.of("PENETRATION_TEST", "SOURCE_CODE_AUDIT");
    private static final Set<String> RESPONSES = Set.of(
            "COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION", "MALWARE_ANALYSIS", "INVESTIGATION_COORDINATION");

    /** The registry of this run. */
    abstract Registry registry();

    LocalDate on(String day) {
        return registry().on(LocalDate.parse(day));
    }

    /** The same, or a later one where the clock is there already: no earlier than a day on which something was done before. */
    private LocalDate on(String day, LocalDate least) {
        LocalDate text = LocalDate.parse(day);
        return registry().on(text.isBefore(least) ? least : text);
    }

    private Refusal refused(Runnable act) {
        return registry().refused(act);
    }

    private String code(Runnable act) {
        return refused(act).code();
    }

    /** An EUCC dossier in the hands of the certifier. */
    private String admitted(Who vendor, String holder, Application application) {
        String dossier = registry().open(vendor, initial(EUCC, holder, application));
        registry()
                .deposit(
                        vendor,
                        dossier,
                        "fr",
                        "APPLICATION",
                        "COMMITMENTS",
                        "DEVELOPER_EVIDENCE",
                        "SECURITY_TARGET",
                        "VULNERABILITY_PROCEDURES");
        registry().step(vendor, dossier, "submit");
        registry().step(CERTIFIER, dossier, "admit");
        return dossier;
    }

    /** In the hands of the laboratory, which planned the evaluation. */
    private void accepted(String dossier) {
        registry().assign(CERTIFIER, dossier, ARVOR);
        registry().deposit(Who.ARVOR, dossier, "fr", "EVALUATION_PLAN");
        registry().step(CERTIFIER, dossier, "accept");
    }

    private void evaluated(String dossier, Who evaluator, Who reviewer) {
        registry().deposit(evaluator, dossier, "fr", "EVALUATION_TECHNICAL_REPORT");
        registry().conclude(evaluator, dossier, "laboratory-conclusion", true);
        registry().step(evaluator, dossier, "deliver-report");
        registry().step(CERTIFIER, dossier, "start-review");
        registry().deposit(reviewer, dossier, "fr", "REVIEW_REPORT");
        registry().conclude(reviewer, dossier, "review-conclusion", true);
        registry().conclude(reviewer, dossier, "consistency-check", true);
        registry().deposit(CERTIFIER, dossier, "fr", "CERTIFICATION_REPORT");
        registry().step(reviewer, dossier, "conclude-review");
    }

    /** An EUCC dossier at its decision. */
    private String ready(Who vendor, String holder, Application application) {
        String dossier = admitted(vendor, holder, application);
        accepted(dossier);
        evaluated(dossier, Who.ARVOR, REVIEWER);
        return dossier;
    }

    String decided(Content content) {
        return registry().approve(SECOND, registry().propose(DECIDER, content));
    }

    private String granted(Who vendor, String holder, Application application, LocalDate day) {
        String dossier = ready(vendor, holder, application);
        return decided(Content.grant(dossier, day, day.plusYears(5)));
    }

    private void entitle(String scheme, Set<String> scopes, LocalDate day) {
        registry().entitle(ARVOR, Cases.services(scheme, scopes, LEVELS, day.minusYears(1), day.plusYears(2)));
    }

    /** A dossier of a service in the hands of the certifier. */
    String service(SchemeVersionId scheme, String holder, Application application, String... papers) {
        String dossier = registry().open(OTHER_VENDOR, initial(scheme, holder, application));
        admitted(dossier, papers);
        return dossier;
    }

    private void admitted(String dossier, String... papers) {
        registry().deposit(OTHER_VENDOR, dossier, "fr", Cases.servicePapers(papers));
        registry().step(OTHER_VENDOR, dossier, "submit");
        registry().step(CERTIFIER, dossier, "admit");
    }

    void planned(String dossier) {
        registry().assign(CERTIFIER, dossier, ARVOR);
        registry().step(CERTIFIER, dossier, "accept");
        registry().deposit(Who.ARVOR, dossier, "fr", "EVALUATION_STRATEGY");
        registry().step(CERTIFIER, dossier, "approve-plan");
    }

    void reported(String dossier, String... conclusions) {
        registry().deposit(Who.ARVOR, dossier, "fr", "EVALUATION_REPORT");
        for (String conclusion : conclusions) {
            registry().conclude(Who.ARVOR, dossier, conclusion, true);
        }
        registry().step(Who.ARVOR, dossier, "deliver-report");
        registry().step(CERTIFIER, dossier, "start-review");
        registry().deposit(REVIEWER, dossier, "fr", "REVIEW_REPORT");
        registry().conclude(REVIEWER, dossier, "review-conclusion", true);
        registry().step(REVIEWER, dossier, "conclude-review");
    }

    @Test
    @Order(0)
    void S03_who_supervises_a_scheme_is_not_made_a_decider_of_it() {
        Set<String> before = registry().roles(ADMINISTRATOR, SUPERVISOR);
        assertThat(before).containsExactly("ncca-supervisor");

        Refusal wall = refused(() -> registry().giveRole(ADMINISTRATOR, SUPERVISOR, Role.DECIDER, EUCC.scheme()));

        assertThat(wall.code()).isEqualTo("sod-supervision-issuance");
        assertThat(wall.details()).containsEntry("scheme", "eucc");
        assertThat(registry().roles(ADMINISTRATOR, SUPERVISOR)).isEqualTo(before);
        assertThat(code(() -> registry().giveRole(SUPERVISOR, SUPERVISOR, Role.DECIDER, EUCC.scheme())))
                .isEqualTo("role-missing");
    }

    @Test
    @Order(1)
    void S10_a_national_certificate_too_late_to_open_and_too_late_to_grant() {
        LocalDate opening = on("2025-02-20");
        registry()
                .entitle(
                        ARVOR,
                        Cases.services("cc-fr", Set.of(), Set.of(), opening.minusYears(1), opening.plusYears(3)));
        String dossier = registry().open(OTHER_VENDOR, initial(NATIONAL_CC, Cases.firewall()));
        on("2025-03-03");
        Refusal closed = refused(() -> registry().open(OTHER_VENDOR, initial(NATIONAL_CC, Cases.firewall())));
        assertThat(closed.code()).isEqualTo("scheme-closed");
        assertThat(closed.details().get("convert-to")).isEqualTo("eucc-2025-01-08");

        registry().deposit(OTHER_VENDOR, dossier, "fr", "APPLICATION", "SECURITY_TARGET", "EVALUATION_PLAN");
        registry().step(OTHER_VENDOR, dossier, "submit");
        registry().step(CERTIFIER, dossier, "admit");
        registry().assign(CERTIFIER, dossier, ARVOR);
        registry().step(CERTIFIER, dossier, "accept");
        registry().deposit(Who.ARVOR, dossier, "fr", "EVALUATION_TECHNICAL_REPORT");
        registry().conclude(Who.ARVOR, dossier, "laboratory-conclusion", true);
        registry().step(Who.ARVOR, dossier, "deliver-report");
        registry().step(CERTIFIER, dossier, "start-review");
        registry().deposit(REVIEWER, dossier, "fr", "REVIEW_REPORT");
        registry().conclude(REVIEWER, dossier, "review-conclusion", true);
        registry().deposit(CERTIFIER, dossier, "fr", "CERTIFICATION_REPORT");
        registry().step(REVIEWER, dossier, "conclude-review");
        LocalDate late = on("2026-03-05");

        Refusal ended = refused(() -> registry()
                .propose(
                        DECIDER, Content.grant(dossier, late, late.plusYears(5)).atLevel("EAL4")));
        assertThat(ended.code()).isEqualTo("scheme-ended");
        assertThat(ended.details().get("convert-to")).isEqualTo(EUCC.toString());
        // Nor is a day before the end named once the end is past.
        LocalDate before = LocalDate.parse("2026-02-20");
        assertThat(code(() -> registry()
                        .propose(
                                DECIDER,
                                Content.grant(dossier, before, before.plusYears(5))
                                        .atLevel("EAL4"))))
                .isEqualTo("scheme-ended");
    }

    @Test
    @Order(2)
    void S04_a_suspension_keeps_to_its_limits_and_only_the_authority_extends_it() {
        LocalDate granted = on("2026-01-20");
        Application router = Cases.product("Routeur Brume", "5.2", 2, Optional.empty());
        String visa = granted(OTHER_VENDOR, "Brume Télécom", router, granted);
        Optional<LocalDate> end = registry().visa(visa, granted).lastDay();
        String remedy = registry().askRemedy(CERTIFIER, visa, granted.plusDays(30));
        assertThat(registry().remedy(CERTIFIER, remedy)).isEqualTo("asked");
        LocalDate decided = registry().on(granted.plusDays(41));
        assertThat(registry().remedy(CERTIFIER, remedy)).as("no reply came").isEqualTo("decision-due");
        Content suspend = Content.about(DecisionKind.SUSPEND, visa, decided).because(remedy);

        assertThat(code(() -> registry().propose(DECIDER, suspend.until(decided.plusDays(60)))))
                .isEqualTo("suspension-gt-42d");
        decided(suspend.until(decided.plusDays(42)));
        registry().requireTold(CERTIFIER, id(visa, decided), "decision-made ENISA", 1);
        assertThat(registry().visa(visa, decided).status()).isEqualTo("in-force");
        assertShown("suspended", visa, decided.plusDays(1));

        LocalDate later = registry().on(decided.plusDays(39));
        Content extend = Content.about(DecisionKind.EXTEND_SUSPENSION, visa, later);
        assertThat(code(() -> registry().propose(DECIDER, extend.until(decided.plusDays(60)))))
                .isEqualTo("extension-ncca-only");
        Refusal tooLong = refused(() ->
                registry().propose(APPROVER, extend.until(decided.plusYears(1).plusDays(13))));
        assertThat(tooLong.code()).isEqualTo("suspension-gt-1y");
        assertThat(tooLong.details()).containsValue(decided.plusYears(1).toString());
        LocalDate extended = decided.plusDays(273);
        registry().approve(SECOND_APPROVER, registry().propose(APPROVER, extend.until(extended)));
        registry().requireTold(CERTIFIER, id(visa, later), "decision-made ENISA", 2);

        for (LocalDate day : List.of(decided.plusDays(1), decided.plusDays(42), later, extended)) {
            assertShown("suspended", visa, day);
            assertThat(registry().visa(visa, day).lastDay()).isEqualTo(end);
            assertThat(registry().search("common-criteria", Set.of(), day)).doesNotContain(visa);
        }
        assertThat(registry().visa(visa, extended)).matches(sight -> !sight.overdue());
        assertThat(registry().visa(visa, extended.plusDays(1)))
                .matches(Registry.Sight::overdue)
                .matches(sight -> !sight.status().equals("in-force"));
    }

    @Test
    @Order(4)
    void S01_AVA_VAN_5_is_beyond_the_authorisation_of_one_laboratory_and_within_that_of_another() {
        on("2026-05-12");
        String dossier = admitted(VENDOR, "Halcyon Cards", Cases.product("Halcyon Card OS", "4.1.0", 5, SMART_CARDS));

        assertThat(code(() -> registry().assign(CERTIFIER, dossier, OXALIS))).isEqualTo("lab-scope-van");
        accepted(dossier);
        assertThat(registry().stage(CERTIFIER, dossier)).isEqualTo("evaluation");
    }

    @Test
    @Order(5)
    void S02_who_evaluated_or_reviewed_a_dossier_does_not_decide_on_it() {
        LocalDate day = on("2026-05-12");
        String dossier = admitted(VENDOR, "Halcyon Cards", Cases.product("Halcyon Card OS", "4.1.0", 5, SMART_CARDS));
        accepted(dossier);
        evaluated(dossier, TURNED, BOTH);
        Content grant = Content.grant(dossier, day, day.plusYears(5));

        assertThat(code(() -> registry().propose(TURNED, grant))).isEqualTo("sod-evaluator-decider");
        assertThat(code(() -> registry().propose(BOTH, grant))).isEqualTo("sod-reviewer-decider");
        Registry.Proposed proposed = registry().propose(DECIDER, grant);
        assertThat(code(() -> registry().approve(TURNED, proposed))).isEqualTo("sod-evaluator-decider");
        assertThat(code(() -> registry().approve(BOTH, proposed))).isEqualTo("sod-reviewer-decider");
        assertThat(code(() -> registry().approve(DECIDER, proposed))).isEqualTo("approval-own-proposal");
        Registry.Sight visa = registry().visa(registry().approve(SECOND, proposed), day);
        assertThat(visa.status()).isEqualTo("in-force");
        assertThat(visa.level()).as("what was applied for").hasValue("HIGH");
    }

    @Test
    @Order(6)
    void S11_a_provider_granted_at_substantial_never_answers_a_search_for_high() {
        LocalDate day = on("2026-05-20");
        entitle("pris", RESPONSES, day);
        Set<String> scopes = Set.of("COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION", "MALWARE_ANALYSIS");
        Application asked = Cases.provider("Vigie Ponant", Optional.of("SUBSTANTIAL"), scopes);
        String dossier = service(PRIS, "Vigie Ponant", asked, "STAFF");
        planned(dossier);
        reported(dossier, "laboratory-conclusion", "staff-competence");
        Content grant = Content.grant(dossier, day, day.plusYears(3)).keeping(scopes);
        assertThat(code(() -> registry().propose(DECIDER, grant.atLevel("HIGH"))))
                .isEqualTo("grant-beyond-application");
        List<Clause> clauses = List.of(
                new Clause(
                        Clause.Kind.CONDITION,
                        "Les analyses sont faites dans les locaux audités.",
                        Optional.of("Analyses are made on the audited premises.")),
                new Clause(
                        Clause.Kind.RESERVATION,
                        "La nuit, l’astreinte est à deux heures.",
                        Optional.of("At night the team is two hours away.")));
        String visa = decided(grant.atLevel("SUBSTANTIAL").under(clauses.toArray(Clause[]::new)));
        assertThat(registry().visa(visa, day).conditions()).isEqualTo(clauses);

        assertListed("pris", Set.of("SUBSTANTIAL", "HIGH"), day, visa);
        assertThat(registry().visa(visa, day).links()).containsExactly("https://provider.example/incident");
        assertThat(registry().certificate(visa))
                .containsEntry("incident-contact", List.of("https://provider.example/incident"));
        assertThat(registry().search("pris", Set.of("HIGH"), day)).doesNotContain(visa);
        assertThat(registry().visa(visa, day).lastDay()).hasValue(day.plusYears(3));
        // The level is no field that anybody edits: what lowers it is a decision, and nothing raises it but a new
        // dossier.
        assertThat(code(() -> registry()
                        .propose(
                                DECIDER,
                                Content.about(DecisionKind.DEGRADE_LEVEL, visa, day)
                                        .atLevel("HIGH"))))
                .isEqualTo("level-not-lower");
        Content raise = Content.about(DecisionKind.EXTEND_SCOPE, visa, day)
                .keeping(scopes)
                .atLevel("HIGH");
        Application higher = Cases.provider("Vigie Ponant", Optional.of("HIGH"), scopes);
        String extension = registry().open(OTHER_VENDOR, followUp(PRIS, DossierKind.EXTENSION, visa, higher));
        admitted(extension, "STAFF");
        planned(extension);
        reported(extension, "laboratory-conclusion", "staff-competence");
        assertThat(decided(raise.on(extension))).isEqualTo(visa);
        assertListed("pris", Set.of("HIGH"), day, visa);
    }

    @Test
    @Order(7)
    void invariant_66_national_security_is_granted_to_whoever_asked_for_it_whatever_the_level() {
        LocalDate day = on("2026-05-20");
        entitle("pris", RESPONSES, day);
        Set<String> scopes = Set.of("COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION");
        String high = service(PRIS, "Garde Haute", Cases.provider("Garde Haute", Optional.of("HIGH"), scopes), "STAFF");
        planned(high);
        reported(high, "laboratory-conclusion", "staff-competence");
        Content grant = Content.grant(high, day, day.plusYears(3)).keeping(scopes);
        assertThat(code(() -> registry().propose(DECIDER, grant.atLevel("HIGH").forNationalSecurity())))
                .as("no level implies it")
                .isEqualTo("grant-beyond-application");
        assertThat(registry().visa(decided(grant.atLevel("HIGH")), day).nationalSecurity())
                .isFalse();

        String asked = service(
                PRIS,
                "Garde Basse",
                Cases.forNationalSecurity(Cases.provider("Garde Basse", Optional.of("SUBSTANTIAL"), scopes)),
                "STAFF");
        planned(asked);
        reported(asked, "laboratory-conclusion", "staff-competence");
        Content wanted =
                Content.grant(asked, day, day.plusYears(3)).keeping(scopes).atLevel("SUBSTANTIAL");
        assertThat(registry().visa(decided(wanted.forNationalSecurity()), day).nationalSecurity())
                .isTrue();
    }

    /** The catalogue follows a commit within moments. */
    private void assertListed(String family, Set<String> levels, LocalDate day, String visa) {
        Patience.until(
                visa + " is listed",
                Duration.ofMinutes(1),
                () -> registry().search(family, levels, day).contains(visa));
    }

    @Test
    @Order(8)
    void S12_scopes_go_together_or_not_as_the_version_says() {
        on("2026-05-20");
        SchemeVersionId later = SchemeVersionId.of("pris", "crise-unverified");

        String alone = prepared(PRIS, "COMPROMISE_INDICATOR_SEARCH");
        assertThat(code(() -> registry().step(OTHER_VENDOR, alone, "submit"))).isEqualTo("scope-rec-inv");
        String together =
                prepared(PRIS, "COMPROMISE_INDICATOR_SEARCH", "DIGITAL_INVESTIGATION", "INVESTIGATION_COORDINATION");
        registry().step(OTHER_VENDOR, together, "submit");
        assertThat(registry().stage(OTHER_VENDOR, together)).isEqualTo("submitted");
        String crisis = prepared(PRIS, "CYBER_CRISIS_MANAGEMENT");
        assertThat(code(() -> registry().step(OTHER_VENDOR, crisis, "submit"))).isEqualTo("scope-not-in-version");
        String underLater = prepared(later, "CYBER_CRISIS_MANAGEMENT");
        registry().step(OTHER_VENDOR, underLater, "submit");
        assertThat(registry().stage(OTHER_VENDOR, underLater)).isEqualTo("submitted");
    }

    /** A dossier with all its papers that was not submitted yet. */
    private String prepared(SchemeVersionId scheme, String... asked) {
        Application application = Cases.provider("Vigie Ponant", Optional.of("SUBSTANTIAL"), Set.of(asked));
        String dossier = registry().open(OTHER_VENDOR, initial(scheme, application));
        registry().deposit(OTHER_VENDOR, dossier, "fr", Cases.servicePapers("STAFF"));
        return dossier;
    }

    @Test
    @Order(9)
    void S14_an_attestation_that_had_ended_keeps_the_requirement_from_being_met() {
        LocalDate day = on("2026-05-20");
        entitle("passi", AUDITS, day);
        String dossier = service(PASSI, "Garance", Cases.auditor("Garance", "HIGH", AUDITS), "STAFF", "ATTESTATIONS");
        planned(dossier);
        assertThat(code(() -> registry().conclude(Who.ARVOR, dossier, "staff-competence", true)))
                .as("nobody is named")
                .isEqualTo("attestation-missing");
        registry().staff(Who.ARVOR, dossier, audited("2026-01-31"), List.of());

        assertThat(registry().preflight(OTHER_VENDOR, dossier))
                .as("the finding is raised before anybody concludes")
                .contains("attestation-not-in-force");
        assertThat(code(() -> registry().conclude(Who.ARVOR, dossier, "staff-competence", true)))
                .isEqualTo("attestation-not-in-force");
        registry().staff(Who.ARVOR, dossier, audited("2026-02-10"), List.of());
        assertThat(code(() -> registry().conclude(Who.ARVOR, dossier, "staff-competence", true)))
                .as("it held for the engagement, and is over")
                .isEqualTo("attestation-not-in-force");
        registry().staff(Who.ARVOR, dossier, audited("2026-12-31"), List.of());
        assertThat(registry().preflight(OTHER_VENDOR, dossier)).doesNotContain("attestation-not-in-force");
        registry().conclude(Who.ARVOR, dossier, "staff-competence", true);

        // Nor does a conclusion help whose evidence is put right afterwards: no officer lets it pass.
        registry().staff(Who.ARVOR, dossier, audited("2026-01-31"), List.of());
        reported(dossier, "laboratory-conclusion");
        Content grant =
                Content.grant(dossier, day, day.plusYears(3)).keeping(AUDITS).atLevel("HIGH");
        assertThat(code(() -> registry().propose(DECIDER, grant))).isEqualTo("attestation-not-in-force");
    }

    /** One for each activity; the attestation of the penetration tester ends on that day. */
    private static List<Assignment> audited(String attestedUntil) {
        return List.of(
                engaged("Nora Belkacem", "PENETRATION_TEST", attestedUntil),
                engaged("Yann Le Goff", "SOURCE_CODE_AUDIT", "2026-12-31", Assignment.Duty.LEADS_TEAM));
    }

    private static Assignment engaged(String person, String activity, String attestedUntil, Assignment.Duty... duties) {
        return new Assignment(
                person,
                activity,
                LocalDate.parse("2026-02-10"),
                Optional.of(new Assignment.Attestation(
                        "ATT-1", LocalDate.parse("2024-02-01"), LocalDate.parse(attestedUntil))),
                Optional.empty(),
                Stream.of(duties).findFirst());
    }

    @Test
    @Order(10)
    void S15_a_subcontractor_of_a_lower_level_is_refused() {
        LocalDate day = on("2026-05-20");
        entitle("passi", AUDITS, day);
        String former = service(
                PASSI, "Auditeurs du Ponant", Cases.auditor("Auditeurs du Ponant", "SUBSTANTIAL", AUDITS), "STAFF");
        planned(former);
        reported(former, "laboratory-conclusion", "staff-competence");
        String substantial = decided(
                Content.grant(former, day, day.plusYears(3)).keeping(AUDITS).atLevel("SUBSTANTIAL"));
        String dossier =
                registry().open(OTHER_VENDOR, initial(PASSI, "Garance", Cases.auditor("Garance", "HIGH", AUDITS)));
        registry().deposit(OTHER_VENDOR, dossier, "fr", Cases.servicePapers("STAFF", "ATTESTATIONS"));
        registry()
                .staff(
                        OTHER_VENDOR,
                        dossier,
                        List.of(),
                        List.of(new Subcontract(
                                "SOURCE_CODE_AUDIT",
                                registry().visa(substantial, day).id())));
        registry().step(OTHER_VENDOR, dossier, "submit");

        assertThat(code(() -> registry().step(CERTIFIER, dossier, "admit"))).isEqualTo("subcontractor-level");
        registry().step(CERTIFIER, dossier, "ask-completion", "Le sous-traitant est d’un niveau inférieur.");
        registry().staff(OTHER_VENDOR, dossier, List.of(), List.of());
        registry().step(OTHER_VENDOR, dossier, "complete");
        registry().step(CERTIFIER, dossier, "admit");
    }

    @Test
    @Order(14)
    void S16_ownership_is_a_gate_and_a_service_on_a_lost_one_is_flagged_and_never_withdrawn_by_itself() {
        LocalDate first = on("2026-02-04");
        entitle("secnumcloud", Set.of("IAAS", "SAAS"), first);
        assertThat(owned(List.of(2600))).isEqualTo("snc-19-6-b-single");
        assertThat(owned(List.of(2200, 2000))).isEqualTo("snc-19-6-b-total");
        String base = cloud("Nébuleuse Ouest", "IAAS", Set.of(), first);
        LocalDate second = on("2026-06-01");
        String resting = cloud(
                "Dossier Clair", "SAAS", Set.of(registry().visa(base, second).id()), second);

        LocalDate day = on("2026-10-15");
        assertThat(registry().impacts(CERTIFIER)).noneMatch(impact -> impact.startsWith(resting));
        registry().requireNotAsked(CERTIFIER, id(resting, day), "review-impact");
        decided(Content.about(DecisionKind.WITHDRAW, base, day));
        assertThat(registry().visa(base, day).status()).isEqualTo("withdrawn");
        assertThat(registry().impacts(CERTIFIER)).contains(resting + " base-withdrawn " + base);
        registry().requireAsked(CERTIFIER, id(resting, day), "review-impact");
        assertThat(registry().visa(resting, day).status())
                .as("no automatic withdrawal")
                .isEqualTo("in-force");
    }

    String id(String visa, LocalDate day) {
        return registry().visa(visa, day).id().toString();
    }

    private String owned(List<Integer> holdings) {
        String dossier =
                service(SECNUMCLOUD, "Nébuleuse Ouest", Cases.cloud("Nébuleuse Ouest", "IAAS", holdings, Set.of()));
        registry().assign(CERTIFIER, dossier, ARVOR);
        return code(() -> registry().step(CERTIFIER, dossier, "accept"));
    }

    private String cloud(String name, String scope, Set<VisaId> bases, LocalDate day) {
        String dossier = service(SECNUMCLOUD, "Nébuleuse Ouest", Cases.cloud(name, scope, List.of(2200, 1500), bases));
        planned(dossier);
        reported(dossier, "laboratory-conclusion");
        return decided(Content.grant(dossier, day, day.plusYears(3)).keeping(Set.of(scope)));
    }

    @Test
    @Order(12)
    void S19_a_minor_change_adds_its_version_and_several_together_are_a_major_one() {
        LocalDate day = on("2026-06-11");
        Application card = Cases.product("Halcyon Card OS", "4.1.0", 5, SMART_CARDS);
        String visa = granted(VENDOR, "Halcyon Cards", card, day);
        Registry.Sight before = registry().visa(visa, day);
        String change = maintenance(visa, Cases.product("Halcyon Card OS", "4.1.1", 5, SMART_CARDS));
        registry().deposit(CERTIFIER, change, "fr", "MAINTENANCE_REPORT");
        registry().conclude(CERTIFIER, change, "minor-change", true);
        registry().step(CERTIFIER, change, "rule-minor");
        String same = decided(
                Content.about(DecisionKind.MAINTAIN, visa, day).on(change).forVersions("4.1.1"));

        assertThat(same).isEqualTo(visa);
        Registry.Sight after = registry().visa(visa, day);
        assertThat(after.reference()).isEqualTo(before.reference());
        assertThat(after.lastDay()).isEqualTo(before.lastDay());
        assertThat(after.versions())
                .hasValueSatisfying(
                        versions -> assertThat(versions).contains("4.1.0").contains("4.1.1"));
        assertThat(after.maintained()).containsExactly("4.1.1");

        // No new certificate: the agency is sent the maintenance report, once it is there in its language.
        assertThat(registry().missing(CERTIFIER, change)).containsExactly("maintenance-report/en");
        registry().deposit(CERTIFIER, change, "en", "MAINTENANCE_REPORT");
        assertThat(registry().missing(CERTIFIER, change)).isEmpty();
        registry().sendPackage(CERTIFIER, change);

        // Each of three more is minor by itself; together they are a major change (2462, recital 5).
        List<String> three = Stream.of("4.1.2", "4.1.3", "4.2.0")
                .map(version -> maintenance(visa, Cases.product("Halcyon Card OS", version, 5, SMART_CARDS)))
                .toList();
        assertThat(code(() -> registry().step(CERTIFIER, three.get(0), "require-reevaluation")))
                .as("no single person rules a change major")
                .isEqualTo("role-missing");
        for (String together : three) {
            decided(Content.about(DecisionKind.REQUIRE_REEVALUATION, visa, day).on(together));
            assertThat(registry().stage(CERTIFIER, together)).isEqualTo("closed");
        }
        assertThat(registry().visa(visa, day).versions()).isEqualTo(after.versions());
        assertThat(registry()
                        .open(
                                VENDOR,
                                followUp(
                                        EUCC,
                                        DossierKind.REEVALUATION,
                                        visa,
                                        Cases.product("Halcyon Card OS", "4.2.0", 5, SMART_CARDS))))
                .isNotBlank();
    }

    @Test
    @Order(3)
    void S18_a_vulnerability_that_nothing_helps_leaves_the_withdrawal_alone_and_tells_no_means() {
        LocalDate day = on("2026-04-07");
        String chip = granted(VENDOR, "Halcyon Cards", Cases.product("Halcyon Chip", "1.0", 5, SMART_CARDS), day);
        VisaId base = registry().visa(chip, day).id();
        String card = granted(
                OTHER_VENDOR,
                "Brume Télécom",
                Cases.composite(Cases.product("Carte Brume", "1.0", 5, SMART_CARDS), base),
                day);
        String passport = granted(
                VENDOR,
                "Halcyon Cards",
                Cases.composite(Cases.product("Halcyon Passport", "2.0", 5, SMART_CARDS), base),
                day);
        String record = registry().report(VENDOR, chip);
        String means = "zorglub-glitch-at-cycle-4242";
        registry().keepApart(VENDOR, record, means);
        registry().judgeIncurable(VENDOR, record);

        assertThat(code(() -> registry().propose(DECIDER, Content.about(DecisionKind.CONFIRM, chip, day))))
                .isEqualTo("vuln-35-6");
        assertThat(decided(Content.about(DecisionKind.WITHDRAW, chip, day))).isEqualTo(chip);

        assertThat(registry().visa(chip, day).status()).isEqualTo("withdrawn");
        List<Registry.Warning> warnings = registry().warnings(CERTIFIER, record);
        assertThat(warnings)
                .extracting(Registry.Warning::to)
                .containsExactlyInAnyOrder("holder", "ncca", "enisa", "dependent-holders", "dependent-holders");
        assertThat(warnings)
                .filteredOn(warning -> warning.to().equals("dependent-holders"))
                .extracting(warning -> warning.visa().orElseThrow())
                .containsExactlyInAnyOrder(
                        registry().visa(card, day).id(),
                        registry().visa(passport, day).id());
        assertThat(warnings)
                .allSatisfy(warning -> assertThat(warning.content()).doesNotContain(means))
                .filteredOn(warning -> warning.to().equals("ncca"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.content())
                        .contains(
                                Cases.CLOCK_GLITCH.impact().orElseThrow(),
                                Cases.CLOCK_GLITCH.consequences().orElseThrow()));
        assertThat(registry().visa(card, day).status())
                .as("whoever rests on it is told, and judged by nobody but officers")
                .isEqualTo("in-force");
    }

    @Test
    @Order(30)
    void S27_of_130_certificates_five_are_too_few_and_six_are_enough() {
        LocalDate day = on("2026-11-20");
        int first = 5000;
        int missing = 130 - (int) registry().population(SUPERVISOR, EUCC.scheme(), day.getYear());
        registry().importRows(Cases.routers(first, missing, day.minusDays(1)));
        assertThat(registry().population(SUPERVISOR, EUCC.scheme(), day.getYear()))
                .isEqualTo(130);
        List<VisaId> six = IntStream.range(first, first + 6)
                .mapToObj(number -> registry()
                        .visa("EUCC-3090-%d-%d".formatted(day.minusDays(1).getYear(), number), day)
                        .id())
                .toList();

        Refusal five = refused(() -> registry().sample(SUPERVISOR, EUCC.scheme(), day.getYear(), six.subList(0, 5)));
        assertThat(five.code()).isEqualTo("sample-lt-4pct");
        assertThat(five.details()).containsEntry("needed", "6").containsEntry("population", "130");
        assertThat(registry().criteria(SUPERVISOR, EUCC.scheme(), day.getYear()))
                .isEmpty();

        registry().sample(SUPERVISOR, EUCC.scheme(), day.getYear(), six);

        assertThat(registry().criteria(SUPERVISOR, EUCC.scheme(), day.getYear()))
                .containsExactly("Les plus cités / Most cited");
        for (VisaId visa : six) {
            registry().requireTold(OTHER_VENDOR, visa.toString(), "sampled Brume Télécom", 1);
        }
    }

    private String maintenance(String visa, Application changed) {
        String dossier = registry().open(VENDOR, followUp(EUCC, DossierKind.MAINTENANCE, visa, changed));
        registry()
                .deposit(
                        VENDOR,
                        dossier,
                        "fr",
                        "APPLICATION",
                        "COMMITMENTS",
                        "DEVELOPER_EVIDENCE",
                        "SECURITY_TARGET",
                        "VULNERABILITY_PROCEDURES",
                        "IMPACT_ANALYSIS_REPORT");
        registry().step(VENDOR, dossier, "submit");
        registry().step(CERTIFIER, dossier, "admit");
        return dossier;
    }

    @Test
    @Order(11)
    void S08_a_validity_of_eight_years_needs_an_approval_that_was_given_before() {
        LocalDate first = on("2026-06-10");
        LocalDate day = first.plusDays(5);
        Application meter = Cases.product("Compteur Watt d’Oc", "1.0", 2, Optional.empty());
        String one = ready(VENDOR, "Watt d’Oc", meter);
        String other = ready(VENDOR, "Watt d’Oc", meter);
        assertThat(code(() -> registry().askApproval(CERTIFIER, one, "long-validity")))
                .as("of which validity is not said")
                .isEqualTo("approval-end");
        registry().askApproval(CERTIFIER, one, "long-validity", day.plusYears(8));
        registry().answerApproval(APPROVER, one, "long-validity", true, first);
        registry().approveAnswer(SECOND_APPROVER, one, "long-validity");

        registry().on(day);
        assertThat(code(() -> registry().propose(DECIDER, eightYears(other, day))))
                .as("nobody approved it")
                .isEqualTo("validity-gt-5y");
        assertThat(code(() -> registry()
                        .propose(
                                DECIDER,
                                Content.grant(one, day, day.plusYears(8).plusDays(1)))))
                .as("eight years were approved and no day more")
                .isEqualTo("validity-gt-5y");
        String visa = decided(eightYears(one, day));
        assertThat(registry().visa(visa, day).lastDay()).hasValue(day.plusYears(8));

        registry().askApproval(CERTIFIER, other, "long-validity", day.plusYears(8));
        LocalDate next = registry().on(day.plusDays(1));
        registry().answerApproval(APPROVER, other, "long-validity", true, next);
        registry().approveAnswer(SECOND_APPROVER, other, "long-validity");
        assertThat(registry().approved(CERTIFIER, other, "long-validity").day()).isEqualTo(next);
        assertThat(code(() -> registry().propose(DECIDER, eightYears(other, day))))
                .as("not prior")
                .isEqualTo("validity-gt-5y");
    }

    private static Content eightYears(String dossier, LocalDate day) {
        return Content.grant(dossier, day, day.plusYears(8));
    }

    @Test
    @Order(50)
    void S21_a_load_beyond_the_rule_waits_for_a_waiver_and_the_certificate_is_archived_at_its_end() {
        LocalDate opened = on("2026-02-09");
        registry().entitle(OXALIS, Cases.locks(opened.minusYears(1), opened.plusYears(3)));
        String dossier = lock(false);
        String other = lock(true);
        LocalDate day = on("2026-06-22");
        assertThat(code(() -> registry()
                        .propose(
                                DECIDER,
                                Content.grant(dossier, day, day.plusYears(3).plusDays(1)))))
                .isEqualTo("validity-gt-3y");
        LocalDate last = day.plusYears(3);
        String visa = decided(Content.grant(dossier, day, last));
        String excluded = decided(Content.grant(other, day, last));
        String reference = registry().visa(visa, day).reference();
        assertThat(reference).matches("ANSSI-CSPN-" + day.getYear() + "[-/]\\d{2,}");
        assertThat(registry().visa(visa, day).recognitions()).containsExactly("bsz");
        assertThat(registry().visa(excluded, day).recognitions()).isEmpty();
        assertListed("cspn", Set.of(), day, visa);

        registry().on(last);
        assertShown("in-force", visa, last);
        assertThat(registry().visa(visa, last).recognitions()).containsExactly("bsz");
        assertThat(registry().retention(VENDOR, dossier)).isEqualTo(new Registry.Kept("open", Optional.empty()));
        LocalDate over = registry().on(last.plusDays(1));
        registry().requireEnded(visa, over);

        assertShown("archived", visa, over);
        assertThat(registry().visa(visa, over).recognitions()).isEmpty();
        assertThat(registry().search("cspn", Set.of(), over)).doesNotContain(visa);
        assertThat(registry().visa(visa, over))
                .as("all else is served as before")
                .matches(sight -> sight.reference().equals(reference))
                .matches(sight -> sight.lastDay().equals(Optional.of(last)));
        Patience.until("the list archives it", Duration.ofMinutes(1), () -> {
            registry().issueLists();
            return service(registry().list("cspn"), visa).contains("/Svcstatus/archived<");
        });
        assertThat(service(registry().list("cspn"), visa))
                .containsSubsequence(startingTime(over), "<ServiceHistory>", "/Svcstatus/in-force<", startingTime(day));
        assertThat(registry().retention(VENDOR, dossier))
                .isEqualTo(new Registry.Kept("running", Optional.of(last.plusYears(5))));
        Refusal early = refused(() -> registry().erase(VENDOR, dossier));
        assertThat(early.code()).isEqualTo("retention-running");
        assertThat(early.details()).containsEntry("until", last.plusYears(5).toString());
    }

    /** A dossier of a lock at its decision, whose laboratory planned 31 days in place of 25 and had its certifier's waiver. */
    private String lock(boolean excluded) {
        String dossier = registry().open(VENDOR, initial(CSPN, "Serrure Libre", Cases.lock(excluded)));
        registry().deposit(VENDOR, dossier, "fr", "APPLICATION", "SECURITY_TARGET", "EVALUATION_FILE");
        registry().step(VENDOR, dossier, "submit");
        registry().step(CERTIFIER, dossier, "admit");
        registry().assign(CERTIFIER, dossier, OXALIS);
        assertThat(registry().obstacle(CERTIFIER, dossier, "accept")).hasValue("cspn-plan-missing");
        assertThat(code(() -> registry().plan(VENDOR, dossier, Cases.planned(25))))
                .isEqualTo("role-missing");
        assertThat(code(() -> registry().plan(Who.ARVOR, dossier, Cases.planned(25))))
                .isEqualTo("dossier-unknown");
        registry().plan(Who.OXALIS, dossier, Cases.planned(25));
        assertThat(registry().obstacle(CERTIFIER, dossier, "accept")).isEmpty();
        registry().plan(Who.OXALIS, dossier, Cases.planned(31));
        assertThat(registry().obstacle(CERTIFIER, dossier, "accept"))
                .as("a warning before anybody tries")
                .hasValue("cspn-load");
        assertThat(code(() -> registry().step(CERTIFIER, dossier, "accept"))).isEqualTo("cspn-load");
        LocalDate day = on("2026-02-09");
        registry().askApproval(Who.OXALIS, dossier, "load-waiver", "Plan de 31 jours.", Optional.empty());
        registry().answerApproval(CERTIFIER, dossier, "load-waiver", true, day);
        registry().step(CERTIFIER, dossier, "accept");

        registry().deposit(Who.OXALIS, dossier, "fr", "EVALUATION_TECHNICAL_REPORT");
        for (String conclusion : List.of("conformity", "effectiveness", "host-impact", "laboratory-conclusion")) {
            registry().conclude(Who.OXALIS, dossier, conclusion, true);
        }
        registry().step(Who.OXALIS, dossier, "deliver-report");
        registry().step(CERTIFIER, dossier, "start-review");
        registry().deposit(REVIEWER, dossier, "fr", "REVIEW_REPORT");
        registry().conclude(REVIEWER, dossier, "review-conclusion", true);
        registry().deposit(CERTIFIER, dossier, "fr", "CERTIFICATION_REPORT");
        registry().step(REVIEWER, dossier, "conclude-review");
        return dossier;
    }

    @Test
    @Order(15)
    void S06_a_report_is_kept_when_the_accreditation_has_ended_and_the_review_waits_for_its_renewal() {
        LocalDate day = on("2026-09-10");
        LocalDate end = day.plusDays(20);
        registry().entitle(ARVOR, List.of(Cases.accreditation("MISCELLANEOUS", day.minusYears(2), end)));
        Application valve =
                Cases.inCategory("MISCELLANEOUS", Cases.product("Vanne Halcyon", "1.0", 2, Optional.empty()));
        String dossier = admitted(VENDOR, "Halcyon Cards", valve);
        accepted(dossier);
        assertThat(registry().stage(CERTIFIER, dossier)).isEqualTo("evaluation");
        LocalDate after = registry().on(end.plusDays(3));
        registry().deposit(Who.ARVOR, dossier, "fr", "EVALUATION_TECHNICAL_REPORT");
        assertThat(registry().documents(CERTIFIER, dossier))
                .as("stored as received")
                .endsWith("EVALUATION_TECHNICAL_REPORT");
        registry().conclude(Who.ARVOR, dossier, "laboratory-conclusion", true);
        registry().step(Who.ARVOR, dossier, "deliver-report");

        Refusal expired = refused(() -> registry().step(CERTIFIER, dossier, "start-review"));
        assertThat(expired.code()).isEqualTo("lab-accreditation-expired");
        assertThat(expired.details()).containsEntry("until", end.toString());
        assertThat(registry().stage(CERTIFIER, dossier)).isEqualTo("report-delivered");
        registry().on(after.plusDays(17));
        registry()
                .entitle(
                        ARVOR,
                        List.of(Cases.accreditation("MISCELLANEOUS", end.plusDays(1), end.plusYears(2))
                                .under("1.6c")));
        registry().step(CERTIFIER, dossier, "start-review");
        registry().deposit(REVIEWER, dossier, "fr", "REVIEW_REPORT");
        registry().conclude(REVIEWER, dossier, "review-conclusion", true);
        registry().deposit(CERTIFIER, dossier, "fr", "CERTIFICATION_REPORT");
        assertThat(code(() -> registry().step(REVIEWER, dossier, "conclude-review")))
                .as("nobody looked at what was done while no accreditation stood")
                .isEqualTo("gap-not-analysed");
        registry().deposit(CERTIFIER, dossier, "fr", "GAP_ANALYSIS");
        registry().step(REVIEWER, dossier, "conclude-review");
        assertThat(registry().documents(CERTIFIER, dossier)).contains("GAP_ANALYSIS");
    }

    @Test
    @Order(16)
    void S26_a_package_without_english_report_and_target_is_incomplete_until_both_are_there() {
        LocalDate day = on("2026-10-09");
        String dossier = ready(VENDOR, "Halcyon Cards", Cases.product("Halcyon Card OS", "5.0", 2, Optional.empty()));
        registry().deposit(CERTIFIER, dossier, "fr", "SANITISED_SECURITY_TARGET");
        assertThat(code(() -> registry().sendPackage(CERTIFIER, dossier))).isEqualTo("package-not-granted");
        String visa = decided(Content.grant(dossier, day, day.plusYears(5)));

        assertThat(registry().certificate(visa))
                .containsEntry("product-name", List.of("Halcyon Card OS"))
                .containsEntry("product-version", List.of("5.0"))
                .containsEntry("validity", List.of(day + "/" + day.plusYears(5)));
        assertThat(registry().missing(CERTIFIER, dossier))
                .containsExactly("certification-report/en", "security-target/en");
        Refusal incomplete = refused(() -> registry().sendPackage(CERTIFIER, dossier));
        assertThat(incomplete.code()).isEqualTo("package-incomplete");
        assertThat(incomplete.details()).containsEntry("missing", "certification-report/en, security-target/en");

        registry().requireTold(CERTIFIER, dossier, "package-incomplete -", 1);

        registry().deposit(CERTIFIER, dossier, "en", "CERTIFICATION_REPORT", "SANITISED_SECURITY_TARGET");
        assertThat(code(() -> registry().deposit(CERTIFIER, dossier, "en", "EXCEPTION_JUSTIFICATION")))
                .isEqualTo("dossier-ended");
        assertThat(registry().missing(CERTIFIER, dossier)).isEmpty();
        registry().sendPackage(CERTIFIER, dossier);
        assertThat(code(() -> registry().sendPackage(CERTIFIER, dossier))).isEqualTo("package-sent");
    }

    @Test
    @Order(17)
    void a_qualification_is_extended_reduced_and_renewed_each_by_a_dossier_of_its_own() {
        LocalDate day = on("2026-10-12");
        Set<String> three = Set.of("PENETRATION_TEST", "SOURCE_CODE_AUDIT", "ORGANISATIONAL_PHYSICAL_AUDIT");
        registry().entitle(ARVOR, ending(three, day.minusYears(1), day.plusYears(2)));
        String first = service(PASSI, "Garance", Cases.auditor("Garance", "SUBSTANTIAL", AUDITS), "STAFF");
        planned(first);
        reported(first, "laboratory-conclusion", "staff-competence");
        String visa = decided(
                Content.grant(first, day, day.plusYears(1)).keeping(AUDITS).atLevel("SUBSTANTIAL"));

        String extension = following(DossierKind.EXTENSION, visa, three);
        assertThat(code(() -> registry()
                        .propose(
                                DECIDER,
                                Content.about(DecisionKind.EXTEND_SCOPE, visa, day)
                                        .on(extension)
                                        .atLevel("SUBSTANTIAL")
                                        .keeping(AUDITS))))
                .isEqualTo("scope-not-extended");
        assertThat(decided(Content.about(DecisionKind.EXTEND_SCOPE, visa, day)
                        .on(extension)
                        .atLevel("SUBSTANTIAL")
                        .keeping(three)))
                .isEqualTo(visa);
        String control = following(DossierKind.SURVEILLANCE, visa, three);
        assertThat(decided(Content.about(DecisionKind.REDUCE_SCOPE, visa, day)
                        .on(control)
                        .keeping(AUDITS)))
                .isEqualTo(visa);
        assertThat(registry().visa(visa, day).lastDay()).hasValue(day.plusYears(1));

        String renewal = following(DossierKind.RENEWAL, visa, AUDITS);
        String next = decided(
                Content.renewal(renewal, day, day.plusYears(3)).keeping(AUDITS).atLevel("SUBSTANTIAL"));
        assertThat(next).isNotEqualTo(visa);
        assertThat(registry().visa(next, day).lastDay()).hasValue(day.plusYears(3));
        assertThat(registry().visa(visa, day.plusYears(1).plusDays(1)).status()).isEqualTo("expired");
        assertThat(registry().visa(next, day.plusYears(1).plusDays(1)).status()).isEqualTo("in-force");
    }

    @Test
    @Order(13)
    void S07_software_at_AVA_VAN_4_outside_the_domains_waits_for_its_exception() {
        LocalDate asked = on("2026-06-04");
        String dossier = ready(VENDOR, "Lumen Coffre", Cases.product("Lumen Coffre", "7.0", 4, Optional.empty()));
        assertThat(code(() -> registry().propose(DECIDER, fiveYears(dossier, asked))))
                .isEqualTo("van45-gate");
        assertThat(code(() -> registry().askApproval(CERTIFIER, dossier, "assurance-exception")))
                .isEqualTo("document-missing");
        registry().deposit(CERTIFIER, dossier, "fr", "EXCEPTION_JUSTIFICATION");
        String method = "Méthode proposée : analyse de code et 30 jours d’intrusion.";
        registry().askApproval(CERTIFIER, dossier, EXCEPTION, method, Optional.empty());
        assertThat(code(() -> registry().propose(DECIDER, fiveYears(dossier, asked))))
                .isEqualTo("ncca-pending");

        LocalDate answered = on("2026-07-20");
        String amended = "Accordé, méthode amendée : analyse de code et 45 jours d’intrusion.";
        registry().answerApproval(APPROVER, dossier, EXCEPTION, true, answered, amended);
        assertThat(code(() -> registry().propose(DECIDER, fiveYears(dossier, answered))))
                .isEqualTo("ncca-pending");
        assertThat(code(() -> registry().approveAnswer(APPROVER, dossier, EXCEPTION)))
                .isEqualTo("approval-own-proposal");
        registry().approveAnswer(SECOND_APPROVER, dossier, EXCEPTION);
        for (Who reader : List.of(CERTIFIER, Who.ARVOR, VENDOR)) {
            assertThat(registry().approved(reader, dossier, EXCEPTION))
                    .as("the method that was proposed and the one that holds, as %s reads them", reader)
                    .isEqualTo(new Registry.Approved(true, answered, method, amended));
        }
        assertThat(registry().documents(CERTIFIER, dossier)).contains("EXCEPTION_JUSTIFICATION");
        registry().requireTold(CERTIFIER, dossier, "approval-given ECCG", 1);

        LocalDate granted = on("2026-10-09");
        assertThat(code(() -> registry().propose(DECIDER, fiveYears(dossier, answered.minusDays(1)))))
                .as("it was not approved by then")
                .isEqualTo("van45-gate");
        assertThat(registry()
                        .visa(decided(fiveYears(dossier, granted)), granted)
                        .status())
                .isEqualTo("in-force");
    }

    private static Content fiveYears(String dossier, LocalDate day) {
        return Content.grant(dossier, day, day.plusYears(5));
    }

    String following(DossierKind kind, String visa, Set<String> scopes) {
        String dossier = registry()
                .open(OTHER_VENDOR, followUp(PASSI, kind, visa, Cases.auditor("Garance", "SUBSTANTIAL", scopes)));
        registry().deposit(OTHER_VENDOR, dossier, "fr", Cases.servicePapers("STAFF"));
        registry().step(OTHER_VENDOR, dossier, "submit");
        registry().step(CERTIFIER, dossier, "admit");
        planned(dossier);
        reported(dossier, "laboratory-conclusion", "staff-competence");
        return dossier;
    }

    static List<Title> ending(Set<String> scopes, LocalDate from, LocalDate until) {
        return Cases.services("passi", scopes, LEVELS, from, until);
    }

    @Test
    @Order(18)
    void S23_a_trust_service_is_qualified_from_its_day_in_the_list_and_its_withdrawal_keeps_that_period() {
        String dossier = notified(on("2026-01-14"));
        LocalDate decided = on("2026-04-02");
        LocalDate listed = decided.plusDays(1);
        String visa = decided(Content.grant(dossier, listed, listed.plusYears(2)));
        registry().issueLists();
        assertThat(registry().shown(visa, decided)).isEmpty();
        assertThat(registry().shown(visa, listed)).isEmpty();
        assertThat(registry().search("timestamping", Set.of(), listed)).doesNotContain(visa);

        registry().on(listed);
        assertShown("in-force", visa, listed);
        String granting = registry().list("timestamping");
        assertThat(service(granting, visa)).contains("/Svcstatus/in-force<").doesNotContain("<ServiceHistory>");
        assertThat(registry().shown(visa, decided)).hasValue("not-yet-in-force");
        assertListed("timestamping", Set.of(), listed, visa);

        LocalDate withdrawn = on("2026-11-09", listed.plusDays(13));
        decided(Content.about(DecisionKind.WITHDRAW, visa, withdrawn));
        assertShown("withdrawn", visa, withdrawn);
        assertThat(registry().shown(visa, withdrawn.minusDays(1))).hasValue("in-force");
        Patience.until("a list says so", Duration.ofMinutes(1), () -> {
            registry().issueLists();
            return !registry().list("timestamping").equals(granting);
        });
        String withdrawing = registry().list("timestamping");
        assertThat(service(withdrawing, visa))
                .containsSubsequence(
                        "/Svcstatus/withdrawn<",
                        startingTime(withdrawn),
                        "<ServiceHistory>",
                        "/Svcstatus/in-force<",
                        startingTime(listed));
        assertThat(number(withdrawing)).isGreaterThan(number(granting));
    }

    /** A notified service at its decision. */
    private String notified(LocalDate day) {
        entitle("timestamping", Set.of(), day);
        String dossier = registry()
                .open(OTHER_VENDOR, initial(TIME_STAMPING, "Scel & Sceau", Cases.timeStamps("Scel Horodatage 2")));
        registry().deposit(OTHER_VENDOR, dossier, "fr", "NOTIFICATION", "CONFORMITY_REPORT");
        registry().step(OTHER_VENDOR, dossier, "submit");
        registry().step(CERTIFIER, dossier, "admit");
        registry().conclude(CERTIFIER, dossier, "conformity-conclusion", true);
        registry().step(CERTIFIER, dossier, "consult");
        registry().deposit(CERTIFIER, dossier, "fr", "NIS2_OPINION");
        registry().step(CERTIFIER, dossier, "receive-opinion");
        registry().deposit(REVIEWER, dossier, "fr", "REVIEW_REPORT");
        registry().conclude(REVIEWER, dossier, "review-conclusion", true);
        registry().step(REVIEWER, dossier, "conclude-review");
        return dossier;
    }

    /** Once anybody sees it, the list has it already. */
    private void assertShown(String status, String visa, LocalDate day) {
        Patience.until(visa + " is shown as " + status, Duration.ofMinutes(2), () -> {
            registry().issueLists();
            return registry().shown(visa, day).filter(status::equals).isPresent();
        });
    }

    /** What a list says of one visa. */
    private static String service(String list, String visa) {
        return Stream.of(list.split("<TSPService>"))
                .filter(service -> service.contains(":" + visa + "<"))
                .findFirst()
                .orElse("")
                .split("</TSPService>")[0];
    }

    /** The first instant of a legal day in the time of the demonstration's authority. */
    private static String startingTime(LocalDate day) {
        return "<StatusStartingTime>"
                + day.atStartOfDay(ZoneId.of("Europe/Paris")).toInstant() + "</StatusStartingTime>";
    }

    private static long number(String list) {
        return Long.parseLong(list.split("TSLSequenceNumber>")[1].split("<")[0]);
    }
}
