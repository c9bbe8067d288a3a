package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** Who evaluates again what was evaluated (EUCC Annex IV.2(2)). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReassessmentTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void invariant_34_a_maintenance_without_laboratory_leaves_the_former_one_the_only_one(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa visa = maintained(house, matters, matters.granted(arvor));
        LaboratoryId other = competent(house, "Laboratoire Oxalis");

        Dossier again = matters.following(visa, visa.facts().scheme(), DossierKind.REASSESSMENT);
        Dossier submitted = matters.step(CERTIFIER, matters.submitted(again), "admit");
        assertThat(refused(() -> house.handling.assign(CERTIFIER, submitted.id(), seen(submitted), List.of(other))))
                .isEqualTo("laboratory-not-the-former");
        assertThat(house.handling
                        .assign(CERTIFIER, submitted.id(), seen(submitted), List.of(arvor))
                        .laboratories())
                .containsExactly(arvor);
        assertThat(house.dossiers.evaluatorsOf(visa.id())).containsExactly(arvor);
    }

    /** A minor change from 4.1.0 to 4.1.1, as in scenario S19: nobody evaluates it. */
    private static Visa maintained(House house, Matters matters, Visa visa) {
        Application card = Matters.card(5);
        Dossier dossier = house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        visa.facts().scheme(),
                        DossierKind.MAINTENANCE,
                        Optional.of(visa.id()),
                        new Application(
                                new Subject(
                                        card.subject().kind(), card.subject().name(), Optional.of("4.1.1")),
                                card.level(),
                                card.scopes(),
                                card.category(),
                                card.nationalSecurity(),
                                card.facts(),
                                card.bases(),
                                card.listed()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        dossier = matters.submitted(matters.deposit(VENDOR, dossier, "IMPACT_ANALYSIS_REPORT"));
        dossier = matters.step(CERTIFIER, dossier, "admit");
        dossier = matters.deposit(CERTIFIER, dossier, "MAINTENANCE_REPORT");
        dossier = matters.conclude(CERTIFIER, dossier, "minor-change");
        dossier = matters.step(CERTIFIER, dossier, "rule-minor");
        Proposal proposal = house.deciding.propose(
                DECIDER,
                Matters.ofVersions(matters.about(DecisionKind.MAINTAIN, dossier, visa, Optional.empty()), "4.1.1"));
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static LaboratoryId competent(House house, String name) {
        LaboratoryId id = house.keeping
                .add(Matters.SUPERVISOR, Organisation.named(name))
                .laboratory()
                .id();
        house.keeping.entitle(
                Matters.SUPERVISOR,
                id,
                OptionalLong.empty(),
                Matters.title(Competence.Title.ACCREDITATION, OptionalInt.empty()));
        house.keeping.entitle(
                Matters.SUPERVISOR,
                id,
                OptionalLong.empty(),
                Matters.title(Competence.Title.AUTHORISATION, OptionalInt.of(5)));
        return id;
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
