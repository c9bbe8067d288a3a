package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Story.APPROVER;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.SECOND_APPROVER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.handling.Engaging;
import org.sceau.registry.domain.dossier.handling.Handling;
import org.sceau.registry.domain.dossier.handling.OpenActs;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;

/** Who is offered what, at each stage of an EUCC dossier and where others offer more; and that the acts themselves say the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenActsTest {
    private static final Laboratory ARVOR = Laboratories.arvor("2027-09-30");
    private static final Person STRANGER = new Person("s.tranger", "Brume Télécom", Role.SPONSOR);
    private static final Person OTHER_LABORATORY = new Person("o.livier", "Laboratoire Oxalis", Role.EVALUATOR);
    private static final Person CERTIFIER_WHO_REVIEWS =
            new Person(CERTIFIER.name(), CERTIFIER.organisation(), Role.REVIEWER);
    private static final Person REVIEWER_WHO_ANSWERS =
            new Person(REVIEWER.name(), SECOND_APPROVER.organisation(), Role.NCCA_APPROVER);
    private static final Person FACILITY = new Person("f.abre", "Centre Fabre", Role.NCCA_APPROVER);

    private static final List<Person> PEOPLE = List.of(
            VENDOR,
            CERTIFIER,
            REVIEWER,
            DECIDER,
            EVALUATOR,
            APPROVER,
            SECOND_APPROVER,
            STRANGER,
            OTHER_LABORATORY,
            CERTIFIER_WHO_REVIEWS,
            REVIEWER_WHO_ANSWERS,
            FACILITY);

    /** One dossier at each place where something opens or closes, in the order of its life. */
    private static TreeMap<String, Story> places() {
        TreeMap<String, Story> places = new TreeMap<>();
        places.put("01 draft", begun());
        places.put("02 submitted", begun().submitted());
        places.put("03 asked of the applicant", asked(Role.SPONSOR, CERTIFIER, begun().submitted()));
        places.put("04 answered", answered(asked(Role.SPONSOR, CERTIFIER, begun().submitted())));
        places.put("05 settled", settled(answered(asked(Role.SPONSOR, CERTIFIER, begun().submitted()))));
        places.put("06 incomplete", begun().submitted().takes(CERTIFIER, "ask-completion", "Il manque une page."));
        places.put("07 admitted", begun().submitted().takes(CERTIFIER, "admit"));
        places.put("07 assigned", begun().submitted().takes(CERTIFIER, "admit").assigns(CERTIFIER, ARVOR));
        places.put(
                "07 declined",
                said(
                        begun().submitted().takes(CERTIFIER, "admit").assigns(CERTIFIER, ARVOR),
                        Optional.of("Plan complet.")));
        places.put("08 series asked for", begun().submitted().asksApproval(VENDOR, "series-agreement"));
        places.put("09 evaluation", begun().evaluatedBy(ARVOR));
        places.put("10 asked of the laboratory", asked(Role.EVALUATOR, REVIEWER, begun().evaluatedBy(ARVOR)));
        places.put("11 report there", begun().evaluatedBy(ARVOR).deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT"));
        places.put(
                "12 review",
                begun().evaluatedBy(ARVOR)
                        .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                        .takes(EVALUATOR, "deliver-report")
                        .takes(CERTIFIER, "start-review"));
        places.put("13 decision", decided());
        places.put("14 exception justified", decided().deposits(CERTIFIER, "EXCEPTION_JUSTIFICATION"));
        places.put("15 approval asked for", decided().asksApproval(CERTIFIER, "long-validity"));
        places.put("16 answer proposed", proposed());
        places.put("17 proposal expired", proposed().on("2026-08-20"));
        places.put(
                "18 answered for good",
                decided()
                        .asksApproval(CERTIFIER, "long-validity")
                        .answersApproval(APPROVER, "long-validity", true, "2026-05-12"));
        places.put("19 granted", granted());
        places.put("20 withdrawn", begun().submitted().takes(VENDOR, "withdraw-application", "Le produit change."));
        places.put(
                "21 audits applied for",
                Services.service("passi", "2.2", Optional.of("HIGH"), Set.of("PENETRATION_TEST"), Map.of())
                        .knowing(Services.laboratory("passi")));
        places.put("22 audits evaluated", Services.evaluated("passi", "2.2", "HIGH", Set.of("PENETRATION_TEST")));
        places.values().forEach(story -> story.facility("Centre Fabre"));
        return places;
    }

    private static Story begun() {
        return Story.eucc(Story.card(5, Optional.of("smartcards")), "2026-05-12")
                .knowing(ARVOR)
                .knowing(Laboratories.oxalis());
    }

    private static Story decided() {
        return begun().evaluatedBy(ARVOR).reviewed();
    }

    private static Story proposed() {
        return decided()
                .asksApproval(CERTIFIER, "long-validity")
                .proposesAnswer(APPROVER, "long-validity", true, "2026-05-12");
    }

    private static Story granted() {
        return decided().decides(DECIDER, DecisionKind.GRANT);
    }

    private static Story asked(Role to, Person by, Story story) {
        return story.becomes(TriedActs.ask(story.look(), to, by));
    }

    private static Story answered(Story story) {
        return story.becomes(TriedActs.answer(story.look(), 1, VENDOR));
    }

    private static Story said(Story story, Optional<String> declined) {
        return story.becomes(Engaging.answer(story.look(), declined, EVALUATOR));
    }

    private static Story settled(Story story) {
        return story.becomes(TriedActs.settle(story.look(), 1, CERTIFIER));
    }

    @Test
    void what_is_offered_is_accepted_and_what_is_not_offered_is_refused() {
        Set<String> lies = new TreeSet<>();
        Set<String> accepted = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        places().forEach((place, story) ->
                PEOPLE.forEach(person -> TriedActs.of(story, person).forEach(tried -> {
                    Handling look = story.look();
                    boolean offered = tried.offeredIn().test(OpenActs.of(look, List.of(person)));
                    String answer = answer(tried, look);
                    (answer.equals("accepted") ? accepted : refused).add(tried.kind());
                    if (offered != answer.equals("accepted")) {
                        lies.add(place + ": " + tried.name() + " as " + person.role() + " " + person.name()
                                + (offered ? " is offered and " : " is not offered and ") + answer);
                    }
                })));

        assertThat(lies).isEmpty();
        assertThat(accepted).as("each kind of act was accepted somewhere").isEqualTo(TriedActs.KINDS);
        assertThat(refused).as("and refused somewhere").isEqualTo(TriedActs.KINDS);
    }

    private static String answer(TriedActs.Tried tried, Handling look) {
        try {
            Dossier next = tried.act().apply(look);
            return next.version() > look.dossier().version() ? "accepted" : "unchanged";
        } catch (Refused refusal) {
            return refusal.refusal().code();
        }
    }

    @Test
    void somebody_else_s_people_are_offered_nothing_anywhere() {
        places().forEach((place, story) -> assertThat(OpenActs.of(story.look(), List.of(STRANGER, OTHER_LABORATORY)))
                .as(place)
                .isEqualTo(nothing()));
    }

    @Test
    void nobody_is_offered_anything_without_a_role() {
        assertThat(OpenActs.of(begun().look(), List.of())).isEqualTo(nothing());
    }

    private static OpenActs nothing() {
        return new OpenActs(
                List.of(), List.of(), List.of(), List.of(), List.of(), false, false, List.of(), List.of(), List.of(),
                List.of(), false, false, List.of());
    }

    @Test
    void a_laboratory_that_declines_is_none_of_the_dossier_and_may_be_asked_again() {
        Story story = begun().evaluatedBy(ARVOR);
        assertThat(OpenActs.of(story.look(), List.of(EVALUATOR)).engages()).isTrue();
        Story declined = said(story, Optional.of("Plan de charge complet."));

        assertThat(declined.look().dossier().laboratories()).isEmpty();
        assertThat(declined.look().dossier().history().engagements())
                .singleElement()
                .satisfies(engagement -> assertThat(engagement.reason()).contains("Plan de charge complet."));
        assertThat(OpenActs.of(declined.look(), List.of(EVALUATOR)).engages()).isFalse();

        Story again = declined.assigns(CERTIFIER, ARVOR);
        assertThat(OpenActs.of(again.look(), List.of(EVALUATOR)).engages()).isTrue();
        assertThat(OpenActs.of(said(again, Optional.empty()).look(), List.of(EVALUATOR))
                        .engages())
                .as("it accepted")
                .isFalse();
    }

    @Test
    void a_laboratory_that_began_to_work_has_accepted() {
        Story story = begun().evaluatedBy(ARVOR).deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT");

        assertThat(OpenActs.of(story.look(), List.of(EVALUATOR)).engages()).isFalse();
    }

    @Test
    void an_ended_dossier_offers_only_what_is_published_after_the_grant() {
        PEOPLE.forEach(person -> {
            OpenActs open = OpenActs.of(granted().look(), List.of(person));

            assertThat(open.deposits())
                    .as(person.name())
                    .allSatisfy(type -> assertThat(type.publishedAs()).isPresent());
            assertThat(open.asks()).isEmpty();
            assertThat(open.assigns() || open.changes()).isFalse();
        });
        assertThat(OpenActs.of(granted().look(), List.of(CERTIFIER)).deposits()).isNotEmpty();
    }

    @Test
    void whoever_has_two_roles_is_offered_what_either_of_them_may() {
        Story story = asked(Role.EVALUATOR, REVIEWER, begun().evaluatedBy(ARVOR));

        OpenActs both = OpenActs.of(story.look(), List.of(EVALUATOR, CERTIFIER));

        assertThat(both.asks()).containsExactly(Role.SPONSOR, Role.EVALUATOR);
        assertThat(both.answers()).containsExactly(1);
        assertThat(OpenActs.of(story.look(), List.of(CERTIFIER)).answers()).isEmpty();
        assertThat(OpenActs.of(story.look(), List.of(EVALUATOR)).asks())
                .as("a laboratory asks itself nothing")
                .containsExactly(Role.SPONSOR);
    }

    @Test
    void who_proposed_an_answer_may_propose_otherwise_and_somebody_else_gives_the_second_word() {
        Story story = proposed();

        assertThat(OpenActs.of(story.look(), List.of(APPROVER)).seconds()).isEmpty();
        assertThat(OpenActs.of(story.look(), List.of(APPROVER)).replies()).hasSize(1);
        assertThat(OpenActs.of(story.look(), List.of(SECOND_APPROVER)).seconds())
                .hasSize(1);
        assertThat(OpenActs.of(story.look(), List.of(SECOND_APPROVER)).replies())
                .isEmpty();
        assertThat(OpenActs.of(story.look(), List.of(REVIEWER_WHO_ANSWERS)).seconds())
                .as("who acted in the dossier in another role does not")
                .isEmpty();
    }
}
