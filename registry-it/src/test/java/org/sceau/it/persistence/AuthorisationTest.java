package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The life of an authorisation to operate equipment (CPCE Art. L. 34-11 to L. 34-13), through the use cases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthorisationTest {
    private static final SchemeVersionId L34_11 = SchemeVersionId.of("l34-11", "1");

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-01-12T08:00:00Z");
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void a_renewal_is_asked_for_two_months_before_the_end_that_the_registry_knows(Database database) {
        House house = house(database);
        Visa visa = authorised(house);
        assertThat(visa.facts().validity().lastDay()).contains(LocalDate.parse("2026-07-12"));
        Dossier renewal = applied(house, DossierKind.RENEWAL, Optional.of(visa.id()), false);
        Dossier update = applied(house, DossierKind.RENEWAL, Optional.of(visa.id()), true);
        house.clock.set("2026-05-13T08:00:00Z");

        assertThat(refused(() -> step(house, VENDOR, renewal, "submit"))).isEqualTo("l34-11-renewal-late");
        house.clock.set("2026-05-12T08:00:00Z");
        assertThat(refused(() -> step(house, VENDOR, update, "submit")))
                .as("a major update is no renewal")
                .isEqualTo("l34-11-major-update");

        assertThat(step(house, VENDOR, renewal, "submit").stage()).isEqualTo("submitted");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_withdrawn_without_a_dossier_and_fifteen_days_for_the_holder_but_in_urgency(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = authorised(house);
        assertThat(refused(() ->
                        house.deciding.propose(DECIDER, matters.about(DecisionKind.WITHDRAW, visa, Optional.empty()))))
                .isEqualTo("decision-needs-dossier");
        OpenDossier.Request control = request(DossierKind.SURVEILLANCE, Optional.of(visa.id()), false);
        assertThat(refused(() -> house.opening.open(VENDOR, control))).isEqualTo("role-missing");

        Dossier dossier = step(house, CERTIFIER, house.opening.open(CERTIFIER, control), "open-control");
        Dossier asked =
                matters.step(CERTIFIER, matters.deposit(CERTIFIER, dossier, "COMMENTS_INVITATION"), "invite-comments");
        assertThat(refused(() -> step(house, CERTIFIER, asked, "close-comments")))
                .isEqualTo("comments-still-open");
        assertThat(refused(() -> house.deciding.propose(DECIDER, withdrawal(house, asked, visa))))
                .isEqualTo("decision-not-open");
        assertThat(refused(() -> step(house, CERTIFIER, asked, "note-urgency"))).isEqualTo("conclusion-missing");
        assertThat(refused(() -> matters.conclude(VENDOR, asked, "urgency"))).isEqualTo("role-missing");
        house.clock.set("2026-01-28T08:00:00Z");
        Dossier heard = step(house, CERTIFIER, asked, "close-comments");

        assertThat(statusAfter(house, withdrawal(house, heard, visa))).isEqualTo(VisaStatus.WITHDRAWN);
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void in_urgency_the_authority_decides_at_once_and_its_reasons_are_on_record(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = authorised(house);
        Dossier dossier = step(
                house,
                CERTIFIER,
                house.opening.open(CERTIFIER, request(DossierKind.SURVEILLANCE, Optional.of(visa.id()), false)),
                "open-control");

        Dossier urgent = step(house, CERTIFIER, matters.conclude(CERTIFIER, dossier, "urgency"), "note-urgency");

        assertThat(statusAfter(house, withdrawal(house, urgent, visa))).isEqualTo(VisaStatus.WITHDRAWN);
        assertThat(urgent.history().conclusion("urgency")).hasValueSatisfying(conclusion -> {
            assertThat(conclusion.by().name()).isEqualTo(CERTIFIER.name());
            assertThat(conclusion.text()).isEqualTo("Sans objection.");
        });
    }

    /** An authorisation for six months from the day of the house. */
    private static Visa authorised(House house) {
        Matters matters = new Matters(house);
        Dossier dossier = matters.step(VENDOR, applied(house, DossierKind.INITIAL, Optional.empty(), false), "submit");
        dossier = matters.step(CERTIFIER, matters.step(CERTIFIER, dossier, "admit"), "accept");
        DecisionContent grant = content(
                DecisionKind.GRANT,
                dossier,
                Optional.empty(),
                house.calendar.today(),
                Optional.of(house.calendar.today().plusMonths(6)));
        return decided(house, grant);
    }

    private static Dossier applied(House house, DossierKind kind, Optional<VisaId> about, boolean major) {
        Matters matters = new Matters(house);
        Dossier dossier = house.opening.open(VENDOR, request(kind, about, major));
        return matters.deposit(VENDOR, matters.deposit(VENDOR, dossier, "APPLICATION"), "EQUIPMENT_FILE");
    }

    private static OpenDossier.Request request(DossierKind kind, Optional<VisaId> about, boolean major) {
        Map<String, FactValue> facts = new TreeMap<>(Map.of(
                "models", FactValue.Words.of("BR-5000"),
                "software-versions", FactValue.Words.of("7.1"),
                "major-update", new FactValue.Flag(major)));
        return new OpenDossier.Request(
                L34_11,
                kind,
                about,
                new Application(
                        new Subject(SubjectKind.EQUIPMENT, "Antenne Brume", Optional.empty()),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        false,
                        facts,
                        Set.of(),
                        true),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Dossier step(House house, Actor actor, Dossier dossier, String step) {
        return house.handling.takeStep(actor, dossier.id(), Matters.seen(dossier), step, Optional.of("Motifs."));
    }

    private static VisaStatus statusAfter(House house, DecisionContent content) {
        return decided(house, content)
                .facts()
                .statusOn(house.calendar.today(), house.schemes.statusAtEnd(L34_11))
                .status();
    }

    private static Visa decided(House house, DecisionContent content) {
        Proposal proposal = house.deciding.propose(DECIDER, content);
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static DecisionContent withdrawal(House house, Dossier dossier, Visa visa) {
        return content(DecisionKind.WITHDRAW, dossier, Optional.of(visa), house.calendar.today(), Optional.empty());
    }

    private static DecisionContent content(
            DecisionKind kind, Dossier dossier, Optional<Visa> visa, LocalDate day, Optional<LocalDate> lastDay) {
        return Reasons.given(new DecisionContent(
                kind,
                Optional.of(dossier.id()),
                dossier.version(),
                visa.map(Visa::id),
                visa.map(Visa::version).orElse(0L),
                day,
                lastDay,
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
