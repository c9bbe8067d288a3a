package org.sceau.registry.domain.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;

/** Who evaluates remote identity verification: three activities, by one body or by several (edition of 4 Mar 2026, p. 52). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RemoteIdentityDossierTest {
    private static final String SERVICE = "SERVICE_CONFORMITY";
    private static final String LOGICAL = "BIOMETRIC_LOGICAL_TESTS";
    private static final String PHYSICAL = "BIOMETRIC_PHYSICAL_TESTS";

    @ParameterizedTest
    @ValueSource(strings = {SERVICE, LOGICAL, PHYSICAL})
    void invariant_70_an_activity_that_no_assigned_body_covers_is_refused_by_its_name(String lacking) {
        Story story = admitted();
        Set<String> others = new TreeSet<>(Set.of(SERVICE, LOGICAL, PHYSICAL));
        others.remove(lacking);
        Laboratory body = body("Vigie Ponant", others, Set.of("HIGH"));

        Refusal refusal = refused(() -> story.assigns(CERTIFIER, body));

        assertThat(refusal.code()).isEqualTo("lab-scope-activity");
        assertThat(refusal.details()).containsEntry("asked", lacking);
        assertThat(Filing.unfit(story.look(), body.id()).map(Refusal::code))
                .as("nor is it proposed")
                .contains("lab-scope-activity");
        assertThat(story.dossier().laboratories()).isEmpty();
    }

    @Test
    void a_body_that_covers_no_activity_is_refused_even_beside_one_that_covers_all() {
        Laboratory none = body("Laboratoire Oxalis", Set.of(), Set.of("HIGH"));

        assertThat(code(() -> admitted().assigns(CERTIFIER, all("Vigie Ponant"), none)))
                .isEqualTo("lab-scope-activity");
    }

    @Test
    void the_level_of_one_activity_does_not_count_for_another() {
        Laboratory high = body("Vigie Ponant", Set.of(SERVICE, LOGICAL), Set.of("HIGH", "SUBSTANTIAL"));
        Laboratory substantial = body("Laboratoire Oxalis", Set.of(PHYSICAL), Set.of("SUBSTANTIAL"));
        Laboratory both = body("Laboratoire Oxalis", Set.of(PHYSICAL), Set.of("SUBSTANTIAL"))
                .with(title("A-2", Set.of(SERVICE), Set.of("HIGH"), "2027-12-31"));

        assertThat(code(() -> admitted().assigns(CERTIFIER, high, substantial))).isEqualTo("lab-scope-level");
        assertThat(code(() -> admitted().assigns(CERTIFIER, high, both)))
                .as("competent for the service at this level, and for physical tests at the lower one alone")
                .isEqualTo("lab-scope-activity");
    }

    @Test
    void invariant_70_two_bodies_that_share_the_activities_may_evaluate_and_one_alone_is_proposed_for_all() {
        Laboratory service = body("Vigie Ponant", Set.of(SERVICE), Set.of("HIGH"));
        Laboratory biometric = body("Laboratoire Oxalis", Set.of(LOGICAL, PHYSICAL), Set.of("HIGH"));
        Story shared = admitted().assigns(CERTIFIER, service, biometric).takes(CERTIFIER, "accept");

        assertThat(shared.dossier().laboratories()).containsExactly(service.id(), biometric.id());
        Laboratory all = all("Arvor Évaluation");
        assertThat(Filing.unfit(shared.knowing(all).look(), all.id())).isEmpty();
    }

    @Test
    void what_a_body_covers_is_asked_again_at_every_later_move() {
        Laboratory service = body("Vigie Ponant", Set.of(SERVICE), Set.of("HIGH"));
        Laboratory biometric = body("Arvor Évaluation", Set.of(LOGICAL), Set.of("HIGH"))
                .with(title("A-2", Set.of(PHYSICAL), Set.of("HIGH"), "2026-03-31"));
        Laboratory rests =
                biometric.suspending("A-2", new Suspension(LocalDate.parse("2026-02-01"), Optional.empty(), "Audit."));
        Story story = admitted().assigns(CERTIFIER, service, biometric);

        story.knowing(rests);
        assertThat(code(() -> story.takes(CERTIFIER, "accept"))).isEqualTo("lab-scope-activity");
        story.knowing(biometric)
                .takes(CERTIFIER, "accept")
                .deposits(EVALUATOR, "EVALUATION_REPORT")
                .concludes(EVALUATOR, "service-conformity", true)
                .concludes(EVALUATOR, "biometric-logical-tests", true)
                .concludes(EVALUATOR, "biometric-physical-tests", true)
                .takes(EVALUATOR, "deliver-report");

        story.on("2026-04-01");
        assertThat(code(() -> story.takes(CERTIFIER, "start-review"))).isEqualTo("lab-scope-activity");
        story.on("2026-03-31")
                .takes(CERTIFIER, "start-review")
                .deposits(REVIEWER, "REVIEW_REPORT")
                .concludes(REVIEWER, "review-conclusion", true);
        story.on("2026-04-01");
        assertThat(code(() -> story.takes(REVIEWER, "conclude-review"))).isEqualTo("lab-scope-activity");
        story.on("2026-03-31")
                .takes(REVIEWER, "conclude-review")
                .deposits(CERTIFIER, "INTERIOR_OPINION")
                .takes(CERTIFIER, "receive-opinion");
        assertThat(story.on("2026-04-01").inTheWayOf(DecisionKind.GRANT)).isEqualTo("lab-scope-activity");

        story.on("2026-03-31").decides(DECIDER, DecisionKind.GRANT);
        assertThat(story.dossier().stage()).isEqualTo("granted");
    }

    private static Story admitted() {
        return filled(service(
                        "pvid",
                        "2021-03-01",
                        Optional.of("HIGH"),
                        Set.of(),
                        Map.of("evidence-years", new FactValue.Whole(7))))
                .takes(VENDOR, "submit")
                .takes(CERTIFIER, "admit");
    }

    private static Laboratory all(String name) {
        return body(name, Set.of(SERVICE, LOGICAL, PHYSICAL), Set.of("HIGH"));
    }

    private static Laboratory body(String name, Set<String> activities, Set<String> levels) {
        return Laboratories.laboratory(
                        name, UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString())
                .with(title("A-1", activities, levels, "2027-12-31"));
    }

    private static Title title(String reference, Set<String> activities, Set<String> levels, String until) {
        return new Title(
                Competence.Title.ACCREDITATION,
                reference,
                "Comité fictif",
                Set.of(new SchemeId("pvid")),
                LocalDate.parse("2025-01-01"),
                LocalDate.parse(until),
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(), activities, levels),
                List.of());
    }

    private static Refusal refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal();
    }
}
