package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.publication.InProgress;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** Qualifications of products that rest on a certificate of the same product. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QualificationsTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_of_another_product_or_another_version_qualifies_nothing(Database database) {
        House house = house(database);
        LaboratoryId laboratory = laboratory(house);
        Matters matters = new Matters(house);
        Visa card = matters.granted(laboratory);
        Visa passport = matters.grantedOn(card, laboratory);

        Dossier other = ready(house, "4.1.x", passport, laboratory);
        assertThat(refused(() -> house.deciding.propose(DECIDER, grant(house, other, "4.1.x", 5))))
                .isEqualTo("qual-base-subject");
        Dossier later = ready(house, "4.2.x", card, laboratory);
        assertThat(refused(() -> house.deciding.propose(DECIDER, grant(house, later, "4.2.x", 5))))
                .isEqualTo("qual-base-subject");

        Dossier same = ready(house, "4.1.x", card, laboratory);
        assertThat(decide(house, grant(house, same, "4.1.x", 5))
                        .facts()
                        .subject()
                        .versions())
                .as("qualified by somebody else than the developer, for versions one of which is certified")
                .contains("4.1.x");
    }

    @ParameterizedTest
    @EnumSource
    void a_certificate_whose_version_is_put_right_meanwhile_is_asked_again_at_the_approval(Database database) {
        House house = house(database);
        LaboratoryId laboratory = laboratory(house);
        Matters matters = new Matters(house);
        Visa card = matters.granted(laboratory);
        Dossier ready = ready(house, "4.1.x", card, laboratory);
        Proposal proposal = house.deciding.propose(DECIDER, grant(house, ready, "4.1.x", 5));
        decide(house, Matters.correcting(matters.about(DecisionKind.CORRECT, card, Optional.empty()), "4.0.9"));

        assertThat(refused(() -> house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("qual-base-subject");
    }

    @ParameterizedTest
    @EnumSource
    void no_qualification_outlasts_the_certificate_it_rests_on(Database database) {
        House house = house(database);
        LaboratoryId laboratory = laboratory(house);
        Visa card = new Matters(house).granted(laboratory);
        house.clock.set("2026-06-15T08:00:00Z");
        Dossier ready = ready(house, "4.1.x", card, laboratory);

        Refused beyond = refusal(() -> house.deciding.propose(DECIDER, grant(house, ready, "4.1.x", 5)));
        assertThat(beyond.refusal().code()).isEqualTo("validity-beyond-base");
        assertThat(beyond.refusal().details()).containsEntry("latest", "2031-05-12");
        assertThat(decide(house, grant(house, ready, "4.1.x", 4))
                        .facts()
                        .validity()
                        .lastDay())
                .contains(LocalDate.parse("2030-06-15"));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_48_an_application_is_shown_in_progress_where_the_supplier_agreed_and_only_while_it_is(
            Database database) {
        House house = house(database);
        LaboratoryId laboratory = laboratory(house);
        Visa card = new Matters(house).granted(laboratory);
        ready(house, "4.1.x", card, laboratory);
        assertThat(house.inProgress.all()).as("nobody agreed").isEmpty();
        Dossier submitted = submitted(house, "4.1.x", card, true);
        assertThat(house.inProgress.all()).as("not accepted yet").isEmpty();

        house.clock.set("2026-05-20T08:00:00Z");
        Dossier agreed = evaluated(house, submitted, laboratory);

        assertThat(house.inProgress.all())
                .extracting(InProgress::subject, InProgress::supplier, InProgress::since)
                .containsExactly(tuple("HALCYON CARD-OS", "Brume Télécom", LocalDate.parse("2026-05-20")));
        decide(house, grant(house, agreed, "4.1.x", 4));
        assertThat(house.inProgress.all()).as("decided").isEmpty();
    }

    private static LaboratoryId laboratory(House house) {
        LaboratoryId id = new Matters(house).arvor();
        for (Competence.Title kind : List.of(Competence.Title.ACCREDITATION, Competence.Title.LICENCE)) {
            Title title = new Title(
                    kind,
                    "QUALIFICATION-" + kind,
                    "Comité fictif",
                    Set.of(new SchemeId("qual-prod")),
                    LocalDate.parse("2025-01-01"),
                    LocalDate.parse("2029-12-31"),
                    new Coverage(
                            OptionalInt.empty(), Set.of(), Set.of(), Set.of("PKI_AND_SMART_CARDS"), Set.of(), Set.of()),
                    List.of());
            house.keeping.entitle(SUPERVISOR, id, OptionalLong.empty(), title);
        }
        return id;
    }

    /** Of the card, in another spelling than the certificate's, asked for by an integrator; at the decision. */
    private static Dossier ready(House house, String versions, Visa base, LaboratoryId laboratory) {
        return evaluated(house, submitted(house, versions, base, false), laboratory);
    }

    /** @param agreed whether the supplier agrees to be shown as in progress */
    private static Dossier submitted(House house, String versions, Visa base, boolean agreed) {
        Matters matters = new Matters(house);
        Dossier dossier = house.opening.open(
                OTHER_VENDOR,
                new OpenDossier.Request(
                        SchemeVersionId.of("qual-prod", "1.0"),
                        DossierKind.INITIAL,
                        Optional.empty(),
                        new Application(
                                new Subject(SubjectKind.PRODUCT, "HALCYON CARD-OS", Optional.of(versions)),
                                Optional.of("STANDARD"),
                                Set.of(),
                                Optional.of("PKI_AND_SMART_CARDS"),
                                false,
                                Map.of(
                                        "versions", FactValue.Words.of(versions),
                                        "state-need", FactValue.Words.of("Cartes d'agents"),
                                        "legal-basis", FactValue.Words.of("decree-2015-350"),
                                        "in-progress-agreed", new FactValue.Flag(agreed)),
                                Set.of(base.id()),
                                true),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        for (String type : List.of("APPLICATION", "EVALUATION_CONTRACT", "SECURITY_TARGET")) {
            dossier = matters.deposit(OTHER_VENDOR, dossier, type);
        }
        return matters.step(OTHER_VENDOR, dossier, "submit");
    }

    /** From its submission to the decision. */
    private static Dossier evaluated(House house, Dossier submitted, LaboratoryId laboratory) {
        Matters matters = new Matters(house);
        Dossier dossier = matters.step(CERTIFIER, submitted, "admit");
        dossier = house.handling.assign(CERTIFIER, dossier.id(), seen(dossier), List.of(laboratory));
        dossier = matters.step(CERTIFIER, dossier, "accept-project");
        dossier = matters.conclude(CERTIFIER, dossier, "target-fits-need");
        dossier = matters.step(CERTIFIER, dossier, "accept");
        dossier = matters.deposit(EVALUATOR, dossier, "EVALUATION_TECHNICAL_REPORT");
        dossier = matters.deposit(EVALUATOR, dossier, "CRYPTOGRAPHIC_ANALYSIS");
        dossier = matters.conclude(EVALUATOR, dossier, "laboratory-conclusion");
        dossier = matters.step(EVALUATOR, dossier, "deliver-report");
        dossier = matters.step(CERTIFIER, dossier, "start-review");
        dossier = matters.deposit(REVIEWER, dossier, "REVIEW_REPORT");
        dossier = matters.conclude(REVIEWER, dossier, "review-conclusion");
        return matters.step(REVIEWER, dossier, "conclude-review");
    }

    private static DecisionContent grant(House house, Dossier dossier, String versions, int years) {
        return Matters.atLevel(Matters.ofVersions(new Matters(house).grant(dossier, years), versions), "STANDARD");
    }

    private static Visa decide(House house, DecisionContent content) {
        Proposal proposal = house.deciding.propose(DECIDER, content);
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted");
    }

    private static String refused(ThrowingCallable act) {
        return refusal(act).refusal().code();
    }
}
