package org.sceau.registry.web.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.application.administering.Language.ENGLISH;
import static org.sceau.registry.application.administering.Language.FRENCH;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** The way of a dossier through the stages of its scheme. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StageWayTest {

    private static FictionalCase eucc(String... stages) {
        return FictionalCase.of("eucc", "2025-12-29", DossierKind.INITIAL, stages);
    }

    @Test
    void what_was_refused_or_withdrawn_has_nothing_ahead() {
        for (String end : List.of("refused", "closed", "withdrawn", "granted")) {
            StageWay way = eucc("draft", "submitted", end).way(FRENCH);

            assertThat(way.next()).as(end).isEmpty();
            assertThat(way.steps()).as(end).hasSize(3);
            assertThat(way.steps().get(2).style()).as(end).isEqualTo("here");
        }
    }

    @Test
    void a_draft_leads_to_the_grant_by_every_stage_that_nothing_went_wrong_at() {
        StageWay way = eucc("draft").way(FRENCH);

        assertThat(way.steps())
                .extracting(StageStep::label)
                .containsExactly(
                        "Brouillon",
                        "Déposé, complétude à vérifier",
                        "Recevabilité",
                        "Évaluation",
                        "Rapport remis",
                        "Revue technique",
                        "Décision",
                        "Accordé");
        assertThat(way.steps()).extracting(StageStep::style).containsExactly("here", "", "", "", "", "", "", "");
        assertThat(way.next().map(Stage::id)).contains("submitted");
    }

    @Test
    void a_stage_that_was_entered_again_stands_where_it_was_entered_last() {
        StageWay way = eucc("draft", "submitted", "incomplete", "submitted").way(ENGLISH);

        assertThat(way.steps().stream().filter(step -> !step.style().isEmpty()))
                .extracting(StageStep::style, StageStep::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("done", "Draft"),
                        org.assertj.core.groups.Tuple.tuple("done", "Incomplete, to be completed"),
                        org.assertj.core.groups.Tuple.tuple("here", "Submitted, completeness to be checked"));
        assertThat(way.steps().get(2).current()).isEqualTo("step");
        assertThat(way.steps().get(1).current()).isNull();
    }

    @Test
    void what_was_incomplete_goes_back_to_where_it_is_looked_at_and_on_from_there() {
        StageWay way = eucc("draft", "submitted", "incomplete").way(FRENCH);

        assertThat(way.next().map(Stage::id))
                .as("what is completed is looked at again")
                .contains("submitted");
        assertThat(way.steps()).extracting(StageStep::label).endsWith("Accordé");
    }

    @Test
    void a_detour_that_only_leads_back_is_no_part_of_the_way() {
        StageWay way = FictionalCase.of("eucc", "2025-12-29", DossierKind.MAINTENANCE, "draft", "submitted")
                .way(ENGLISH);

        assertThat(way.steps())
                .extracting(StageStep::label)
                .as("a part is evaluated only where somebody asks for it")
                .containsExactly(
                        "Draft", "Submitted, completeness to be checked", "Eligibility review", "Decision", "Granted");
    }

    @Test
    void the_present_stage_says_until_when_it_lasts_or_since_when_it_is_there() {
        FictionalCase told = eucc("draft", "submitted");
        String here = told.way(FRENCH).steps().get(1).when();

        assertThat(here)
                .isEqualTo(
                        told.sight().clocks().isEmpty()
                                ? "depuis le 22 mai 2026"
                                : "avant le "
                                        + told.words(FRENCH)
                                                .shortDay(told.sight()
                                                        .clocks()
                                                        .get(0)
                                                        .lastDay()));
        assertThat(told.way(FRENCH).steps().get(0).when()).isEqualTo("12 mai 2026");
        assertThat(told.way(FRENCH).steps().get(2).when())
                .as("nobody knows when what is to come comes")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest>
            from_the_start_of_every_kind_of_every_scheme_each_stage_is_passed_once_and_what_may_be_granted_ends_so() {
        return FictionalCase.SCHEMES.all().stream()
                .filter(version -> version.conduct().isPresent())
                .flatMap(version -> version.conduct().orElseThrow().procedure().kinds().stream()
                        .map(kind ->
                                DynamicTest.dynamicTest(version.id() + " " + kind, () -> endsWell(version, kind))));
    }

    private static void endsWell(SchemeVersion version, DossierKind kind) {
        Procedure procedure = version.conduct().orElseThrow().procedure();
        List<StageStep> steps = FictionalCase.of(
                        version.id().scheme().value(),
                        version.id().version(),
                        kind,
                        procedure.start().id())
                .way(ENGLISH)
                .steps();
        Set<String> good = procedure.moves().stream()
                .filter(move -> move.kinds().contains(kind))
                .flatMap(move -> procedure.stage(move.to()).stream())
                .filter(stage -> stage.phase() == Phase.GRANTED)
                .map(stage -> stage.label().in(ENGLISH.locale()))
                .collect(Collectors.toSet());

        assertThat(steps)
                .extracting(StageStep::label)
                .as("%s %s", version.id(), kind)
                .doesNotHaveDuplicates();
        if (!good.isEmpty()) {
            assertThat(good)
                    .as("%s %s", version.id(), kind)
                    .contains(steps.get(steps.size() - 1).label());
        }
    }
}
