package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** What holders owe once they have a visa: patches told within five working days, changes and ends ahead, breaches at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HolderDutiesTest {
    private static final WorkingDays FRANCE = new WorkingDays(Holidays.french(), Set.of());
    private static final VisaId VISA = new VisaId(UUID.fromString("00000000-0000-4000-8000-0000000000f1"));

    private static String code(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal()
                .code();
    }

    private static Procedure procedure(Story story) {
        return story.look().scheme().conduct().orElseThrow().procedure();
    }

    private static List<Clocks.Running> running(Story story, String day) {
        return Clocks.running(story.dossier(), procedure(story), FRANCE, LocalDate.parse(day));
    }

    private static List<Clocks.Late> late(Story story, String day) {
        return Clocks.late(story.dossier(), procedure(story), FRANCE, LocalDate.parse(day));
    }

    private static FactValue at(String instant) {
        return new FactValue.Moment(Instant.parse(instant));
    }

    private static FactValue day(String day) {
        return new FactValue.Day(LocalDate.parse(day));
    }

    /** EUCC Annex IV.4(6). */
    @Nested
    class Patches {
        private Story patch(String version, Map<String, FactValue> declared) {
            Application card = Story.card(2, Optional.empty());
            Map<String, FactValue> facts = new TreeMap<>(card.facts());
            facts.putAll(declared);
            Application patched = new Application(
                    new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.1")),
                    card.level(),
                    card.scopes(),
                    card.category(),
                    false,
                    facts,
                    card.bases(),
                    true);
            return Story.of("eucc", version, DossierKind.PATCH, Optional.of(VISA), patched, "2026-05-12");
        }

        private Map<String, FactValue> path(String path) {
            return Map.of(
                    "patch-management", new FactValue.Flag(true),
                    "patch-path", FactValue.Words.of(path),
                    "patch-available-on", day("2026-05-12"));
        }

        @Test
        void a_patch_takes_this_way_only_under_a_procedure_that_was_claimed() {
            Story unclaimed = patch(
                    "2025-12-29",
                    Map.of("patch-path", FactValue.Words.of("outside-toe"), "patch-available-on", day("2026-05-12")));
            unclaimed.deposits(VENDOR, "PATCH_REPORT");

            assertThat(code(() -> unclaimed.takes(VENDOR, "report-patch"))).isEqualTo("patch-not-managed");
            Story unreported = patch("2025-12-29", path("outside-toe"));
            assertThat(code(() -> unreported.takes(VENDOR, "report-patch"))).isEqualTo("document-missing");
        }

        /** 14 May 2026 is Ascension Day: the fifth working day after Tuesday 12 May is Wednesday 20 May. */
        @Test
        void five_working_days_run_from_the_day_of_the_patch_and_what_came_later_stays_told() {
            Story patch = patch("2025-12-29", path("outside-toe")).deposits(VENDOR, "PATCH_REPORT");
            assertThat(running(patch, "2026-05-20"))
                    .singleElement()
                    .matches(clock -> clock.lastDay().equals(LocalDate.parse("2026-05-20")) && !clock.overdue());
            assertThat(running(patch, "2026-05-21")).singleElement().matches(Clocks.Running::overdue);

            patch.on("2026-05-21").takes(VENDOR, "report-patch");

            assertThat(running(patch, "2026-05-21")).isEmpty();
            assertThat(late(patch, "2026-05-20")).isEmpty();
            assertThat(late(patch, "2027-01-01"))
                    .singleElement()
                    .satisfies(met -> assertThat(met.metOn()).isEqualTo("2026-05-21"));
        }

        @Test
        void outside_the_target_the_certificate_stays_as_it_is_and_no_laboratory_takes_part() {
            Story patch = patch("2025-12-29", path("outside-toe"))
                    .deposits(VENDOR, "PATCH_REPORT")
                    .takes(VENDOR, "report-patch")
                    .assigns(CERTIFIER, Laboratories.arvor("2027-09-30"));
            assertThat(code(() -> patch.takes(CERTIFIER, "note-patch")))
                    .as("whether the procedure was certified is not for the holder to say")
                    .isEqualTo("conclusion-missing");
            patch.concludes(CERTIFIER, "patch-procedure-certified", true);
            assertThat(code(() -> patch.takes(CERTIFIER, "hand-patch-over"))).isEqualTo("patch-outside-toe");

            patch.takes(CERTIFIER, "note-patch");

            assertThat(patch.dossier().stage()).isEqualTo("patch-recorded");
            assertThat(late(patch, "2027-01-01")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "2024-02-27, predetermined-minor",
            "2025-01-08, predetermined-minor",
            "2025-12-29, predetermined-minor",
            "2025-12-29, critical-vulnerability"
        })
        void inside_the_target_the_laboratory_looks_and_a_new_version_of_the_certificate_follows(
                String version, String path) {
            Story patch = patch(version, path(path))
                    .deposits(VENDOR, "PATCH_REPORT")
                    .takes(VENDOR, "report-patch")
                    .concludes(CERTIFIER, "patch-procedure-certified", true);
            assertThat(code(() -> patch.takes(CERTIFIER, "note-patch"))).isEqualTo("patch-inside-toe");
            assertThat(code(() -> patch.takes(CERTIFIER, "hand-patch-over"))).isEqualTo("lab-not-assigned");
            patch.assigns(CERTIFIER, Laboratories.arvor("2027-09-30")).takes(CERTIFIER, "hand-patch-over");
            assertThat(running(patch, "2026-05-21"))
                    .singleElement()
                    .matches(clock -> clock.deadline().id().equals("patch-review") && clock.overdue());
            patch.deposits(EVALUATOR, "PATCH_REVIEW")
                    .concludes(EVALUATOR, "patch-conclusion", false)
                    .takes(EVALUATOR, "deliver-patch-review");
            patch.deposits(CERTIFIER, "CERTIFICATE", "CERTIFICATION_REPORT");

            assertThat(patch.inTheWayOf(DecisionKind.MAINTAIN)).isEqualTo("conclusion-unfavourable");
            assertThat(patch.inTheWayOf(DecisionKind.REQUIRE_REEVALUATION)).isEqualTo("none");
            assertThat(patch.inTheWayOf(DecisionKind.REFUSE)).isEqualTo("none");
        }

        @Test
        void a_favourable_review_leads_to_a_new_version_and_new_papers() {
            Story patch = patch("2025-12-29", path("critical-vulnerability"))
                    .deposits(VENDOR, "PATCH_REPORT")
                    .takes(VENDOR, "report-patch")
                    .concludes(CERTIFIER, "patch-procedure-certified", true)
                    .assigns(CERTIFIER, Laboratories.arvor("2027-09-30"))
                    .takes(CERTIFIER, "hand-patch-over")
                    .deposits(EVALUATOR, "PATCH_REVIEW")
                    .concludes(EVALUATOR, "patch-conclusion", true)
                    .takes(EVALUATOR, "deliver-patch-review");
            assertThat(patch.inTheWayOf(DecisionKind.MAINTAIN)).isEqualTo("document-missing");
            patch.deposits(CERTIFIER, "CERTIFICATE", "CERTIFICATION_REPORT");

            patch.issuedBy(Laboratories.bareBody(Laboratories.accredited("2026-01-01", "2030-12-31")));
            assertThat(patch.inTheWayOf(DecisionKind.MAINTAIN))
                    .as("a new version of a certificate is issued by a body that may")
                    .isEqualTo("issuer-not-notified");
            patch.issuedBy(Laboratories.authority());

            patch.decides(DECIDER, DecisionKind.MAINTAIN);

            assertThat(patch.dossier().stage()).isEqualTo("granted");
        }
    }

    @Test
    void a_day_that_an_application_declares_in_passing_starts_no_clock_that_nothing_there_stops() {
        Application service = new Application(
                new Subject(SubjectKind.SERVICE, "Horodatage Clair", Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                Map.of("breach-known-at", at("2026-05-01T09:00:00Z")),
                Set.of(),
                true);
        Story first =
                Story.of("timestamping", "910-2014", DossierKind.INITIAL, Optional.empty(), service, "2026-05-12");

        assertThat(running(first, "2026-06-12")).isEmpty();
    }

    /** Regulation (EU) 910/2014, Art. 24(2)(a) and (fb). */
    @Nested
    class Declarations_of_trust_services {
        private Story declaration(String fact, String day) {
            return declaration(fact.isEmpty() ? Map.of() : Map.of(fact, day(day)));
        }

        private Story declaration(Map<String, FactValue> declared) {
            Application service = new Application(
                    new Subject(SubjectKind.SERVICE, "Horodatage Clair", Optional.empty()),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    false,
                    declared,
                    Set.of(),
                    true);
            return Story.of(
                            "timestamping",
                            "910-2014",
                            DossierKind.DECLARATION,
                            Optional.of(VISA),
                            service,
                            "2026-05-12")
                    .deposits(VENDOR, "DECLARATION");
        }

        @Test
        void a_declaration_says_of_what() {
            assertThat(code(() -> declaration("", "").takes(VENDOR, "declare"))).isEqualTo("declaration-of-nothing");
        }

        @ParameterizedTest
        @CsvSource({
            "change-on, 2026-06-12, change-notice, 2026-05-12",
            "cessation-on, 2026-08-12, cessation-notice, 2026-05-12"
        })
        void what_is_told_on_the_last_day_is_in_time_and_the_day_after_it_is_not(
                String fact, String on, String deadline, String last) {
            Story inTime = declaration(fact, on).takes(VENDOR, "declare");
            assertThat(late(inTime, "2026-12-31")).isEmpty();

            Story tooLate = declaration(fact, on).on("2026-05-13");
            assertThat(running(tooLate, "2026-05-13"))
                    .singleElement()
                    .matches(clock -> clock.overdue() && clock.lastDay().equals(LocalDate.parse(last)));
            tooLate.takes(VENDOR, "declare");
            assertThat(late(tooLate, "2026-12-31"))
                    .singleElement()
                    .matches(met -> met.deadline().id().equals(deadline));

            tooLate.takes(CERTIFIER, "note", "Vu.");
            assertThat(tooLate.dossier().stage()).isEqualTo("noted");
        }

        /** Everything here is done at nine, UTC. */
        @ParameterizedTest
        @CsvSource({
            "2026-05-11T09:00:00Z, true",
            "2026-05-11T08:59:59Z, false",
            "2026-05-11T00:30:00Z, false",
            "2026-05-12T08:59:59Z, true"
        })
        void a_breach_is_notified_within_twenty_four_hours_and_not_by_the_end_of_the_next_day(
                String known, boolean inTime) {
            Story breach = declaration(Map.of("breach-known-at", at(known)));
            assertThat(running(breach, "2026-05-12"))
                    .singleElement()
                    .satisfies(clock ->
                            assertThat(clock.at(breach.look().at()).overdue()).isEqualTo(!inTime));

            breach.takes(VENDOR, "declare");

            assertThat(late(breach, "2026-12-31")).hasSize(inTime ? 0 : 1).allSatisfy(met -> {
                assertThat(met.deadline().id()).isEqualTo("breach-notice");
                assertThat(met.due()).contains(Instant.parse(known).plus(Duration.ofHours(24)));
            });
        }

        @Test
        void the_legal_days_of_hours_are_those_of_the_zone() {
            Story breach = declaration(Map.of("breach-known-at", at("2026-05-11T22:30:00Z")));
            WorkingDays paris = new WorkingDays(Holidays.french(), Set.of(), ZoneId.of("Europe/Paris"));

            assertThat(Clocks.running(breach.dossier(), procedure(breach), paris, LocalDate.parse("2026-05-12")))
                    .singleElement()
                    .satisfies(clock -> {
                        assertThat(clock.startedOn()).isEqualTo("2026-05-12");
                        assertThat(clock.lastDay()).isEqualTo("2026-05-13");
                        assertThat(clock.overdue()).isFalse();
                    });
        }

        @Test
        void a_service_that_ends_loses_its_status_by_a_decision_of_the_same_dossier() {
            Story ending = declaration("cessation-on", "2026-08-12").takes(VENDOR, "declare");
            assertThat(ending.inTheWayOf(DecisionKind.CONFIRM)).isEqualTo("step-not-open");

            ending.decides(DECIDER, DecisionKind.WITHDRAW);

            assertThat(ending.dossier().stage()).isEqualTo("status-withdrawn");
        }
    }

    /** Regulation (EU) 910/2014, Art. 20(1a) and 20(2). */
    @Nested
    class Audits_of_trust_services {
        private Story audit(String scheme, String version, Map<String, FactValue> declared) {
            return Services.of(scheme, version, DossierKind.SURVEILLANCE, Optional.of(VISA), declared)
                    .on("2026-05-12");
        }

        @Test
        void nobody_is_told_of_an_audit_without_its_day_and_none_starts_unannounced() {
            Story untold =
                    audit("timestamping", "910-2014", Map.of()).assigns(CERTIFIER, Services.laboratory("timestamping"));

            assertThat(code(() -> untold.takes(VENDOR, "announce-audit"))).isEqualTo("audit-of-no-day");
            assertThat(code(() -> untold.takes(VENDOR, "start-audit"))).isEqualTo("step-not-open");
        }

        @ParameterizedTest
        @CsvSource({"timestamping, 910-2014", "electronic-ledgers, 2024-1183"})
        void a_planned_audit_is_announced_one_month_before_it_and_what_was_later_stays_told(
                String scheme, String version) {
            Story inTime = audit(scheme, version, Map.of("audit-on", day("2026-06-12")))
                    .takes(VENDOR, "announce-audit");
            assertThat(late(inTime, "2026-12-31")).isEmpty();

            Story tooLate = audit(scheme, version, Map.of("audit-on", day("2026-06-11")));
            assertThat(running(tooLate, "2026-05-12"))
                    .singleElement()
                    .matches(clock -> clock.deadline().id().equals("audit-notice") && clock.overdue());
            tooLate.takes(VENDOR, "announce-audit");
            assertThat(late(tooLate, "2026-12-31"))
                    .singleElement()
                    .matches(met -> met.lastDay().equals(LocalDate.parse("2026-05-11")));

            tooLate.assigns(CERTIFIER, Services.laboratory(scheme)).takes(VENDOR, "start-audit");
            assertThat(tooLate.dossier().stage()).isEqualTo("evaluation");
        }

        @Test
        void an_audit_at_any_time_is_the_authoritys_and_nobody_announces_it() {
            Story atAnyTime = audit("timestamping", "910-2014", Map.of())
                    .assigns(CERTIFIER, Services.laboratory("timestamping"))
                    .takes(CERTIFIER, "open-control", "Signalement.");

            assertThat(atAnyTime.dossier().stage()).isEqualTo("evaluation");
            assertThat(late(atAnyTime, "2026-12-31")).isEmpty();
        }
    }

    /** SecNumCloud 3.2, 19.6.f: the clients are told within a month. */
    @Test
    void a_change_of_ownership_is_told_to_the_clients_within_a_month_and_declared() {
        Application service = new Application(
                new Subject(SubjectKind.SERVICE, "Nuage Clair", Optional.empty()),
                Optional.empty(),
                Set.of("IAAS"),
                Optional.empty(),
                false,
                Map.of("ownership-changed-on", day("2026-05-12")),
                Set.of(),
                true);
        Story change =
                Story.of("secnumcloud", "3.2", DossierKind.DECLARATION, Optional.of(VISA), service, "2026-05-12");
        assertThat(code(() -> change.takes(VENDOR, "declare"))).isEqualTo("document-missing");
        assertThat(running(change, "2026-06-12")).singleElement().matches(clock -> !clock.overdue());
        assertThat(running(change, "2026-06-13")).singleElement().matches(Clocks.Running::overdue);

        change.on("2026-06-13").deposits(VENDOR, "CLIENT_NOTICE").takes(VENDOR, "declare");

        assertThat(late(change, "2026-06-13"))
                .singleElement()
                .matches(met -> met.deadline().id().equals("client-notice"));
    }

    /** Order of 28 Mar 2021, Art. 12: every change of circumstances, at once. */
    @Test
    void a_change_of_a_remote_identity_service_is_reported_at_once_and_the_authority_takes_note() {
        Application service = new Application(
                new Subject(SubjectKind.SERVICE, "Identité à distance", Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                Map.of("change-on", day("2026-05-11")),
                Set.of(),
                true);
        Story change =
                Story.of("pvid", "2021-03-01", DossierKind.DECLARATION, Optional.of(VISA), service, "2026-05-12");
        assertThat(code(() -> change.takes(VENDOR, "declare"))).isEqualTo("document-missing");
        assertThat(running(change, "2026-05-12")).singleElement().matches(clock -> !clock.overdue());
        assertThat(running(change, "2026-05-13")).singleElement().matches(Clocks.Running::overdue);

        change.deposits(VENDOR, "CHANGE_REPORT").takes(VENDOR, "declare");

        assertThat(change.inTheWayOf(DecisionKind.CONFIRM)).isEqualTo("none");
        change.takes(CERTIFIER, "note", "Vu.");
        assertThat(late(change, "2027-01-01")).isEmpty();
    }
}
