package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.laboratory;
import static org.sceau.registry.domain.dossier.Services.of;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.SCHEMES;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.VisaId;

/** An authority that is asked and does not answer, and an evaluator that sends nothing, keep no dossier waiting for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SilentAuthoritiesTest {
    private static final VisaId MEANS = new VisaId(UUID.fromString("00000000-0000-4000-8000-0000000000f4"));

    /** Regulation (EU) 910/2014, Art. 21(2). Asked on Monday 9 Feb 2026: the two months end on Thursday 9 April. */
    @ParameterizedTest
    @CsvSource({"timestamping, 910-2014", "electronic-archiving, 2024-1183"})
    void the_NIS_2_authority_has_two_months_and_its_silence_stops_the_examination_no_longer(
            String scheme, String version) {
        Story asked = consulted(scheme, version).on("2026-04-09");
        assertThat(code(() -> asked.takes(CERTIFIER, "receive-opinion"))).isEqualTo("nis2-answer-awaited");

        reviewed(asked.on("2026-04-10").takes(CERTIFIER, "receive-opinion"));

        assertThat(asked.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
    }

    @Test
    void an_answer_of_the_NIS_2_authority_is_taken_as_soon_as_it_comes() {
        Story answered = consulted("timestamping", "910-2014")
                .deposits(CERTIFIER, "NIS2_OPINION")
                .takes(CERTIFIER, "receive-opinion");

        assertThat(reviewed(answered).inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");
    }

    /** CPCE 54-14. */
    @Test
    void DINUM_has_one_month_and_then_the_provider_is_heard_without_its_opinion() {
        Story control = of("mie", "1", DossierKind.SURVEILLANCE, Optional.of(MEANS), Map.of())
                .takes(CERTIFIER, "open-control", "Signalement.")
                .deposits(CERTIFIER, "BREACH_NOTICE")
                .takes(CERTIFIER, "notify-breach")
                .deposits(VENDOR, "ACTION_PLAN")
                .takes(VENDOR, "send-plan")
                .takes(CERTIFIER, "reject-plan", "Insuffisant.")
                .deposits(CERTIFIER, "INTENDED_DECISION")
                .on("2026-03-09");
        assertThat(code(() -> control.takes(CERTIFIER, "invite-comments"))).isEqualTo("dinum-opinion-awaited");

        control.on("2026-03-10").takes(CERTIFIER, "invite-comments");
        assertThat(code(() -> control.takes(CERTIFIER, "close-comments", "Rien.")))
                .isEqualTo("comments-still-open");
        control.on("2026-05-11").takes(CERTIFIER, "close-comments", "Rien.");

        assertThat(control.inTheWayOf(DecisionKind.WITHDRAW)).isEqualTo("none");
    }

    /** Order of 28 Mar 2021: the opinion is a condition of the certification, without a time to give it. */
    @Test
    void without_the_opinion_of_the_Minister_nothing_is_certified_but_the_request_is_refused_or_closed() {
        Story identity = identity();
        assertThat(code(() -> identity.takes(CERTIFIER, "receive-opinion"))).isEqualTo("document-missing");
        assertThat(identity.inTheWayOf(DecisionKind.GRANT)).isEqualTo("step-not-open");
        assertThat(identity.inTheWayOf(DecisionKind.REFUSE)).isEqualTo("none");
        identity.on("2026-04-09");
        assertThat(code(() -> identity.takes(CERTIFIER, "close-without-opinion", "Sans avis.")))
                .isEqualTo("interior-opinion-still-awaited");

        identity.on("2026-04-10").takes(CERTIFIER, "close-without-opinion", "Sans avis.");

        assertThat(identity.dossier().stage()).isEqualTo("closed");
    }

    @Test
    void wherever_an_evaluator_is_awaited_for_its_strategy_the_authority_can_stop_it() {
        List<String> stuck = new ArrayList<>();
        for (SchemeVersion scheme : SCHEMES.all()) {
            Procedure procedure = scheme.conduct().orElseThrow().procedure();
            Optional<Stage> plan = procedure.stage("evaluation-plan");
            for (DossierKind kind : procedure.kinds()) {
                boolean reached = procedure.moves().stream()
                        .anyMatch(move -> move.to().equals("evaluation-plan")
                                && move.kinds().contains(kind));
                boolean left = procedure.movesFrom("evaluation-plan", kind).stream()
                        .anyMatch(move -> procedure.isEnd(move.to())
                                && move.by().contains(Role.CERTIFIER)
                                && move.documents().isEmpty());
                if (plan.isPresent() && reached && !left) {
                    stuck.add(scheme.id() + " " + kind);
                }
            }
        }

        assertThat(stuck).isEmpty();
    }

    private static Story consulted(String scheme, String version) {
        Map<String, FactValue> facts = Map.of(
                "conformity-body", FactValue.Words.of("Arvor Évaluation"), "trust-mark", new FactValue.Flag(false));
        return filled(service(scheme, version, Optional.empty(), Set.of(), facts))
                .knowing(laboratory(scheme))
                .takes(VENDOR, "submit")
                .takes(CERTIFIER, "admit")
                .concludes(CERTIFIER, "conformity-conclusion", true)
                .takes(CERTIFIER, "consult");
    }

    private static Story reviewed(Story story) {
        return story.deposits(REVIEWER, "REVIEW_REPORT")
                .concludes(REVIEWER, "review-conclusion", true)
                .takes(REVIEWER, "conclude-review");
    }

    private static Story identity() {
        return filled(service(
                        "pvid",
                        "2021-03-01",
                        Optional.of("HIGH"),
                        Set.of(),
                        Map.of("evidence-years", new FactValue.Whole(7))))
                .takes(VENDOR, "submit")
                .takes(CERTIFIER, "admit")
                .assigns(CERTIFIER, laboratory("pvid"))
                .takes(CERTIFIER, "accept")
                .deposits(EVALUATOR, "EVALUATION_REPORT")
                .concludes(EVALUATOR, "service-conformity", true)
                .concludes(EVALUATOR, "biometric-logical-tests", true)
                .concludes(EVALUATOR, "biometric-physical-tests", true)
                .takes(EVALUATOR, "deliver-report")
                .takes(CERTIFIER, "start-review")
                .deposits(REVIEWER, "REVIEW_REPORT")
                .concludes(REVIEWER, "review-conclusion", true)
                .takes(REVIEWER, "conclude-review");
    }
}
