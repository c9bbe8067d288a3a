package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.laboratory;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.SCHEMES;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** Nothing is awaited of a dossier that ended, whatever its definition names as the stages that stop a clock. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndedClocksTest {
    private static final WorkingDays FRANCE = new WorkingDays(Holidays.french(), Set.of());

    @Test
    void silence_rejects_no_request_whose_evaluation_was_stopped_in_time() {
        Story stopped = evaluated().on("2026-04-13").takes(CERTIFIER, "interrupt", "L'évaluateur a renoncé.");
        assertThat(stopped.dossier().stage()).isEqualTo("closed");

        // Complete on 16 Feb 2026: the three months would have been over on 17 May.
        LocalDate later = LocalDate.parse("2026-05-17");
        assertThat(Clocks.rejectedBySilence(stopped.dossier(), procedure(stopped), FRANCE, later))
                .isEmpty();
        assertThat(Clocks.remedyOfSilence(stopped.dossier(), procedure(stopped), FRANCE, later))
                .isEmpty();
        assertThat(Clocks.running(stopped.dossier(), procedure(stopped), FRANCE, later))
                .isEmpty();
        assertThat(Clocks.late(stopped.dossier(), procedure(stopped), FRANCE, later))
                .isEmpty();
    }

    @Test
    void what_was_already_late_when_it_ended_stays_told_and_does_not_grow() {
        Story stopped = evaluated().on("2026-06-01").takes(CERTIFIER, "interrupt", "L'évaluateur a renoncé.");

        assertThat(Clocks.late(stopped.dossier(), procedure(stopped), FRANCE, LocalDate.parse("2027-01-01")))
                .filteredOn(late -> late.deadline().id().equals("silence"))
                .singleElement()
                .satisfies(late -> {
                    assertThat(late.lastDay()).isEqualTo("2026-05-16");
                    assertThat(late.metOn()).isEqualTo("2026-06-01");
                });
    }

    @Test
    void invariant_59_a_request_that_silence_rejected_stays_rejected_when_somebody_stops_it_later() {
        Story stopped = evaluated().on("2026-06-01").takes(CERTIFIER, "interrupt", "L'évaluateur a renoncé.");

        for (String day : List.of("2026-05-17", "2026-06-01", "2027-01-01")) {
            assertThat(Clocks.rejectedBySilence(stopped.dossier(), procedure(stopped), FRANCE, LocalDate.parse(day)))
                    .as(day)
                    .contains(LocalDate.parse("2026-05-17"));
            assertThat(Clocks.remedyOfSilence(stopped.dossier(), procedure(stopped), FRANCE, LocalDate.parse(day)))
                    .as(day)
                    .isPresent();
        }
        assertThat(Clocks.rejectedBySilence(
                        stopped.dossier(), procedure(stopped), FRANCE, LocalDate.parse("2026-05-16")))
                .isEmpty();
    }

    /** No rule of today lets it come to that; the clock itself forgets nothing. */
    @Test
    void a_rejection_by_silence_is_wiped_by_no_other_stop_of_its_clock() {
        Story late = evaluated().on("2026-06-01");
        Dossier asked = late.dossier()
                .after(
                        CERTIFIER,
                        late.look().at(),
                        late.dossier()
                                .history()
                                .entering(new StageEntry(
                                        "incomplete",
                                        "ask-completion",
                                        Optional.of(CERTIFIER),
                                        late.look().at(),
                                        late.look().day(),
                                        Optional.empty())));

        assertThat(Clocks.running(asked, procedure(late), FRANCE, LocalDate.parse("2026-07-01")))
                .noneMatch(clock -> clock.deadline().id().equals("silence"));
        assertThat(Clocks.rejectedBySilence(asked, procedure(late), FRANCE, LocalDate.parse("2026-07-01")))
                .contains(LocalDate.parse("2026-05-17"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemes")
    void no_clock_of_any_scheme_runs_on_past_an_end(SchemeVersionId id) {
        SchemeVersion scheme = SCHEMES.version(id).orElseThrow();
        Procedure procedure = scheme.conduct().orElseThrow().procedure();
        List<String> runOn = new ArrayList<>();
        for (Deadline deadline : procedure.deadlines()) {
            for (Move move : procedure.moves()) {
                if (deadline.start().isStage() && procedure.isEnd(move.to())) {
                    Dossier ended = endedBy(scheme, deadline, move);
                    Clocks.running(ended, procedure, FRANCE, LocalDate.parse("2036-01-01"))
                            .forEach(clock -> runOn.add(clock.deadline().id() + " after " + move.step()));
                }
            }
        }

        assertThat(runOn).isEmpty();
    }

    private static Stream<SchemeVersionId> schemes() {
        return SCHEMES.all().stream()
                .filter(scheme -> scheme.conduct().isPresent())
                .map(SchemeVersion::id);
    }

    private static Dossier endedBy(SchemeVersion scheme, Deadline deadline, Move ending) {
        Story story = Story.of(
                scheme.id().scheme().value(),
                scheme.id().version(),
                DossierKind.INITIAL,
                Optional.empty(),
                Story.card(2, Optional.empty()),
                "2026-02-09");
        Dossier dossier = story.dossier();
        for (String stage : List.of(deadline.start().id(), ending.to())) {
            dossier = dossier.after(
                    VENDOR,
                    story.look().at(),
                    dossier.history()
                            .entering(new StageEntry(
                                    stage,
                                    ending.step(),
                                    Optional.of(VENDOR),
                                    story.look().at(),
                                    story.look().day(),
                                    Optional.empty())));
        }
        return dossier;
    }

    private static Story evaluated() {
        return filled(service(
                        "mie",
                        "1",
                        Optional.of("HIGH"),
                        Set.of(),
                        Map.of("evaluator-kind", FactValue.Words.of("isms-accredited"))))
                .takes(VENDOR, "submit")
                .on("2026-02-16")
                .takes(CERTIFIER, "admit")
                .deposits(VENDOR, "EVALUATION_STRATEGY")
                .takes(CERTIFIER, "approve-plan")
                .assigns(CERTIFIER, laboratory("mie"))
                .takes(CERTIFIER, "accept");
    }

    private static Procedure procedure(Story story) {
        return story.look().scheme().conduct().orElseThrow().procedure();
    }
}
