package org.sceau.registry.web.administering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportJob.State;
import org.sceau.registry.web.administering.HealthLine.Tone;

/** Imports and definitions that came in: what failed lately, what runs, and what waits for somebody. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxHealthTest {
    private static final Instant NOW = AdministratorsDesk.NOW;

    private static ImportJob job(State state, Duration age) {
        return new ImportJob(
                "0b1c2d3e-0000-4000-8000-00000000000a",
                "sceau-csv",
                Optional.empty(),
                LocalDate.parse("2026-05-12"),
                false,
                state,
                "catalogue.csv",
                "a".repeat(64),
                10,
                "admin",
                "Autorité de démonstration",
                NOW.minus(age),
                state.isOver() ? Optional.of(NOW.minus(age)) : Optional.empty(),
                ImportJob.Counts.NONE,
                Optional.empty(),
                false);
    }

    private static List<HealthLine> lines(List<ImportJob> jobs, int waiting, long refused) {
        InboxHealth inbox = new InboxHealth();
        inbox.desk = new AdministratorsDesk(Language.ENGLISH);
        inbox.imports = new ImportCatalogue() {
            @Override
            public List<ImportJob> latest(Actor actor) {
                return jobs;
            }
        };
        inbox.schemes = new SchemesDesk() {
            @Override
            public List<EditionRow> waiting() {
                return Collections.nCopies(
                        waiting, new EditionRow("/", "CSPN 1.1, revision 2", "", "next", "le-goff", "", "", false));
            }

            @Override
            public long refused() {
                return refused;
            }

            @Override
            public String unverified() {
                return "3 unverified values in 1 version of 40";
            }
        };
        return inbox.lines();
    }

    private static List<Tone> ofImports(ImportJob... jobs) {
        return lines(List.of(jobs), 0, 0).stream()
                .filter(line -> line.what().equals("Imports"))
                .map(HealthLine::tone)
                .toList();
    }

    @Test
    void an_import_that_failed_this_week_is_to_be_watched_and_leads_to_its_desk() {
        assertThat(lines(List.of(job(State.FAILED, Duration.ofDays(6))), 0, 0).get(0))
                .satisfies(line -> {
                    assertThat(line.tone()).isEqualTo(Tone.PAUSE);
                    assertThat(line.means()).isEqualTo("1 import failed this week.");
                    assertThat(line.address()).isEqualTo("/en/desk/imports");
                });
    }

    @Test
    void one_that_runs_is_good_to_know_until_it_runs_for_more_than_an_hour() {
        assertThat(ofImports(job(State.RECORDING, Duration.ofMinutes(59)))).containsExactly(Tone.PAST);
        assertThat(ofImports(job(State.RECORDING, Duration.ofMinutes(61)))).containsExactly(Tone.PAUSE);
    }

    @Test
    void one_that_somebody_stopped_is_good_to_know() {
        assertThat(ofImports(job(State.CANCELLED, Duration.ofDays(1)))).containsExactly(Tone.PAST);
    }

    @Test
    void what_ended_well_or_long_ago_leaves_nothing_to_say() {
        assertThat(ofImports(
                        job(State.DONE, Duration.ofMinutes(1)),
                        job(State.FAILED, Duration.ofDays(8)),
                        job(State.CANCELLED, Duration.ofDays(8))))
                .containsExactly(Tone.OK);
    }

    @Test
    void definitions_that_wait_or_cannot_be_used_are_to_be_watched_and_unverified_values_are_good_to_know() {
        assertThat(lines(List.of(), 2, 1))
                .extracting(HealthLine::tone, HealthLine::means)
                .containsExactly(
                        tuple(Tone.OK, "No import under way, no failure this week."),
                        tuple(Tone.PAUSE, "1 dropped file cannot be proposed."),
                        tuple(Tone.PAUSE, "2 editions wait for a second person."),
                        tuple(Tone.PAST, "3 unverified values in 1 version of 40"));
    }
}
