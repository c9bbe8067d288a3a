package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Restriction;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;

/** What the body that issues may accept, propose and approve, as its entitlements in the operator file say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IssuerTest {
    private static final Set<SchemeId> EUCC = Set.of(new SchemeId("eucc"));
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final Optional<LocalDate> UNTIL = Optional.of(LocalDate.parse("2026-06-20"));
    private static final LocalDate LAST = LocalDate.parse("2030-12-31");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void invariant_03_a_body_that_is_not_accredited_or_notified_accepts_no_application(Database database) {
        House house = house(database);
        LaboratoryId arvor = new Matters(house).arvor();
        Dossier submitted = new Matters(house).submitted();
        Dossier admitted = new Matters(house).step(Matters.CERTIFIER, submitted, "admit");
        Dossier handed =
                house.handling.assign(Matters.CERTIFIER, admitted.id(), Matters.seen(admitted), List.of(arvor));
        Dossier assigned = new Matters(house).deposit(Matters.EVALUATOR, handed, "EVALUATION_PLAN");

        assertThat(accepting(house, assigned)).isEqualTo("issuer-not-accredited");
        assertThat(accepting(house, assigned, notified(List.of(), List.of()))).isEqualTo("issuer-not-accredited");
        assertThat(accepting(house, assigned, accredited("SOFTWARE"), notified(List.of(), List.of())))
                .isEqualTo("issuer-scope-category");
        assertThat(accepting(house, assigned, accredited("SMART_CARDS"))).isEqualTo("issuer-not-notified");
        assertThat(house.reading
                        .one(Matters.CERTIFIER, assigned.id(), Optional.empty())
                        .dossier())
                .isEqualTo(assigned);

        Matters fit = new Matters(house.issuing(new CertificationBody(
                "9990", true, List.of(accredited("SMART_CARDS"), notified(List.of(), List.of())))));
        assertThat(fit.step(Matters.CERTIFIER, assigned, "accept").stage()).isEqualTo("evaluation");
    }

    @ParameterizedTest
    @EnumSource
    void a_grant_is_neither_proposed_nor_approved_while_the_notification_is_suspended_or_restricted(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        DecisionContent grant = matters.grant(matters.ready(matters.arvor()));
        Suspension today = new Suspension(house.calendar.today(), Optional.empty(), "audit");
        Restriction toSoftware = new Restriction(
                house.calendar.today(),
                Optional.empty(),
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of("SOFTWARE"), Set.of(), Set.of("HIGH")),
                "staff");
        House suspended = house.issuing(body(notified(List.of(today), List.of())));
        House restricted = house.issuing(body(notified(List.of(), List.of(toSoftware))));

        assertThat(refused(() -> suspended.deciding.propose(Matters.DECIDER, grant)))
                .isEqualTo("issuer-title-suspended");
        assertThat(refused(() -> restricted.deciding.propose(Matters.DECIDER, grant)))
                .isEqualTo("issuer-title-restricted");

        Proposal proposal = house.deciding.propose(Matters.DECIDER, grant);
        assertThat(refused(() ->
                        suspended.deciding.approve(Matters.SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("issuer-title-suspended");
        assertThat(house.count("visa")).isZero();
        House fit = house.issuing(body(notified(List.of(), List.of())));
        assertThat(fit.deciding
                        .approve(Matters.SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                        .visa())
                .isPresent();
    }

    /** EUCC Art. 31. */
    @ParameterizedTest
    @EnumSource
    void what_a_body_issued_is_listed_for_review_from_the_day_on_which_it_lost_a_title(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        assertThat(impacts(house)).isEmpty();

        Entitlement lapsing = new Entitlement(
                Entitlement.Kind.ACCREDITATION,
                "ACC-1",
                EUCC,
                Set.of(),
                Set.of("SMART_CARDS"),
                FIRST,
                Optional.of(LocalDate.parse("2026-05-12")),
                List.of(),
                List.of());
        House narrow = house.issuing(
                new CertificationBody("9990", true, List.of(accredited("SOFTWARE"), notified(List.of(), List.of()))));
        House later =
                house.issuing(new CertificationBody("9990", true, List.of(lapsing, notified(List.of(), List.of()))));
        assertThat(impacts(narrow)).containsExactly(visa.slug() + " issuer-scope-category");
        assertThat(impacts(later)).isEmpty();
        house.clock.set("2026-05-13T08:00:00Z");

        assertThat(impacts(later)).containsExactly(visa.slug() + " issuer-not-accredited");
        assertThat(house.visas.find(visa.id())).as("nothing changes by itself").contains(visa);
    }

    /** EUCC Art. 31: a suspension is no end, it may be lifted tomorrow. */
    @ParameterizedTest
    @EnumSource
    void a_suspended_visa_is_listed_as_one_in_force_is_and_a_withdrawn_one_is_not(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        House unnotified = house.issuing(new CertificationBody("9990", true, List.of(accredited("SMART_CARDS"))));
        Visa suspended = decided(house, matters.about(DecisionKind.SUSPEND, visa, UNTIL));
        house.clock.set("2026-05-13T08:00:00Z");
        assertThat(impacts(unnotified)).containsExactly(visa.slug() + " issuer-not-notified");

        decided(house, matters.about(DecisionKind.WITHDRAW, suspended, UNTIL));

        assertThat(impacts(unnotified)).isEmpty();
    }

    private static Visa decided(House house, DecisionContent content) {
        Proposal proposal = house.deciding.propose(Matters.CERTIFIER, content);
        return house.deciding
                .approve(Matters.DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static List<String> impacts(House house) {
        return house.reviewing.today(Matters.AUDITOR).stream()
                .map(impact -> impact.visa().slug() + " " + impact.reason())
                .toList();
    }

    private static String accepting(House house, Dossier assigned, Entitlement... entitlements) {
        Matters matters = new Matters(house.issuing(new CertificationBody("9990", true, List.of(entitlements))));
        return refused(() -> matters.step(Matters.CERTIFIER, assigned, "accept"));
    }

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static CertificationBody body(Entitlement notification) {
        return new CertificationBody("9990", true, List.of(accredited("SMART_CARDS"), notification));
    }

    private static Entitlement accredited(String category) {
        return new Entitlement(
                Entitlement.Kind.ACCREDITATION,
                "ACC-1",
                EUCC,
                Set.of(),
                Set.of(category),
                FIRST,
                Optional.of(LAST),
                List.of(),
                List.of());
    }

    private static Entitlement notified(List<Suspension> suspensions, List<Restriction> restrictions) {
        return new Entitlement(
                Entitlement.Kind.NOTIFICATION,
                "NOT-1",
                EUCC,
                Set.of(),
                Set.of(),
                FIRST,
                Optional.empty(),
                suspensions,
                restrictions);
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
