package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.APPROVER;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_APPROVER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;
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
import java.util.TreeMap;
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
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Certificates of protection profiles, from the application to their end (EUCC Art. 17-20). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfilesTest {
    private static final LocalDate LIFETIME = LocalDate.parse("2029-06-30");

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void no_certificate_of_a_profile_outlasts_the_lifetime_that_was_declared(Database database) {
        House house = house(database);
        Dossier ready = ready(house, opened(house, DossierKind.INITIAL, Optional.empty()), laboratory(house));

        assertThat(refused(() -> house.deciding.propose(DECIDER, until(house, ready, LIFETIME.plusDays(1)))))
                .isEqualTo("validity-beyond-declared");
        assertThat(granted(house, ready).facts().validity().lastDay()).contains(LIFETIME);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_authority_approved_beforehand_it_alone_withdraws_whatever_was_decided_since(Database database) {
        House house = house(database);
        LaboratoryId laboratory = laboratory(house);
        Dossier asked = approved(house, ready(house, opened(house, DossierKind.INITIAL, Optional.empty()), laboratory));
        Visa visa = granted(house, asked);
        Matters matters = new Matters(house);

        assertThat(refused(() -> house.deciding.propose(CERTIFIER, withdrawal(matters, visa))))
                .isEqualTo("withdrawal-ncca-only");
        Dossier review = ready(house, opened(house, DossierKind.REASSESSMENT, Optional.of(visa.id())), laboratory);
        decide(house, matters.about(DecisionKind.CONFIRM, review, visa, Optional.empty()));
        Visa confirmed = house.visas.find(visa.id()).orElseThrow();
        assertThat(refused(() -> house.deciding.propose(DECIDER, withdrawal(matters, confirmed))))
                .as("the dossier of the grant counts, not the newest one that led to the visa")
                .isEqualTo("withdrawal-ncca-only");

        Proposal proposal = house.deciding.propose(APPROVER, withdrawal(matters, confirmed));
        assertThat(refused(() -> house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("withdrawal-ncca-only");
        assertThat(refused(() -> house.deciding.reject(DECIDER, proposal.id(), proposal.digest(), "Non.")))
                .isEqualTo("withdrawal-ncca-only");
        house.deciding.approve(SECOND_APPROVER, proposal.id(), proposal.digest(), "Vu.");
        assertThat(status(house, visa)).isEqualTo(VisaStatus.WITHDRAWN);
    }

    /** EUCC Art. 19(2)(c), 20(2). */
    @ParameterizedTest
    @EnumSource
    void what_the_authority_approved_beforehand_is_not_reissued_without_its_second_word(Database database) {
        House house = house(database);
        LaboratoryId laboratory = laboratory(house);
        Visa visa = granted(
                house, approved(house, ready(house, opened(house, DossierKind.INITIAL, Optional.empty()), laboratory)));
        Dossier review = approved(
                house, ready(house, opened(house, DossierKind.REASSESSMENT, Optional.of(visa.id())), laboratory));
        DecisionContent reissue =
                new Matters(house).about(DecisionKind.REISSUE_SAME_SCOPE, review, visa, Optional.of(LIFETIME));
        assertThat(refused(() -> house.deciding.propose(APPROVER, reissue))).isEqualTo("role-missing");

        Proposal proposal = house.deciding.propose(DECIDER, reissue);
        assertThat(refused(() -> house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")))
                .isEqualTo("withdrawal-ncca-only");
        assertThat(status(house, visa)).isEqualTo(VisaStatus.IN_FORCE);
        Visa successor = house.deciding
                .approve(SECOND_APPROVER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();

        assertThat(status(house, visa)).isEqualTo(VisaStatus.WITHDRAWN);
        assertThat(status(house, successor)).isEqualTo(VisaStatus.IN_FORCE);
    }

    @ParameterizedTest
    @EnumSource
    void a_profile_that_needed_no_approval_is_withdrawn_by_whoever_issued_it(Database database) {
        House house = house(database);
        Dossier ready = ready(house, opened(house, DossierKind.INITIAL, Optional.empty()), laboratory(house));
        Visa visa = granted(house, ready);

        decide(house, withdrawal(new Matters(house), visa));
        assertThat(status(house, visa)).isEqualTo(VisaStatus.WITHDRAWN);
    }

    private static DecisionContent withdrawal(Matters matters, Visa visa) {
        return matters.about(DecisionKind.WITHDRAW, visa, Optional.empty());
    }

    private static Dossier opened(House house, DossierKind kind, Optional<VisaId> about) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("standard", FactValue.Words.of("cc-2022"));
        facts.put("van", new FactValue.Whole(2));
        facts.put("profile-type", FactValue.Words.of("Cartes à puce"));
        facts.put("lifetime-until", new FactValue.Day(LIFETIME));
        facts.put("holder-address", FactValue.Words.of("2 rue du Port, 29000 Exempleville, ZZ"));
        facts.put("holder-contact", FactValue.Words.of("securite@halcyon.example"));
        Application application = new Application(
                new Subject(SubjectKind.PROTECTION_PROFILE, "PP Carte Halcyon", Optional.of("2.0")),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                facts,
                Set.of(),
                true);
        return house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        SchemeVersionId.of("eucc-pp", "2025-12-29"),
                        kind,
                        about,
                        application,
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private static LaboratoryId laboratory(House house) {
        LaboratoryId id = new Matters(house).arvor();
        Title title = new Title(
                Competence.Title.ACCREDITATION,
                "PROFILES",
                "Comité fictif",
                Set.of(new SchemeId("eucc-pp")),
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2029-12-31"),
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                List.of());
        house.keeping.entitle(SUPERVISOR, id, OptionalLong.empty(), title);
        return id;
    }

    /** At the decision, with everything favourable. */
    private static Dossier ready(House house, Dossier opened, LaboratoryId laboratory) {
        Matters matters = new Matters(house);
        Dossier dossier = opened;
        for (String type : List.of("APPLICATION", "COMMITMENTS", "PROTECTION_PROFILE")) {
            dossier = matters.deposit(VENDOR, dossier, type);
        }
        dossier = matters.step(VENDOR, dossier, "submit");
        dossier = matters.step(CERTIFIER, dossier, "admit");
        dossier = house.handling.assign(CERTIFIER, dossier.id(), seen(dossier), List.of(laboratory));
        dossier = matters.step(CERTIFIER, dossier, "accept");
        dossier = matters.deposit(EVALUATOR, dossier, "EVALUATION_TECHNICAL_REPORT");
        dossier = matters.conclude(EVALUATOR, dossier, "laboratory-conclusion");
        dossier = matters.step(EVALUATOR, dossier, "deliver-report");
        dossier = matters.step(CERTIFIER, dossier, "start-review");
        dossier = matters.deposit(REVIEWER, dossier, "REVIEW_REPORT");
        for (String type : List.of("review-conclusion", "consistency-check", "within-lifetime")) {
            dossier = matters.conclude(REVIEWER, dossier, type);
        }
        dossier = matters.deposit(CERTIFIER, dossier, "CERTIFICATION_REPORT");
        return matters.step(REVIEWER, dossier, "conclude-review");
    }

    /** With the prior approval of the authority, by two of its persons. */
    private static Dossier approved(House house, Dossier dossier) {
        String type = "profile-approval";
        Dossier asked = house.handling.askApproval(
                CERTIFIER, dossier.id(), seen(dossier), type, "Premier profil du genre.", Optional.empty());
        Dossier answered = house.handling.answerApproval(
                APPROVER, asked.id(), seen(asked), type, true, house.calendar.today(), "Accordé.");
        Approval.Proposed proposed =
                answered.history().approval(type).flatMap(Approval::proposed).orElseThrow();
        return house.handling.approveAnswer(SECOND_APPROVER, answered.id(), seen(answered), type, proposed.digest());
    }

    private static DecisionContent until(House house, Dossier dossier, LocalDate lastDay) {
        DecisionContent years = new Matters(house).grant(dossier);
        return new DecisionContent(
                years.kind(),
                years.dossier(),
                years.dossierVersion(),
                years.visa(),
                years.visaVersion(),
                years.effective(),
                Optional.of(lastDay),
                years.reasons(),
                years.actions(),
                years.scopes(),
                years.level(),
                years.versions(),
                years.nationalSecurity(),
                years.clauses());
    }

    private static Visa granted(House house, Dossier ready) {
        return decide(house, until(house, ready, LIFETIME));
    }

    private static Visa decide(House house, DecisionContent content) {
        Proposal proposal = house.deciding.propose(DECIDER, content);
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static VisaStatus status(House house, Visa visa) {
        return house.visas
                .find(visa.id())
                .orElseThrow()
                .facts()
                .statusOn(house.calendar.today(), VisaStatus.EXPIRED)
                .status();
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
