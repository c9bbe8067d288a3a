package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.Reasons;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;

/** The authority opens a control of what it certified, whether its holder likes it or not (CPCE Art. 54-13 and 54-14). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ControlTest {
    private static final SchemeVersionId MIE = SchemeVersionId.of("mie", "1");
    private static final Actor HOLDER = new Actor("a.lias", "Alias Public", Set.of(Role.SPONSOR));

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.importCsv(
                "family,scheme,scheme_version,reference,decision_year,holder,name,level,valid_from,valid_until,status,listed\n"
                        + "mie,mie,1,1207,2025,Alias Public,Alias,HIGH,2025-02-01,2027-02-01,in-force,yes\n",
                false);
        return house;
    }

    private static OpenDossier.Request control(Visa visa) {
        return new OpenDossier.Request(
                MIE,
                DossierKind.SURVEILLANCE,
                Optional.of(visa.id()),
                new Application(
                        visa.facts().subject(),
                        visa.facts().level().flatMap(level -> level.term()),
                        Set.of(),
                        Optional.empty(),
                        false,
                        new TreeMap<>(),
                        Set.of(),
                        true),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** CPCE 54-13: at most one a year, except after a vulnerability or an incident. */
    @ParameterizedTest
    @EnumSource
    void a_second_control_within_the_year_needs_a_vulnerability_or_an_incident(Database database) {
        House house = house(database);
        Visa visa = house.visas.latest(1).get(0);
        OpenDossier.Request yearly = control(visa);
        house.opening.open(CERTIFIER, yearly);
        house.clock.set("2027-01-11T08:00:00Z");

        assertThat(refused(() -> house.opening.open(CERTIFIER, yearly))).isEqualTo("follow-up-too-soon");
        assertThat(refused(() -> house.opening.open(CERTIFIER, caused(yearly, "yearly"))))
                .isEqualTo("follow-up-too-soon");

        assertThat(house.opening
                        .open(CERTIFIER, caused(yearly, "incident"))
                        .opening()
                        .about())
                .hasValue(visa.id());
    }

    @ParameterizedTest
    @EnumSource
    void a_control_after_an_incident_does_not_take_the_turn_of_the_yearly_one(Database database) {
        House house = house(database);
        Visa visa = house.visas.latest(1).get(0);
        OpenDossier.Request yearly = control(visa);
        house.opening.open(CERTIFIER, caused(yearly, "incident"));
        house.clock.set("2026-06-01T08:00:00Z");

        assertThat(house.opening.open(CERTIFIER, yearly).opening().about()).hasValue(visa.id());
        assertThat(refused(() -> house.opening.open(CERTIFIER, yearly))).isEqualTo("follow-up-too-soon");
    }

    private static OpenDossier.Request caused(OpenDossier.Request control, String cause) {
        Application asked = control.application();
        return new OpenDossier.Request(
                control.scheme(),
                control.kind(),
                control.about(),
                new Application(
                        asked.subject(),
                        asked.level(),
                        asked.scopes(),
                        asked.category(),
                        asked.nationalSecurity(),
                        java.util.Map.of("control-cause", FactValue.Words.of(cause)),
                        asked.bases(),
                        asked.listed()),
                control.developer(),
                control.holder(),
                control.observers());
    }

    @ParameterizedTest
    @EnumSource
    void neither_the_holder_nor_a_reviewer_opens_a_control_and_a_certifier_opens_nothing_else(Database database) {
        House house = house(database);
        Visa visa = house.visas.latest(1).get(0);
        OpenDossier.Request control = control(visa);
        OpenDossier.Request renewal = new OpenDossier.Request(
                MIE,
                DossierKind.RENEWAL,
                Optional.of(visa.id()),
                control.application(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(refused(() -> house.opening.open(HOLDER, control))).isEqualTo("role-missing");
        assertThat(refused(() -> house.opening.open(Matters.REVIEWER, control))).isEqualTo("role-missing");
        assertThat(refused(() -> house.opening.open(Matters.VENDOR, control)))
                .as("somebody else's visa")
                .isEqualTo("not-a-party");
        assertThat(refused(() -> house.opening.open(CERTIFIER, renewal))).isEqualTo("role-missing");
        assertThat(refused(() -> house.opening.open(CERTIFIER, Matters.request(Matters.card(5)))))
                .isEqualTo("role-missing");
        Actor turned = new Actor("t.urned", HOLDER.organisation(), Set.of(Role.CERTIFIER));
        assertThat(refused(() -> house.opening.open(turned, control)))
                .as("somebody of the holder, in whatever role")
                .isEqualTo("sod-applicant");
        OpenDossier.Request elsewhere = new OpenDossier.Request(
                MIE,
                DossierKind.SURVEILLANCE,
                Optional.of(visa.id()),
                control.application(),
                Optional.empty(),
                Optional.of("Un autre"),
                List.of("Un curieux"));
        assertThat(refused(() -> house.opening.open(CERTIFIER, elsewhere))).isEqualTo("parties-of-visa");
        assertThat(house.count("dossier")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_control_that_the_authority_opens_ends_in_a_repeal_that_the_holder_was_heard_about(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = house.visas.latest(1).get(0);
        Dossier opened = house.opening.open(CERTIFIER, control(visa));
        assertThat(opened.parties().holder().name()).isEqualTo(HOLDER.organisation());
        assertThat(house.handling.read(HOLDER, opened.id(), Optional.empty()).dossier())
                .as("the holder reads what is asked of it")
                .isEqualTo(opened);

        Dossier dossier = step(house, CERTIFIER, opened, "open-control");
        dossier = matters.step(CERTIFIER, matters.deposit(CERTIFIER, dossier, "BREACH_NOTICE"), "notify-breach");
        Dossier awaited = dossier;
        assertThat(refused(() -> step(house, CERTIFIER, awaited, "note-no-plan")))
                .as("two months for a plan")
                .isEqualTo("action-plan-still-open");
        house.clock.set("2026-07-13T08:00:00Z");
        dossier = step(house, CERTIFIER, dossier, "note-no-plan");
        dossier = matters.deposit(CERTIFIER, dossier, "DINUM_OPINION");
        dossier = matters.deposit(CERTIFIER, dossier, "INTENDED_DECISION");
        Dossier unheard = dossier;
        assertThat(refused(() -> step(house, CERTIFIER, unheard, "invite-comments")))
                .as("the other experts have their month as well")
                .isEqualTo("dinum-opinion-awaited");
        dossier = matters.deposit(CERTIFIER, dossier, "EXPERT_OPINION");
        dossier = matters.step(CERTIFIER, dossier, "invite-comments");
        Dossier early = dossier;
        assertThat(refused(() -> house.deciding.propose(DECIDER, repeal(house, early, visa))))
                .isEqualTo("decision-not-open");
        assertThat(refused(() -> step(house, CERTIFIER, early, "close-comments")))
                .as("and two more to comment")
                .isEqualTo("comments-still-open");
        dossier = matters.step(HOLDER, matters.deposit(HOLDER, dossier, "PROVIDER_COMMENTS"), "comment");

        Proposal proposal = house.deciding.propose(DECIDER, repeal(house, dossier, visa));
        Visa repealed = house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();

        assertThat(repealed.facts()
                        .statusOn(house.calendar.today(), house.schemes.statusAtEnd(MIE))
                        .status())
                .isEqualTo(VisaStatus.WITHDRAWN);
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    private static Dossier step(House house, Actor actor, Dossier dossier, String step) {
        return house.handling.takeStep(actor, dossier.id(), Matters.seen(dossier), step, Optional.of("Motifs."));
    }

    private static DecisionContent repeal(House house, Dossier dossier, Visa visa) {
        return Reasons.given(new DecisionContent(
                DecisionKind.WITHDRAW,
                Optional.of(dossier.id()),
                dossier.version(),
                Optional.of(visa.id()),
                visa.version(),
                house.calendar.today(),
                Optional.empty(),
                Optional.of("Manquement."),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
