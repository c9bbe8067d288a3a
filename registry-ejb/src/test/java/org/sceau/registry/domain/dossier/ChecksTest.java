package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.handling.Checks;
import org.sceau.registry.domain.dossier.handling.Checks.About;
import org.sceau.registry.domain.dossier.handling.Checks.Check;
import org.sceau.registry.domain.dossier.handling.Checks.State;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.rule.FactValue;

/** What an EUCC dossier is held to, and how it stands: what deserves reading comes first. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChecksTest {
    private static final Laboratory ARVOR = Laboratories.arvor("2027-09-30");

    private final Story card = Story.eucc(Story.card(5, Optional.of("smartcards")), "2026-05-12");

    @Test
    void a_document_that_is_still_to_come_is_awaited_and_broken_once_the_stage_that_needs_it_is_there() {
        assertThat(check(card, About.DOCUMENT, "SECURITY_TARGET").state()).isEqualTo(State.AWAITED);

        card.submitted();
        assertThat(check(card, About.DOCUMENT, "SECURITY_TARGET").state()).isEqualTo(State.HOLDS);
        assertThat(find(card, About.DOCUMENT, "PATCH_PROCEDURE"))
                .as("nobody claimed patch management")
                .isEmpty();

        card.takes(CERTIFIER, "ask-completion", "La procédure.")
                .changes(Story.VENDOR, declaring(card, "patch-management", new FactValue.Flag(true)));
        assertThat(check(card, About.DOCUMENT, "PATCH_PROCEDURE"))
                .satisfies(missing -> assertThat(missing.state()).isEqualTo(State.BROKEN))
                .satisfies(missing -> assertThat(missing.refusal())
                        .contains(Refusal.of("document-missing", Refusal.Kind.CONFLICT)
                                .with("document", "PATCH_PROCEDURE")));
    }

    @Test
    void a_laboratory_whose_title_ended_is_broken_with_what_an_act_would_be_refused_with() {
        card.evaluatedBy(Laboratories.arvor("2026-09-30"));
        assertThat(check(card, About.LABORATORY, ARVOR.id().toString()).state()).isEqualTo(State.HOLDS);

        card.on("2026-10-01");

        Check broken = check(card, About.LABORATORY, ARVOR.id().toString());
        assertThat(broken.state()).isEqualTo(State.BROKEN);
        assertThat(broken.refusal())
                .hasValueSatisfying(lack -> assertThat(lack.code()).startsWith("lab-"));
        assertThat(broken.source()).isNotBlank();
    }

    @Test
    void a_conclusion_about_a_report_that_was_replaced_is_broken_until_it_is_taken_anew() {
        card.evaluatedBy(ARVOR);
        assertThat(check(card, About.CONCLUSION, "laboratory-conclusion").state())
                .isEqualTo(State.AWAITED);
        card.deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT").concludes(EVALUATOR, "laboratory-conclusion", true);
        assertThat(check(card, About.CONCLUSION, "laboratory-conclusion").state())
                .isEqualTo(State.HOLDS);

        card.on("2026-05-13").deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT");

        Check outdated = check(card, About.CONCLUSION, "laboratory-conclusion");
        assertThat(outdated.state()).isEqualTo(State.BROKEN);
        assertThat(outdated.refusal().map(Refusal::code)).contains("conclusion-outdated");
        card.on("2026-05-14").concludes(EVALUATOR, "laboratory-conclusion", true);
        assertThat(check(card, About.CONCLUSION, "laboratory-conclusion").state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void an_unfavourable_conclusion_is_broken_and_says_so() {
        card.evaluatedBy(ARVOR)
                .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                .concludes(EVALUATOR, "laboratory-conclusion", false);

        Check unfavourable = check(card, About.CONCLUSION, "laboratory-conclusion");
        assertThat(unfavourable.state()).isEqualTo(State.BROKEN);
        assertThat(unfavourable.refusal().map(Refusal::code)).contains("conclusion-unfavourable");
    }

    @Test
    void a_rule_that_waits_for_others_is_awaited_and_one_that_is_declared_against_is_broken() {
        Story vault = Story.eucc(Story.card(4, Optional.empty()), "2026-05-12");
        assertThat(check(vault, About.RULE, "van45-gate"))
                .as("the authority may still allow it")
                .satisfies(rule -> assertThat(rule.state()).isEqualTo(State.AWAITED))
                .satisfies(rule -> assertThat(rule.refusal()).isEmpty());
        assertThat(check(card, About.RULE, "van45-gate").state()).isEqualTo(State.HOLDS);

        vault.changes(Story.VENDOR, declaring(vault, "profile-editions", FactValue.Words.of("cc-3.1-r1-r4")));
        assertThat(check(vault, About.RULE, "profile-not-demanded"))
                .satisfies(rule -> assertThat(rule.state()).isEqualTo(State.BROKEN))
                .satisfies(rule -> assertThat(rule.refusal()).isPresent());
    }

    @Test
    void what_a_follow_up_alone_is_held_to_is_not_asked_of_a_first_application() {
        assertThat(Checks.of(card.look()))
                .extracting(Check::id)
                .doesNotContain("minor-change", "patch-conclusion", "patch-inside-toe", "renewal-reissues")
                .contains("laboratory-conclusion", "review-conclusion", "consistency-check");
    }

    @Test
    void broken_comes_before_awaited_and_awaited_before_what_holds_each_in_the_order_of_the_scheme() {
        card.evaluatedBy(Laboratories.arvor("2026-09-30"))
                .deposits(EVALUATOR, "EVALUATION_TECHNICAL_REPORT")
                .concludes(EVALUATOR, "laboratory-conclusion", false)
                .on("2026-10-01");

        List<Check> all = Checks.of(card.look());

        assertThat(all).extracting(Check::state).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(all).extracting(Check::state).contains(State.BROKEN, State.AWAITED, State.HOLDS);
        assertThat(all.stream().filter(check -> check.state() == State.BROKEN).map(Check::about))
                .containsExactly(About.LABORATORY, About.CONCLUSION);
        assertThat(all).allSatisfy(check -> assertThat(check.source()).isNotBlank());
    }

    @Test
    void only_what_is_broken_bears_a_refusal() {
        card.evaluatedBy(ARVOR).reviewed();

        assertThat(Checks.of(card.look()))
                .allSatisfy(check -> assertThat(check.refusal().isPresent())
                        .as(check.id())
                        .isEqualTo(check.state() == State.BROKEN));
    }

    private static Application declaring(Story story, String fact, FactValue value) {
        Application before = story.dossier().application();
        TreeMap<String, FactValue> facts = new TreeMap<>(before.facts());
        facts.put(fact, value);
        return new Application(
                before.subject(),
                before.level(),
                before.scopes(),
                before.category(),
                before.nationalSecurity(),
                facts,
                Set.of(),
                true);
    }

    private static Check check(Story story, About about, String id) {
        return find(story, about, id)
                .orElseThrow(() -> new AssertionError("no check " + id + " in " + Checks.of(story.look())));
    }

    private static Optional<Check> find(Story story, About about, String id) {
        return Checks.of(story.look()).stream()
                .filter(check -> check.about() == about && check.id().equals(id))
                .findFirst();
    }
}
