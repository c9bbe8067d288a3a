package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.laboratory;
import static org.sceau.registry.domain.dossier.Services.product;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.handling.Engaging;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.dossier.handling.OpenActs;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** The plan of a laboratory stands beside the application of its sponsor, and neither writes the other's (scenario S21, the load). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatingTest {
    private static final Person OTHER_LABORATORY = new Person("o.livier", "Laboratoire Oxalis", Role.EVALUATOR);

    private static Map<String, FactValue> days(long days) {
        return Map.of("planned-days", new FactValue.Whole(days));
    }

    /** What the sponsor of a lock without cryptography declares. */
    private static Map<String, FactValue> declared() {
        return Map.of(
                "cryptography", new FactValue.Flag(false),
                "recognised-certificate", new FactValue.Flag(false));
    }

    private static Story lock() {
        return filled(Story.of(
                "cspn",
                "1.1",
                DossierKind.INITIAL,
                Optional.empty(),
                product("cspn", "1.1", "4.1.0", declared()),
                "2026-02-09"));
    }

    private static Story examined() {
        return lock().takes(VENDOR, "submit").takes(CERTIFIER, "admit").assigns(CERTIFIER, laboratory("cspn"));
    }

    private static Procedure procedure(Story story) {
        return story.look().scheme().conduct().orElseThrow().procedure();
    }

    private static Map<String, FactValue> facts(Story story) {
        return story.dossier().application().facts();
    }

    private static List<String> foreseen(Story story) {
        return Foreseen.of(story.look()).stream().map(Finding::code).toList();
    }

    @Test
    void an_evaluation_begins_with_no_plan_nor_with_31_days_but_for_the_certifiers_waiver() {
        Story lock = examined();
        assertThat(code(() -> lock.takes(CERTIFIER, "accept"))).isEqualTo("cspn-plan-missing");
        assertThat(foreseen(lock))
                .as("nobody foresees a load that nobody planned")
                .isEmpty();

        lock.states(EVALUATOR, days(31));
        assertThat(code(() -> lock.takes(CERTIFIER, "accept"))).isEqualTo("cspn-load");

        lock.asksApproval(EVALUATOR, "load-waiver").answersApproval(CERTIFIER, "load-waiver", true, "2026-02-09");
        lock.takes(CERTIFIER, "accept");
        assertThat(lock.dossier().stage()).isEqualTo("evaluation");
    }

    @Test
    void a_waiver_of_31_days_is_none_of_40() {
        Story lock = examined()
                .states(EVALUATOR, days(31))
                .asksApproval(EVALUATOR, "load-waiver")
                .answersApproval(CERTIFIER, "load-waiver", true, "2026-02-09")
                .states(EVALUATOR, days(40));

        assertThat(code(() -> lock.takes(CERTIFIER, "accept"))).isEqualTo("cspn-load");
        assertThat(lock.dossier().history().approvals())
                .allSatisfy(asked -> assertThat(asked.withdrawn()).isPresent());
    }

    @Test
    void what_the_sponsor_asked_for_is_not_taken_back_with_a_plan() {
        Map<String, FactValue> outside = new TreeMap<>(declared());
        outside.put("outside-domain-list", new FactValue.Flag(true));
        Story lock = filled(Story.of(
                        "cspn",
                        "1.1",
                        DossierKind.INITIAL,
                        Optional.empty(),
                        product("cspn", "1.1", "4.1.0", outside),
                        "2026-02-09"))
                .takes(VENDOR, "submit")
                .takes(CERTIFIER, "admit")
                .assigns(CERTIFIER, laboratory("cspn"))
                .asksApproval(VENDOR, "domain-agreement")
                .answersApproval(CERTIFIER, "domain-agreement", true, "2026-02-09")
                .states(EVALUATOR, days(20))
                .states(EVALUATOR, days(24))
                .takes(CERTIFIER, "accept");

        assertThat(lock.dossier().history().approvals())
                .singleElement()
                .matches(asked -> asked.withdrawn().isEmpty());
    }

    @Test
    void a_load_that_grows_during_the_evaluation_is_not_delivered_without_a_waiver() {
        Story lock = examined()
                .states(EVALUATOR, days(25))
                .takes(CERTIFIER, "accept")
                .states(EVALUATOR, days(40))
                .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT");
        assertThat(code(() -> lock.takes(EVALUATOR, "deliver-report"))).isEqualTo("cspn-load");

        lock.asksApproval(EVALUATOR, "load-waiver");
        assertThat(code(() -> lock.takes(EVALUATOR, "deliver-report"))).isEqualTo("ncca-pending");
        lock.answersApproval(CERTIFIER, "load-waiver", true, "2026-02-09").takes(EVALUATOR, "deliver-report");
        assertThat(lock.dossier().stage()).isEqualTo("report-delivered");
    }

    @Test
    void another_laboratory_that_comes_during_the_evaluation_is_asked_for_its_own_plan() {
        Story lock = examined().states(EVALUATOR, days(25)).takes(CERTIFIER, "accept");
        lock.becomes(Filing.assign(lock.look(), List.of(), CERTIFIER)).assigns(CERTIFIER, laboratory("cspn"));
        assertThat(facts(lock)).isEqualTo(declared());
        assertThat(Stating.isAwaited(lock.dossier(), procedure(lock))).isTrue();
        lock.deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT");
        assertThat(code(() -> lock.takes(EVALUATOR, "deliver-report"))).isEqualTo("cspn-plan-missing");

        lock.states(EVALUATOR, days(20)).takes(EVALUATOR, "deliver-report");
        assertThat(lock.dossier().stage()).isEqualTo("report-delivered");
    }

    @Test
    void a_waiver_outlives_the_same_plan_said_again() {
        Story lock = examined()
                .states(EVALUATOR, days(31))
                .asksApproval(EVALUATOR, "load-waiver")
                .answersApproval(CERTIFIER, "load-waiver", true, "2026-02-09")
                .states(EVALUATOR, days(31))
                .takes(CERTIFIER, "accept");

        assertThat(lock.dossier().stage()).isEqualTo("evaluation");
    }

    @Test
    void nobody_but_the_assigned_laboratory_plans() {
        Story lock = examined();

        assertThat(code(() -> lock.states(VENDOR, days(25)))).isEqualTo("role-missing");
        assertThat(code(() -> lock.states(CERTIFIER, days(25)))).isEqualTo("role-missing");
        assertThat(code(() -> lock.states(OTHER_LABORATORY, days(25)))).isEqualTo("not-a-party");
        assertThat(code(() -> lock().states(EVALUATOR, days(25)))).isEqualTo("not-a-party");
    }

    @Test
    void a_laboratory_declares_nothing_else_and_nothing_that_does_not_fit() {
        Story lock = examined();

        assertThat(code(() -> lock.states(EVALUATOR, Map.of("cryptography", new FactValue.Flag(true)))))
                .isEqualTo("fact-not-yours");
        assertThat(code(() -> lock.states(EVALUATOR, Map.of("weather", new FactValue.Flag(true)))))
                .isEqualTo("fact-not-in-version");
        assertThat(code(() -> lock.states(EVALUATOR, days(0)))).isEqualTo("fact-misfit");
        assertThat(code(() -> lock.states(EVALUATOR, Map.of("planned-days", FactValue.Words.of("viele")))))
                .isEqualTo("fact-misfit");
        assertThat(facts(lock)).isEqualTo(declared());
    }

    @Test
    void where_a_scheme_asks_its_laboratory_for_nothing_there_is_no_plan() {
        Story card = Story.eucc(Story.card(5, Optional.of("smartcards")), "2026-05-12")
                .knowing(Laboratories.arvor("2027-09-30"))
                .evaluatedBy(Laboratories.arvor("2027-09-30"));

        assertThat(code(() -> card.states(EVALUATOR, Map.of()))).isEqualTo("fact-not-in-version");
    }

    @Test
    void a_sponsor_neither_opens_with_a_plan_nor_changes_it() {
        Application planned = product("cspn", "1.1", "4.1.0", declared()).declaring(withDays(25));
        Procedure procedure = procedure(examined());
        assertThat(Stating.foreign(procedure, planned))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("fact-not-yours"));

        Story lock = examined().states(EVALUATOR, days(31)).takes(CERTIFIER, "ask-completion", "Il manque les guides.");
        assertThat(code(() -> lock.changes(VENDOR, planned))).isEqualTo("fact-not-yours");
        assertThat(facts(lock)).isEqualTo(withDays(31));
    }

    @Test
    void what_a_sponsor_changes_leaves_the_plan_as_it_is_sent_along_or_not() {
        Story lock = examined().states(EVALUATOR, days(31)).takes(CERTIFIER, "ask-completion", "Il manque les guides.");
        Application other = product("cspn", "1.1", "4.2.0", declared());

        lock.changes(VENDOR, other);
        assertThat(facts(lock)).isEqualTo(withDays(31));
        assertThat(lock.dossier().application().subject().versions()).hasValue("4.2.0");

        lock.changes(VENDOR, other.declaring(withDays(31)));
        assertThat(facts(lock)).isEqualTo(withDays(31));
    }

    @Test
    void a_plan_may_be_taken_back_and_changed_until_the_report_is_delivered() {
        Story lock = examined().states(EVALUATOR, days(20)).states(EVALUATOR, Map.of());
        assertThat(facts(lock)).isEqualTo(declared());

        lock.states(EVALUATOR, days(20))
                .takes(CERTIFIER, "accept")
                .states(EVALUATOR, days(24))
                .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                .takes(EVALUATOR, "deliver-report");
        assertThat(facts(lock)).isEqualTo(withDays(24));
        assertThat(code(() -> lock.states(EVALUATOR, days(25)))).isEqualTo("not-open-for-changes");
        assertThat(states(lock)).isEmpty();
    }

    @Test
    void whoever_may_plan_is_offered_it_and_nobody_else_is() {
        Story lock = examined();

        assertThat(states(lock)).containsExactly("planned-days");
        assertThat(OpenActs.of(lock.look(), List.of(VENDOR, CERTIFIER, OTHER_LABORATORY))
                        .states())
                .isEmpty();
        assertThat(Stating.isAwaited(lock.dossier(), procedure(lock))).isTrue();
        lock.states(EVALUATOR, days(25));
        assertThat(Stating.isAwaited(lock.dossier(), procedure(lock))).isFalse();
    }

    @Test
    void a_plan_goes_with_its_laboratory() {
        Story reassigned = examined().states(EVALUATOR, days(31)).asksApproval(EVALUATOR, "load-waiver");
        reassigned.becomes(Filing.assign(reassigned.look(), List.of(), CERTIFIER));
        assertThat(facts(reassigned)).isEqualTo(declared());
        assertThat(reassigned.dossier().history().approvals())
                .allSatisfy(asked -> assertThat(asked.withdrawn()).isPresent());

        Story declined = examined().states(EVALUATOR, days(31));
        declined.becomes(Engaging.answer(declined.look(), Optional.of("Plan complet."), EVALUATOR));
        assertThat(facts(declined)).isEqualTo(declared());
    }

    private static List<String> states(Story story) {
        return OpenActs.of(story.look(), List.of(EVALUATOR)).states().stream()
                .map(FactType::id)
                .toList();
    }

    private static Map<String, FactValue> withDays(long days) {
        Map<String, FactValue> facts = new TreeMap<>(declared());
        facts.putAll(days(days));
        return facts;
    }
}
