package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** What readers see of a dossier, and what they do not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingDossiersTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static String refused(Runnable look) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, look::run), "it was shown")
                .refusal()
                .code();
    }

    @ParameterizedTest
    @EnumSource
    void a_laboratory_that_was_assigned_once_sees_nothing_of_it_any_more(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Dossier admitted = matters.step(CERTIFIER, matters.submitted(), "admit");
        Dossier assigned = house.handling.assign(CERTIFIER, admitted.id(), seen(admitted), List.of(arvor));
        Instant then = house.clock.instant();
        assertThat(house.reading.one(EVALUATOR, assigned.id(), Optional.empty()).dossier())
                .isEqualTo(assigned);
        house.clock.set("2026-05-13T08:00:00Z");
        Dossier without = house.handling.assign(CERTIFIER, assigned.id(), seen(assigned), List.of());

        assertThat(refused(() -> house.reading.one(EVALUATOR, without.id(), Optional.empty())))
                .isEqualTo("dossier-unknown");
        assertThat(refused(() -> house.reading.one(EVALUATOR, without.id(), Optional.of(then))))
                .isEqualTo("dossier-unknown");
        assertThat(refused(() -> house.reading.one(EVALUATOR, without.id(), assigned.version())))
                .isEqualTo("dossier-unknown");
        assertThat(house.reading.page(EVALUATOR, Optional.empty(), Optional.empty(), 50, sight -> sight))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoever_tries_a_hand_in_that_nobody_waits_for_is_refused_and_stands_in_the_audit_log(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier draft = matters.opened();
        Map<String, Boolean> nothing = Map.of();

        assertThat(refused(() -> house.reading.requireHandIn(VENDOR, draft.id(), "submit", "APPLICATION", nothing)))
                .isEqualTo("step-not-open");
        assertThat(refused(
                        () -> house.reading.requireHandIn(OTHER_VENDOR, draft.id(), "submit", "APPLICATION", nothing)))
                .isEqualTo("dossier-unknown");
        assertThat(refused(() -> house.reading.requireHandIn(AUDITOR, draft.id(), "submit", "APPLICATION", nothing)))
                .isEqualTo("role-missing");
        assertThat(house.sql.list(
                        "select actor, outcome from audit where action = 'handle-dossier' and outcome <> 'ok' order by id",
                        row -> row.getString(1) + " " + row.getString(2)))
                .containsExactly(
                        VENDOR.name() + " step-not-open",
                        OTHER_VENDOR.name() + " dossier-unknown",
                        AUDITOR.name() + " role-missing");
        assertThat(house.dossiers.find(draft.id()).orElseThrow().dossier()).isEqualTo(draft);

        Dossier almost = draft;
        for (String type : List.of("APPLICATION", "COMMITMENTS", "DEVELOPER_EVIDENCE", "SECURITY_TARGET")) {
            almost = matters.deposit(VENDOR, almost, type);
        }
        house.reading.requireHandIn(VENDOR, almost.id(), "submit", "VULNERABILITY_PROCEDURES", nothing);
    }

    @ParameterizedTest
    @EnumSource
    void dossiers_of_a_visa_are_the_one_that_led_to_it_and_those_about_it(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        matters.opened();
        Dossier change = matters.following(visa, visa.facts().scheme(), DossierKind.MAINTENANCE);

        assertThat(house.reading.page(VENDOR, Optional.of(visa.id()), Optional.empty(), 50, sight -> sight))
                .extracting(sight -> sight.dossier().opening().kind())
                .containsExactly(DossierKind.MAINTENANCE, DossierKind.INITIAL)
                .hasSize(2);
        assertThat(house.reading.page(
                        VENDOR,
                        Optional.of(visa.id()),
                        Optional.of(change.opening().number()),
                        50,
                        sight -> sight))
                .hasSize(1);
        assertThat(house.reading.page(
                        Matters.OTHER_VENDOR, Optional.of(visa.id()), Optional.empty(), 50, sight -> sight))
                .as("somebody else's")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void laboratories_that_fit_come_first_and_the_others_say_what_they_lack(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Laboratory bare = house.keeping
                .add(Matters.SUPERVISOR, Organisation.named("Abrolhos Essais"))
                .laboratory();
        LaboratoryId arvor = matters.arvor();
        Dossier submitted = matters.submitted();

        ReadDossiers.Candidates found = house.reading.candidates(VENDOR, submitted.id());

        assertThat(found.day()).isEqualTo(house.calendar.today());
        assertThat(found.laboratories())
                .extracting(
                        candidate -> candidate.laboratory().id(),
                        candidate -> candidate.refusal().map(refusal -> refusal.code()))
                .containsExactly(
                        tuple(arvor, Optional.empty()), tuple(bare.id(), Optional.of("lab-accreditation-missing")));
        assertThat(refused(() -> house.reading.candidates(Matters.OTHER_VENDOR, submitted.id())))
                .isEqualTo("dossier-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void a_version_that_was_never_recorded_is_not_there_and_an_instant_to_come_is_now(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier first = matters.opened();
        Dossier second = matters.deposit(VENDOR, first, "APPLICATION");

        assertThat(refused(() -> house.reading.one(VENDOR, first.id(), 3))).isEqualTo("dossier-unknown");
        assertThat(house.reading.one(VENDOR, first.id(), 1).dossier()).isEqualTo(first);
        assertThat(house.reading
                        .one(VENDOR, first.id(), Optional.of(Instant.parse("2099-01-01T00:00:00Z")))
                        .dossier())
                .isEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_is_told_as_it_stood_on_a_day_with_what_is_known_now_or_was_then(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier submitted = matters.submitted();
        house.clock.set("2026-05-20T08:00:00Z");
        Dossier admitted = matters.step(CERTIFIER, submitted, "admit");
        Instant before = Instant.parse("2026-05-19T08:00:00Z");
        LocalDate day = LocalDate.parse("2026-05-15");

        DossierSight then = house.reading.one(VENDOR, admitted.id(), Optional.empty(), day);
        assertThat(then.dossier().stage()).isEqualTo("submitted");
        assertThat(then.dossier().history().documents()).hasSize(5);
        assertThat(then.day()).isEqualTo(day);
        assertThat(then.daysAtStages()).containsEntry("submitted", 3L).doesNotContainKey("examination");
        assertThat(then.clocks()).extracting(clock -> clock.deadline().id()).containsExactly("completeness");
        DossierSight today = house.reading.one(VENDOR, admitted.id(), Optional.empty(), LocalDate.parse("2026-05-20"));
        assertThat(today.dossier()).isEqualTo(admitted);
        // Of the step nothing was known the day before, whatever day is asked.
        assertThat(house.reading
                        .one(VENDOR, admitted.id(), Optional.of(before), LocalDate.parse("2026-05-20"))
                        .dossier()
                        .stage())
                .isEqualTo("submitted");
        assertThat(refused(() ->
                        house.reading.one(VENDOR, admitted.id(), Optional.empty(), LocalDate.parse("2026-05-11"))))
                .isEqualTo("dossier-unknown");
        assertThat(refused(() -> house.reading.one(
                        Matters.OTHER_VENDOR, admitted.id(), Optional.empty(), LocalDate.parse("2026-05-20"))))
                .isEqualTo("dossier-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_declared_and_assigned_on_a_day_is_told_of_that_day(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier opened = matters.opened();
        house.clock.set("2026-05-14T08:00:00Z");
        Dossier changed = house.handling.changeApplication(VENDOR, opened.id(), seen(opened), Matters.card(4));
        Dossier admitted = matters.step(CERTIFIER, matters.submitted(changed), "admit");
        house.clock.set("2026-05-20T08:00:00Z");
        Dossier assigned = house.handling.assign(CERTIFIER, admitted.id(), seen(admitted), List.of(matters.arvor()));
        LocalDate first = LocalDate.parse("2026-05-13");

        Dossier then =
                house.reading.one(VENDOR, opened.id(), Optional.empty(), first).dossier();

        assertThat(then.application()).isEqualTo(opened.application()).isNotEqualTo(assigned.application());
        assertThat(house.reading
                        .one(VENDOR, opened.id(), Optional.empty(), LocalDate.parse("2026-05-19"))
                        .dossier()
                        .laboratories())
                .isEmpty();
        assertThat(house.reading
                        .one(VENDOR, opened.id(), Optional.empty(), LocalDate.parse("2026-05-20"))
                        .dossier())
                .isEqualTo(assigned);
    }

    @Test
    void account_names_are_for_handlers_and_for_ones_own() {
        House house = house(Database.H2);
        Matters matters = new Matters(house);
        Dossier submitted = matters.step(CERTIFIER, matters.submitted(), "admit");
        DossierSight vendors = house.reading.one(VENDOR, submitted.id(), Optional.empty());
        DossierSight auditors = house.reading.one(AUDITOR, submitted.id(), Optional.empty());
        var certifier = submitted.history().stage().by().orElseThrow();

        assertThat(vendors.names(certifier)).isFalse();
        assertThat(vendors.names(submitted.opening().by())).isTrue();
        assertThat(auditors.names(certifier)).isTrue();
        assertThat(auditors.names(submitted.opening().by())).isTrue();
    }

    @Test
    void a_document_is_opened_by_those_its_class_is_for() {
        House house = house(Database.H2);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        DossierSight vendors = house.reading.one(VENDOR, ready.id(), Optional.empty());
        DossierSight evaluators = house.reading.one(EVALUATOR, ready.id(), Optional.empty());
        DossierSight auditors = house.reading.one(AUDITOR, ready.id(), Optional.empty());
        Deposit report = ready.history().documents().stream()
                .filter(document -> document.type().equals("EVALUATION_TECHNICAL_REPORT"))
                .findFirst()
                .orElseThrow();
        DocumentType type = vendors.scheme()
                .conduct()
                .orElseThrow()
                .procedure()
                .document(report.type())
                .orElseThrow();

        assertThat(type.documentClass()).isEqualTo(DocumentType.DocumentClass.CONFIDENTIAL);
        assertThat(vendors.opens(type, report.by())).isFalse();
        assertThat(evaluators.opens(type, report.by())).isTrue();
        assertThat(auditors.opens(type, report.by())).isTrue();
    }

    @Test
    void clocks_run_on_the_working_days_of_the_operator() {
        House house = house(Database.H2);
        Dossier submitted = new Matters(house).submitted();
        DossierSight sight = house.reading.one(VENDOR, submitted.id(), Optional.empty());

        assertThat(sight.day()).hasToString("2026-05-12");
        assertThat(sight.clocks()).isNotEmpty().allSatisfy(clock -> {
            assertThat(clock.startedOn()).isEqualTo(sight.day());
            assertThat(clock.overdue()).isFalse();
        });
        assertThat(sight.daysAtStages()).containsKey(submitted.stage());
        assertThat(sight.level()).contains("HIGH");
        assertThat(sight.rejectedBySilence()).isEmpty();
    }

    @Test
    void steps_are_those_of_the_actors_roles_with_what_stands_in_their_way() {
        House house = house(Database.H2);
        Matters matters = new Matters(house);
        Dossier opened = matters.opened();
        assertThat(refused(() -> house.reading.steps(OTHER_VENDOR, opened.id())))
                .isEqualTo("dossier-unknown");

        assertThat(codes(house.reading.steps(VENDOR, opened.id()), "submit")).containsExactly("document-missing");
        assertThat(house.reading.steps(AUDITOR, opened.id()).steps()).isEmpty();
        Dossier submitted = matters.submitted();
        assertThat(codes(house.reading.steps(CERTIFIER, submitted.id()), "admit"))
                .isEmpty();
        Actor both = new Actor("agnes.roy", "Autorité", Set.of(Role.CERTIFIER, Role.NCCA_APPROVER));
        assertThat(codes(house.reading.steps(both, submitted.id()), "admit"))
                .containsExactly("sod-supervision-issuance");
    }

    private static List<String> codes(ReadDossiers.OpenSteps steps, String step) {
        ReadDossiers.OpenStep found = steps.steps().stream()
                .filter(open -> open.move().step().equals(step))
                .findFirst()
                .orElseThrow();
        return found.refusal().map(refusal -> refusal.code()).stream().toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_of_many_papers_is_kept_whole(Database database) {
        House house = house(database);
        Dossier dossier = new Matters(house).opened();
        for (int i = 0; i < 40; i++) {
            dossier = house.handling.deposit(
                    VENDOR,
                    dossier.id(),
                    seen(dossier),
                    new org.sceau.registry.application.evaluating.HandleDossier.Paper(
                            "DEVELOPER_EVIDENCE",
                            "é".repeat(300),
                            "fr",
                            Optional.of("edition " + i),
                            List.of(),
                            "a".repeat(64),
                            1_000));
        }

        assertThat(house.handling.read(VENDOR, dossier.id(), Optional.empty()).dossier())
                .isEqualTo(dossier);
        assertThat(dossier.history().documents()).hasSize(40);
    }

    @ParameterizedTest
    @EnumSource
    void a_visa_that_is_not_shown_cannot_be_named_and_answers_like_none(Database database) {
        House house = house(database);
        house.importCsv(
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed\n"
                        + "cspn,cspn,1.1,ANSSI-CSPN-2025/77,Brume Télécom,Coffre,1.0,,FIREWALL,2025-01-12,2028-01-12,in-force,no\n",
                false);
        VisaId hidden = VisaId.parse(house.sql
                .one("select id from visa where reference_key like '%77'", row -> row.getString(1))
                .orElseThrow());
        Dossier opened = new Matters(house).opened();
        for (VisaId named : List.of(hidden, VisaId.parse("00000000-0000-4000-8000-000000000000"))) {
            assertThat(refused(() ->
                            house.handling.changeApplication(VENDOR, opened.id(), seen(opened), restingOn(named))))
                    .isEqualTo("visa-unknown");
            assertThat(refused(() -> house.opening.open(VENDOR, Matters.request(restingOn(named)))))
                    .isEqualTo("visa-unknown");
            assertThat(refused(() -> house.handling.showStaff(
                            VENDOR,
                            opened.id(),
                            seen(opened),
                            List.of(),
                            List.of(new Subcontract(
                                    "SOURCE_CODE_AUDIT",
                                    named,
                                    Optional.of(LocalDate.parse("2025-09-01")),
                                    Optional.of("NC-7"))))))
                    .isEqualTo("visa-unknown");
        }
        assertThat(house.opening
                        .open(OTHER_VENDOR, Matters.request(restingOn(hidden)))
                        .application()
                        .bases())
                .containsExactly(hidden);
    }

    private static Application restingOn(VisaId base) {
        Application card = Matters.card(5);
        return new Application(
                card.subject(),
                card.level(),
                card.scopes(),
                card.category(),
                card.nationalSecurity(),
                card.facts(),
                Set.of(base),
                true);
    }

    @Test
    void a_dossier_that_holds_all_it_can_takes_no_more_and_says_so() {
        House house = house(Database.H2);
        Dossier opened = new Matters(house).opened();
        Deposit one = new Deposit(
                new java.util.UUID(1, 1),
                "APPLICATION",
                "x",
                "fr",
                Optional.empty(),
                List.of(),
                "a".repeat(64),
                1,
                opened.opening().by(),
                opened.opening().at());
        assertThat(refused(() -> {
                    History history = opened.history();
                    for (int i = 0; i <= History.MAX_ITEMS; i++) {
                        history = history.depositing(one);
                    }
                }))
                .isEqualTo("dossier-full");
    }
}
