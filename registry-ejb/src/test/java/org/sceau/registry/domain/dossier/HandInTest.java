package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.handling.HandIn;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** What somebody may bring at once so that a step can be taken. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HandInTest {
    private static final Laboratory ARVOR = Laboratories.arvor("2027-09-30");
    private static final Person OTHER_LABORATORY = new Person("o.livier", "Laboratoire Oxalis", Role.EVALUATOR);

    private static Story evaluated() {
        return Story.eucc(Story.card(5, Optional.of("smartcards")), "2026-05-12")
                .knowing(ARVOR)
                .knowing(Laboratories.oxalis())
                .evaluatedBy(ARVOR);
    }

    /** Step, document and conclusions of each. */
    private static List<String> offered(Story story, Person... persons) {
        return HandIn.of(story.look(), List.of(persons)).stream()
                .map(all -> all.move().step() + " " + all.document().id() + " "
                        + all.conclusions().stream().map(ConclusionType::id).toList())
                .toList();
    }

    @Test
    void nobody_else_is_asked_for_the_report_of_a_laboratory() {
        assertThat(offered(evaluated(), VENDOR)).isEmpty();
        assertThat(offered(evaluated(), CERTIFIER)).isEmpty();
        assertThat(offered(evaluated(), REVIEWER)).isEmpty();
        assertThat(offered(evaluated(), OTHER_LABORATORY)).isEmpty();
    }

    @Test
    void a_laboratory_is_not_asked_for_its_report_while_something_else_stands_in_the_way() {
        Story asked = evaluated();
        asked.becomes(TriedActs.ask(asked.look(), Role.EVALUATOR, REVIEWER));
        assertThat(offered(asked, EVALUATOR)).as("a question is open").isEmpty();
    }

    @Test
    void an_application_that_lacks_two_papers_is_not_handed_in_with_one() {
        Story draft = Story.eucc(Story.card(5, Optional.of("smartcards")), "2026-05-12");
        assertThat(offered(draft, VENDOR)).isEmpty();
        draft.deposits(VENDOR, "APPLICATION", "COMMITMENTS", "DEVELOPER_EVIDENCE");
        assertThat(offered(draft, VENDOR)).isEmpty();
        draft.deposits(VENDOR, "SECURITY_TARGET");
        assertThat(offered(draft, VENDOR)).containsExactly("submit VULNERABILITY_PROCEDURES []");
    }

    @Test
    void a_reviewer_is_asked_for_what_could_be_concluded_nowhere_behind_the_step() {
        Story reviewed = evaluated()
                .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                .concludes(EVALUATOR, "laboratory-conclusion", true)
                .takes(EVALUATOR, "deliver-report")
                .takes(CERTIFIER, "start-review");
        assertThat(offered(reviewed, REVIEWER))
                .containsExactly("conclude-review REVIEW_REPORT [review-conclusion, consistency-check]");
        assertThat(offered(reviewed.concludes(REVIEWER, "review-conclusion", true), REVIEWER))
                .containsExactly("conclude-review REVIEW_REPORT [consistency-check]");
    }

    @Test
    void what_is_concluded_does_or_does_not_do_before_anything_is_done() {
        HandIn all = HandIn.of(evaluated().look(), List.of(EVALUATOR)).get(0);

        assertThat(all.refusal(Map.of()).orElseThrow().code()).isEqualTo("conclusion-missing");
        assertThat(all.refusal(Map.of("laboratory-conclusion", true))).isEmpty();
        assertThat(all.refusal(Map.of("laboratory-conclusion", false)))
                .as("a report is delivered whatever it says")
                .isEmpty();

        Procedure procedure =
                evaluated().look().scheme().conduct().orElseThrow().procedure();
        HandIn minor = new HandIn(
                procedure
                        .move("rule-minor", "examination", DossierKind.MAINTENANCE)
                        .orElseThrow(),
                procedure.document("MAINTENANCE_REPORT").orElseThrow(),
                List.of(procedure.conclusion("minor-change").orElseThrow()));
        assertThat(minor.refusal(Map.of("minor-change", false)).orElseThrow().code())
                .isEqualTo("conclusion-unfavourable");
        assertThat(minor.refusal(Map.of("minor-change", true))).isEmpty();
    }

    @Test
    void a_report_that_is_there_is_not_asked_for_again() {
        assertThat(offered(evaluated().deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT"), EVALUATOR))
                .isEmpty();
    }

    @Test
    void a_laboratory_hands_in_its_report_with_what_it_concludes() {
        assertThat(offered(evaluated(), EVALUATOR))
                .containsExactly("deliver-report EVALUATION_TECHNICAL_REPORT [laboratory-conclusion]");
    }

    @Test
    void what_is_offered_can_be_done() {
        Story story = evaluated();
        HandIn all = HandIn.of(story.look(), List.of(EVALUATOR)).get(0);

        story.deposits(EVALUATOR, all.document().id());
        all.conclusions().forEach(type -> story.concludes(EVALUATOR, type.id(), true));
        story.takes(EVALUATOR, all.move().step());

        assertThat(story.dossier().stage()).isEqualTo(all.move().to());
    }

    @Test
    void a_person_with_two_roles_is_asked_once() {
        Person again = new Person(EVALUATOR.name(), EVALUATOR.organisation(), Role.REVIEWER);
        assertThat(offered(evaluated(), EVALUATOR, again, EVALUATOR)).hasSize(1);
    }
}
